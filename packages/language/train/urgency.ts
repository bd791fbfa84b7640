import { createHash } from "node:crypto";
import { tokensOf } from "../src/label/tokens.ts";
import { hashOf } from "../src/model/hash.ts";
import { emptySlots, take } from "../src/model/table.ts";
import { writeUrgency } from "../src/model/urgency-file.ts";
import { passagesOf, urgencyReasons } from "../src/model/urgency-reader.ts";
import { type Lesson, learnUrgency, type UrgencyLearning, type UrgencyWeights } from "./learn-urgency.ts";
import type { Row } from "./rows.ts";
import type { CaseFile, UrgencyCase } from "./urgency-cases.ts";
import { type ByKind, hashesOf, known, numbered } from "./urgency-features.ts";

const modelName = "urgency-1";

export interface UrgencySettings extends UrgencyLearning {
  /** A feature must stand in so many passages: what stands in one alone is learned by heart, and fills the file. */
  texts: number;
  /**
   * So many texts of people who wrote of other things are beside the cases, each counting so much; those of the displeased
   * a share of that, since some of them are urgent indeed and most sound like it.
   */
  background: { texts: number; weight: number; negative: number };
  /** What is taken from every reason's strength: how sure it must be. */
  caution: number;
}

export const urgencySettings: UrgencySettings = {
  seed: 20261122,
  runs: 7,
  epochs: 20,
  rate: 0.3,
  decay: 0.003,
  drop: 0.6,
  texts: 2,
  background: { texts: 12_000, weight: 0.3, negative: 0.5 },
  caution: -1.6,
};

/** What the shipped file was made from, so that anyone with the data can make it again. */
export interface UrgencyManifest {
  model: string;
  /** SHA-256 of the model file. */
  hash: string;
  bytes: number;
  cases: { name: string; hash: string }[];
  /** How many texts of each source stood for what is not urgent. */
  background: Record<string, number>;
  settings: UrgencySettings;
}

/** Passages of one text, and what it is known to be. */
interface Material {
  passages: ByKind[];
  reasons: readonly number[];
  weight: number;
}

/**
 * Russian and English rows, chosen by their ids, that stand for all that is not urgent. A few of them are: they count
 * little each.
 */
export const backgroundOf = (rows: readonly Row[], { texts }: UrgencySettings["background"]): Row[] =>
  rows
    .filter(({ language }) => language === "ru" || language === "en")
    .map((row) => ({ row, order: hashOf(row.id, 1) }))
    .sort((a, b) => a.order - b.order || (a.row.id < b.row.id ? -1 : 1))
    .slice(0, texts)
    .map(({ row }) => row);

const caseWeight = 1;

const materialOf = (text: string, reasons: readonly number[], weight: number): Material => {
  const tokens = tokensOf(text);
  return { passages: passagesOf(tokens).map((passage) => hashesOf(tokens, passage)), reasons, weight };
};

/** Of a longer text that is urgent only the passages count in which a person has marked the words, if there are any. */
export const caseMaterial = ({ text, reasons, words }: UrgencyCase): Material[] => {
  const tokens = tokensOf(text);
  const marked = words.map((word) => ({ from: text.indexOf(word), to: text.indexOf(word) + word.length }));
  const passages = passagesOf(tokens).map((passage) => {
    const [at, to] = [tokens[passage.from]?.at ?? 0, tokens[passage.to - 1]?.to ?? 0];
    const here = reasons.filter((_, number) => {
      const mark = marked[number];
      return mark !== undefined && mark.from >= 0 && mark.from < to && mark.to > at;
    });
    return { features: hashesOf(tokens, passage), here };
  });
  const isMarked = passages.length > 1 && passages.some(({ here }) => here.length > 0);
  return passages
    .filter(({ here }) => !isMarked || here.length > 0)
    .map(({ features, here }) => ({
      passages: [features],
      reasons: isMarked ? here : reasons,
      weight: caseWeight,
    }));
};

export const backgroundMaterial = (
  rows: readonly Row[],
  { weight, negative }: UrgencySettings["background"],
): Material[] => rows.map(({ text, side }) => materialOf(text, [], side === 0 ? weight * negative : weight));

/** The same material and settings always give the same bytes. */
export const trainUrgency = (material: readonly Material[], settings: UrgencySettings): Uint8Array => {
  // Only what the cases say is told by its own weight: the rest of the background is there to hold that back.
  const cases = material.filter(({ weight }) => weight === caseWeight);
  const numbers = numbered(
    cases.flatMap(({ passages }) => passages),
    settings.texts,
  );
  // Which passage of a longer urgent text tells it nobody has marked: such a text is learned from as a whole.
  const lessons = material.flatMap(({ passages, reasons, weight }): Lesson[] =>
    passages.map((passage) => ({ features: known(passage, numbers), reasons, weight })),
  );
  const weights = learnUrgency(lessons, {
    features: numbers.size,
    reasons: urgencyReasons.length,
    learning: settings,
  });
  return writeUrgency(quantized(weights, { hashes: [...numbers.keys()], caution: settings.caution }));
};

/** From "nothing is urgent" to a reason. */
const pullOf = ({ sides, features }: UrgencyWeights, feature: number, reason: number): number =>
  (features[feature * sides + reason] as number) - (features[feature * sides + sides - 1] as number);

/** Pulls are kept in 255 steps; the few strongest are cut so that the many weak ones keep their differences. */
const strongest = 0.9995;

const quantized = (
  weights: UrgencyWeights,
  { hashes, caution }: { hashes: readonly number[]; caution: number },
) => {
  const { sides, bias } = weights;
  const none = sides - 1;
  const all = Float64Array.from({ length: hashes.length * none }, (_, at) =>
    Math.abs(pullOf(weights, Math.floor(at / none), at % none)),
  ).sort();
  const scale = Math.max(1e-6, (all[Math.floor(strongest * (all.length - 1))] ?? 0) / 127);
  const slots = emptySlots(hashes.length);
  const pulls = new Int8Array(slots.marks.length * none);
  for (const [feature, hash] of hashes.entries()) {
    const slot = take(slots, hash);
    if (slot < 0) continue;
    for (let reason = 0; reason < none; reason += 1) {
      const steps = Math.round(pullOf(weights, feature, reason) / scale);
      pulls[slot * none + reason] = Math.max(-127, Math.min(127, steps));
    }
  }
  return {
    name: modelName,
    reasons: urgencyReasons,
    ...slots,
    scale,
    bias: urgencyReasons.map((_, reason) => (bias[reason] ?? 0) - (bias[none] ?? 0) - caution),
    pulls,
  };
};

export const urgencyManifestOf = (
  bytes: Uint8Array,
  {
    files,
    background,
    settings,
  }: { files: readonly CaseFile[]; background: readonly Row[]; settings: UrgencySettings },
): UrgencyManifest => {
  const counts = new Map<string, number>();
  for (const { source } of background) counts.set(source, (counts.get(source) ?? 0) + 1);
  return {
    model: modelName,
    hash: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
    cases: files.map(({ name, hash }) => ({ name, hash })),
    background: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    settings,
  };
};
