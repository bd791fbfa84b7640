import { tokensOf } from "../src/label/tokens.ts";
import { openUrgencyModel, type UrgencyModel } from "../src/model/urgency-model.ts";
import { urgencyReasons } from "../src/model/urgency-reader.ts";
import { caseMaterial, trainUrgency, type UrgencySettings } from "./urgency.ts";
import type { CaseFile, UrgencyCase } from "./urgency-cases.ts";

type Material = ReturnType<typeof caseMaterial>[number];

/** How often what is urgent is found, and how often what only sounds so is taken for it, as shares. */
export interface UrgencyScore {
  urgent: number;
  found: number;
  nearMisses: number;
  taken: number;
  /** The share of the urgent where the words heard overlap those that a person marked, and how many words are quoted. */
  quoted: number;
  words: number;
}

export const measureUrgency = (model: UrgencyModel, cases: readonly UrgencyCase[]): UrgencyScore => {
  const urgent = cases.filter(({ reasons }) => reasons.length > 0);
  const near = cases.filter(({ reasons }) => reasons.length === 0);
  let right = 0;
  let marked = 0;
  let overlapping = 0;
  let quotes = 0;
  let words = 0;
  for (const one of urgent) {
    const tokens = tokensOf(one.text);
    const heard = model
      .hear(tokens)
      .filter(({ reason }) => one.reasons.includes(urgencyReasons.indexOf(reason)));
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
  const taken = near.filter(({ text }) => model.hear(tokensOf(text)).length > 0).length;
  return {
    urgent: urgent.length,
    found: right / Math.max(1, urgent.length),
    nearMisses: near.length,
    taken: taken / Math.max(1, near.length),
    quoted: overlapping / Math.max(1, marked),
    words: words / Math.max(1, quotes),
  };
};

/** Each file's cases judged by a model that saw the other files and no case of this one: other writers, other words. */
export const leaveEachFileOut = (
  files: readonly CaseFile[],
  { background, settings }: { background: readonly Material[]; settings: UrgencySettings },
): { name: string; score: UrgencyScore }[] => {
  const material = files.map(({ cases }) => cases.flatMap(caseMaterial));
  return files.map(({ name, cases }, out) => {
    const others = material.filter((_, at) => at !== out).flat();
    const model = openUrgencyModel(trainUrgency([...others, ...background], settings));
    return { name, score: measureUrgency(model, cases) };
  });
};

/** Every case judged by a model that saw all but a tenth of the cases, without this one. */
export const leaveTenthsOut = (
  files: readonly CaseFile[],
  { background, settings }: { background: readonly Material[]; settings: UrgencySettings },
): { name: string; score: UrgencyScore }[] => {
  const cases = files.flatMap(({ name, cases }) =>
    cases.map((one, at) => ({ name, one, tenth: at % tenths })),
  );
  const material = cases.map(({ one }) => caseMaterial(one));
  const models = Array.from({ length: tenths }, (_, out) =>
    openUrgencyModel(
      trainUrgency([...material.filter((_, at) => cases[at]?.tenth !== out).flat(), ...background], settings),
    ),
  );
  return files.map(({ name }) => {
    const scores = models.map((model, out) => {
      const some = cases.filter((one) => one.name === name && one.tenth === out).map(({ one }) => one);
      return measureUrgency(model, some);
    });
    return { name, score: together(scores) };
  });
};

const tenths = 10;

const together = (scores: readonly UrgencyScore[]): UrgencyScore => {
  const mean = (of: (score: UrgencyScore) => number, weight: (score: UrgencyScore) => number): number =>
    scores.reduce((sum, score) => sum + of(score) * weight(score), 0) /
    Math.max(
      1,
      scores.reduce((sum, score) => sum + weight(score), 0),
    );
  const urgent = (score: UrgencyScore) => score.urgent;
  return {
    urgent: scores.reduce((sum, score) => sum + score.urgent, 0),
    found: mean(({ found }) => found, urgent),
    nearMisses: scores.reduce((sum, score) => sum + score.nearMisses, 0),
    taken: mean(
      ({ taken }) => taken,
      ({ nearMisses }) => nearMisses,
    ),
    quoted: mean(({ quoted }) => quoted, urgent),
    words: mean(({ words }) => words, urgent),
  };
};
