import { createHash } from "node:crypto";
import { writeModel } from "../src/model/file.ts";
import { modelName } from "../src/model/name.ts";
import type { Valences } from "../src/model/valence.ts";
import { choose } from "./choose.ts";
import { featuresOf } from "./features.ts";
import { learn, type Settings } from "./learn.ts";
import { learnPeaks } from "./learn-peaks.ts";
import { bucketsOf, learnSpelling } from "./learn-spelling.ts";
import { leaveGroupsOut, leaveSomeOut, type Read } from "./leave-one-out.ts";
import { quantize } from "./quantize.ts";
import { type DataFile, isWritten, type Row } from "./rows.ts";
import { tempersFrom } from "./temper.ts";
import { trainable } from "./trainable.ts";
import type { ValenceFile } from "./valences.ts";

export const settings: Settings = {
  seed: 20261122,
  runs: 4,
  texts: 3,
  sources: 1,
  epochs: 3,
  rate: 0.3,
  toneRate: 0.1,
  dropFeatures: 0.5,
  dropAll: 0.2,
  balance: 0.2,
  spelling: { seed: 20261122, bits: 20, epochs: 3, rate: 0.5, balance: 0.5 },
  peaks: {
    seed: 20261122,
    units: 24,
    kept: 40_000,
    epochs: 5,
    rate: 0.2,
    dropFeatures: 0.3,
    dropUnits: 0.5,
    balance: 0.35,
  },
};

/** What the shipped file was made from, so that anyone with the data can make it again. */
export interface Manifest {
  model: string;
  /** SHA-256 of the model file. */
  hash: string;
  bytes: number;
  data: { name: string; hash: string }[];
  /** The texts that were written for it, which lie beside the training. */
  written: { name: string; hash: string }[];
  /** The lists of judged words and phrases. */
  valences: { name: string; hash: string; words: number }[];
  /** How many rows were left out because they were labelled for measuring. */
  heldOut: number;
  /** Rows used, by source. */
  rows: Record<string, number>;
  settings: Settings;
}

export const rowsFor = (files: readonly DataFile[], heldOut: ReadonlySet<string>): Row[] =>
  trainable(
    files.flatMap(({ rows }) => rows),
    heldOut,
  );

/** Tempering needs many models that are not kept; two runs of each are nearly as good as more. */
const runsToJudge = 2;

export const readRows = (rows: readonly Row[], settings: Settings, valences: Valences): Read => ({
  features: featuresOf(rows, { ...settings, valences }),
  buckets: bucketsOf(rows, settings.spelling),
});

/** The same data and settings always give the same bytes. */
export const train = (
  rows: readonly Row[],
  { settings, valences, say }: { settings: Settings; valences: Valences; say: (line: string) => void },
): Uint8Array => {
  const read = readRows(rows, settings, valences);
  say(`${rows.length} texts, ${read.features.hashes.length} features`);
  const brief = { rows, settings: { ...settings, runs: Math.min(settings.runs, runsToJudge) } };
  const judged = leaveGroupsOut(read, {
    ...brief,
    onDone: (sources) => say(`judged without them: ${sources.join(", ")}`),
  });
  judged.push(...leaveSomeOut(read, brief));
  const use = Int32Array.from(rows.keys());
  const chosen = choose(read.features, { rows, use, ...settings });
  const weights = learn(chosen, { rows, use, settings });
  const spelling = learnSpelling(read.buckets, { rows, use, settings: settings.spelling });
  const peaks = learnPeaks(chosen, { rows, use, settings: settings.peaks });
  const tempers = tempersFrom(judged);
  return writeModel(
    quantize(weights, { name: modelName, hashes: chosen.hashes, tempers, spelling, peaks, valences }),
  );
};

export const manifestOf = (
  bytes: Uint8Array,
  {
    files,
    written,
    valences,
    rows,
    settings,
  }: {
    files: readonly DataFile[];
    written: readonly DataFile[];
    valences: readonly ValenceFile[];
    rows: readonly Row[];
    settings: Settings;
  },
): Manifest => {
  const counts = new Map<string, number>();
  for (const { source } of rows) counts.set(source, (counts.get(source) ?? 0) + 1);
  const shipped = trainable(
    files.flatMap((file) => file.rows),
    new Set(),
  );
  return {
    model: modelName,
    hash: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
    data: files.map(({ name, hash }) => ({ name, hash })),
    written: written.map(({ name, hash }) => ({ name, hash })),
    valences: valences.map(({ name, hash, words }) => ({ name, hash, words: words.length })),
    heldOut: shipped.length - rows.filter((row) => !isWritten(row)).length,
    rows: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    settings,
  };
};
