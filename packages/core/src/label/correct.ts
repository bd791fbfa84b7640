import { z } from "zod";
import {
  Correctable,
  Emotion,
  type Evidence,
  Flag,
  isUnsure,
  type Label,
  Sentiment,
  Touchpoint,
  UrgencyReason,
  Wish,
} from "./label.ts";
import { Topic } from "./topic.ts";

export const Part = Correctable.keyof();
export type Part = z.infer<typeof Part>;

/** What a person says of a mention: of the parts given, and of no others. Null: there is none of it. */
export const Correction = z
  .object({
    sentiment: Sentiment,
    complaint: z.boolean(),
    emotion: Emotion,
    topics: z.array(Topic).max(50),
    touchpoint: Touchpoint.nullable(),
    urgency: z.array(UrgencyReason).max(50),
    flags: z.array(Flag).max(50),
    wish: Wish.nullable(),
    /** Parts of which a person's word is taken back: they say again what the model had said. */
    asModel: z.array(Part).max(50),
  })
  .partial();
export type Correction = z.infer<typeof Correction>;

/** Who corrects, by address, and when. */
export interface Corrector {
  by: string;
  at: Date;
}

type Words = Partial<Correctable>;

/**
 * The label after a person's word on some of its parts. A part that is set to what the model had said is the model's
 * again, and with the last of them the correction is gone; only an unsure sentiment becomes a person's by being said
 * again, and sure. The same words twice change nothing, not even who said them.
 */
export function correctLabel(label: Label, change: Correction, { by, at }: Corrector): Label {
  const model = modelLabel(label);
  const before = personsWords(label);
  const words: Words = { ...before, ...wordsOf(change, model) };
  for (const part of Part.options) {
    if (words[part] === undefined) continue;
    const confirms = part === "sentiment" && change.sentiment !== undefined && isUnsure(model);
    const isModels = change[part] !== undefined && !confirms && isSame(words[part], wordOf(model, part));
    if (isModels || change.asModel?.includes(part)) delete words[part];
  }
  return isSameIn(before, words) ? label : spoken(model, words, { by, at });
}

/** What the model alone says: a corrected label without what a person said. */
export function modelLabel(label: Label): Label {
  const { corrected, ...rest } = label;
  if (!corrected) return label;
  const { evidence = rest.evidence, ...was } = corrected.was;
  return { ...withWords(rest, was), evidence };
}

/** The parts that a person has spoken about, also where the model has come to say the same. */
export const spokenParts = ({ corrected }: Pick<Label, "corrected">): Part[] =>
  Part.options.filter((part) => corrected?.was[part] !== undefined);

/**
 * The label of a mention that was labelled anew: a person's words stand over what the model says now. They stay a
 * person's where the model agrees by now, since the next model may not.
 */
export function keepCorrection(kept: Label, anew: Label): Label {
  const { corrected } = kept;
  return corrected ? spoken(modelLabel(anew), personsWords(kept), corrected) : anew;
}

const wordOf = <P extends Part>(label: Label, part: P): Correctable[P] =>
  (label[part] ?? null) as Correctable[P];

const pick = (label: Label, parts: readonly Part[]): Words =>
  Object.fromEntries(parts.map((part) => [part, wordOf(label, part)]));

const personsWords = (label: Label): Words => pick(label, spokenParts(label));

function spoken(model: Label, words: Words, { by, at }: Corrector): Label {
  const parts = Part.options.filter((part) => words[part] !== undefined);
  if (parts.length === 0) return model;
  const said = withWords(model, words);
  const evidence = model.evidence.filter((one) => stillHolds(one, said, parts));
  const isWhole = evidence.length === model.evidence.length;
  const was = { ...pick(model, parts), ...(isWhole ? {} : { evidence: model.evidence }) };
  return { ...said, evidence, corrected: { by, at, was } };
}

function withWords(label: Label, words: Words): Label {
  const { touchpoint, wish, ...rest } = { ...label, ...words };
  return { ...rest, ...(touchpoint ? { touchpoint } : {}), ...(wish ? { wish } : {}) };
}

/** A person's word in the form of a label: sure, and in the model's order with the model's quotes where it keeps them. */
function wordsOf(change: Correction, model: Label): Words {
  const { sentiment, complaint, emotion, topics, touchpoint, urgency, flags, wish } = change;
  const quotes = new Map(model.urgency.map(({ reason, words }) => [reason, words]));
  return {
    ...(sentiment && { sentiment: { is: sentiment, confidence: 1 } }),
    ...(complaint !== undefined && { complaint }),
    ...(emotion && { emotion: { is: emotion, confidence: 1 } }),
    ...(topics && { topics: inOrderOf(model.topics, topics) }),
    ...(touchpoint !== undefined && { touchpoint }),
    ...(urgency && {
      urgency: inOrderOf([...quotes.keys()], urgency).map((reason) => ({
        reason,
        words: quotes.get(reason) ?? "",
      })),
    }),
    ...(flags && { flags: inOrderOf(model.flags, flags) }),
    ...(wish !== undefined && { wish }),
  };
}

const inOrderOf = <T>(known: readonly T[], wanted: readonly T[]): T[] => [
  ...new Set([...known.filter((one) => wanted.includes(one)), ...wanted]),
];

/** Whether two words mean the same: how sure a model was of its own is no part of it. */
const isSame = (one: unknown, other: unknown): boolean => meaningOf(one) === meaningOf(other);
const meaningOf = (word: unknown): string =>
  JSON.stringify(typeof word === "object" && word !== null && "is" in word ? word.is : word) ?? "";

const isSameIn = (one: Words, other: Words): boolean =>
  Part.options.every((part) => isSame(one[part], other[part]));

/** Evidence by the first word of its `of`: the parts it led to, and whether a label still says what it led to. */
const evidenceFor: Record<string, { parts: readonly Part[]; holds(said: Label, is: string): boolean }> = {
  sentiment: {
    parts: ["sentiment", "complaint"],
    holds: ({ sentiment, complaint }, is) =>
      sentiment.is === is || sentiment.is === "mixed" || (complaint && is === "negative"),
  },
  complaint: { parts: ["complaint"], holds: ({ complaint }) => complaint },
  emotion: { parts: ["emotion"], holds: ({ emotion }, is) => emotion.is === is },
  topic: { parts: ["topics"], holds: ({ topics }, is) => topics.some((topic) => topic === is) },
  touchpoint: { parts: ["touchpoint"], holds: ({ touchpoint }, is) => touchpoint === is },
  urgency: {
    parts: ["urgency"],
    holds: ({ urgency }, is) => urgency.some(({ reason }) => reason === is),
  },
  flag: { parts: ["flags"], holds: ({ flags }, is) => flags.some((flag) => flag === is) },
  wish: { parts: ["wish"], holds: ({ wish }, is) => wish === is },
};

/** Evidence of a part that a person has spoken about goes with what it was evidence of. */
function stillHolds({ of }: Evidence, said: Label, parts: readonly Part[]): boolean {
  const [what = "", is = ""] = of.split(".");
  const led = evidenceFor[what];
  return !led?.parts.some((part) => parts.includes(part)) || led.holds(said, is);
}
