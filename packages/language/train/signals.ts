import { createHash } from "node:crypto";
import { type Signal, type SignalGroup, signalGroups } from "../src/label/signal.ts";
import { writeSignals } from "../src/model/signal-file.ts";
import { type Lesson, learnSignals, type SignalLearning } from "./learn-signals.ts";
import { quantizedSignals } from "./quantize-signals.ts";
import type { DataFile, Row } from "./rows.ts";
import type { CaseFile } from "./signal-cases.ts";
import { known, numbered } from "./signal-features.ts";
import type { Background, Material } from "./signal-material.ts";

const modelName = "signals-1";

export interface SignalSettings extends SignalLearning {
  /** A feature must stand in so many passages: what stands in one alone is learned by heart, and fills the file. */
  texts: number;
  background: Background;
  /** What is taken from the strength of every signal of a group: how sure it must be. */
  caution: Record<SignalGroup, number>;
}

export const signalSettings: SignalSettings = {
  seed: 20261122,
  runs: 9,
  epochs: 20,
  rate: 0.3,
  decay: 0.003,
  drop: 0.6,
  texts: 3,
  background: {
    texts: 24_000,
    weight: { urgency: 1.5, insult: 1.5, spam: 1.5, suspect: 1.5, wish: 0.3 },
    displeased: 0.5,
  },
  caution: { urgency: -3.08, insult: -2.4, spam: -2.5, suspect: -1.5, wish: -1.3 },
};

/** What the shipped file was made from, so that anyone with the data can make it again. */
export interface SignalManifest {
  model: string;
  /** SHA-256 of the model, unpacked. */
  hash: string;
  bytes: number;
  cases: { name: string; hash: string }[];
  /** Everyday texts written to stand for what has no signal. */
  written: { name: string; hash: string }[];
  /** How many texts of each source stood for what has no signal. */
  background: Record<string, number>;
  settings: SignalSettings;
}

const allGroups = Object.keys(signalGroups) as SignalGroup[];
/** Each group's signals, and at last that there is none of them. */
const sidesOfGroup = allGroups.map((group) => [...signalGroups[group], group]);
const sides: readonly (Signal | SignalGroup)[] = sidesOfGroup.flat();

const sidesOf = (signals: readonly Signal[]): number[] =>
  allGroups.flatMap((group) => {
    const here = signals.filter((signal) => (signalGroups[group] as readonly Signal[]).includes(signal));
    return (here.length > 0 ? here : [group]).map((side) => sides.indexOf(side));
  });

/** The same material and settings always give the same bytes. */
export const trainSignals = (material: readonly Material[], settings: SignalSettings): Uint8Array => {
  // Only what the cases say is told by its own weight: the rest of the background is there to hold that back.
  const cases = material.filter(({ isCase }) => isCase);
  const numbers = numbered(
    cases.flatMap(({ passages }) => passages),
    settings.texts,
  );
  // Which passage of a longer text tells its signal nobody has marked: such a text is learned from as a whole.
  const lessons = material.flatMap(({ passages, signals, weight }): Lesson[] =>
    passages.map((passage) => ({
      features: known(passage, numbers),
      sides: sidesOf(signals),
      weights: allGroups.map((group) => weight[group] ?? 0),
    })),
  );
  const weights = learnSignals(lessons, {
    features: numbers.size,
    groups: sidesOfGroup.map(({ length }) => length),
    learning: settings,
  });
  return writeSignals({
    name: modelName,
    groups: Object.values(signalGroups),
    ...quantizedSignals(weights, {
      hashes: [...numbers.keys()],
      groups: Object.values(signalGroups),
      caution: Object.values(settings.caution),
    }),
  });
};

export const signalManifestOf = (
  bytes: Uint8Array,
  {
    files,
    written,
    background,
    settings,
  }: {
    files: readonly CaseFile[];
    written: readonly DataFile[];
    background: readonly Row[];
    settings: SignalSettings;
  },
): SignalManifest => {
  const counts = new Map<string, number>();
  for (const { source } of background) counts.set(source, (counts.get(source) ?? 0) + 1);
  return {
    model: modelName,
    hash: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
    cases: files.map(({ name, hash }) => ({ name, hash })),
    written: written.map(({ name, hash }) => ({ name, hash })),
    background: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    settings,
  };
};
