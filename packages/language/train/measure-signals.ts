import { type Signal, type SignalGroup, signalGroups } from "../src/label/signal.ts";
import { tokensOf } from "../src/label/tokens.ts";
import { openSignalModel, type SignalModel } from "../src/model/signal-model.ts";
import type { CaseFile, SignalCase } from "./signal-cases.ts";
import { caseMaterial, fileMaterial, type Material } from "./signal-material.ts";
import { type SignalSettings, trainSignals } from "./signals.ts";

/** How often the signals of a group are found, and how often what only sounds so is taken for one, as shares. */
export interface SignalScore {
  due: number;
  found: number;
  others: number;
  taken: number;
  /** The share of what was found where the words heard overlap those that a person marked, and how many words are quoted. */
  quoted: number;
  words: number;
}

export const measureSignals = (
  model: SignalModel,
  { group, cases }: { group: SignalGroup; cases: readonly SignalCase[] },
): SignalScore => {
  const isOfGroup = (signal: Signal) => (signalGroups[group] as readonly Signal[]).includes(signal);
  const due = cases.filter(({ signals }) => signals.some(isOfGroup));
  const others = cases.filter(({ signals }) => !signals.some(isOfGroup));
  let right = 0;
  let marked = 0;
  let overlapping = 0;
  let quotes = 0;
  let words = 0;
  for (const one of due) {
    const tokens = tokensOf(one.text);
    const heard = model
      .hear(tokens)
      .filter(({ signal }) => isOfGroup(signal) && one.signals.includes(signal));
    if (heard.length === 0) continue;
    right += 1;
    for (const { place, length } of heard) {
      const told = tokens.slice(place, place + length);
      quotes += 1;
      words += told.filter(({ kind }) => kind === "word").length;
      if (one.words.length === 0) continue;
      marked += 1;
      const isMarked = one.words.some((word) => {
        const from = one.text.indexOf(word);
        return from >= 0 && told.some(({ at, to }) => at < from + word.length && to > from);
      });
      if (isMarked) overlapping += 1;
    }
  }
  const taken = others.filter(({ text }) =>
    model.hear(tokensOf(text)).some(({ signal }) => isOfGroup(signal)),
  ).length;
  return {
    due: due.length,
    found: right / Math.max(1, due.length),
    others: others.length,
    taken: taken / Math.max(1, others.length),
    quoted: overlapping / Math.max(1, marked),
    words: words / Math.max(1, quotes),
  };
};

interface Left {
  name: string;
  group: SignalGroup;
  score: SignalScore;
}

interface Training {
  background: readonly Material[];
  settings: SignalSettings;
}

/** Each file's cases judged by a model that saw the other files and no case of this one: other writers, other words. */
export const leaveEachFileOut = (files: readonly CaseFile[], { background, settings }: Training): Left[] => {
  const material = files.map(fileMaterial);
  return files.flatMap(({ name, asked, cases }, out) => {
    const others = material.filter((_, at) => at !== out).flat();
    const model = openSignalModel(trainSignals([...others, ...background], settings));
    return asked.map((group) => ({ name, group, score: measureSignals(model, { group, cases }) }));
  });
};

/** Every case judged by a model that saw all but a tenth of the cases, without this one. */
export const leaveTenthsOut = (files: readonly CaseFile[], { background, settings }: Training): Left[] => {
  const cases = files.flatMap((file) => file.cases.map((one, at) => ({ file, one, tenth: at % tenths })));
  const material = cases.map(({ one, file }) => caseMaterial(one, file));
  const models = Array.from({ length: tenths }, (_, out) =>
    openSignalModel(
      trainSignals([...material.filter((_, at) => cases[at]?.tenth !== out).flat(), ...background], settings),
    ),
  );
  return files.flatMap((file) =>
    file.asked.map((group) => {
      const scores = models.map((model, out) => {
        const some = cases.filter((one) => one.file === file && one.tenth === out).map(({ one }) => one);
        return measureSignals(model, { group, cases: some });
      });
      return { name: file.name, group, score: together(scores) };
    }),
  );
};

const tenths = 10;

const together = (scores: readonly SignalScore[]): SignalScore => {
  const sum = (of: (score: SignalScore) => number): number =>
    scores.reduce((sum, score) => sum + of(score), 0);
  const mean = (of: (score: SignalScore) => number, weight: (score: SignalScore) => number): number =>
    sum((score) => of(score) * weight(score)) / Math.max(1, sum(weight));
  const due = (score: SignalScore) => score.due;
  const others = (score: SignalScore) => score.others;
  return {
    due: sum(due),
    found: mean(({ found }) => found, due),
    others: sum(others),
    taken: mean(({ taken }) => taken, others),
    quoted: mean(({ quoted }) => quoted, due),
    words: mean(({ words }) => words, due),
  };
};
