import type { InputOf } from "@otklik/core/api/routes";
import type { LabelView } from "@otklik/core/api/views";

export type Correction = Omit<InputOf<"PUT /api/mentions/:id/label">, "id" | "conversation">;
type Part = NonNullable<Correction["asModel"]>[number];

/** What a person has chosen of each part so far. */
export interface Choice {
  sentiment: LabelView["sentiment"]["is"];
  complaint: boolean;
  emotion: LabelView["emotion"]["is"];
  topics: LabelView["topics"];
  touchpoint: NonNullable<LabelView["touchpoint"]> | null;
  urgency: LabelView["urgency"][number]["reason"][];
  flags: LabelView["flags"];
  wish: NonNullable<LabelView["wish"]> | null;
  /** The sentiment was pressed, be it the one that stood there: of an unsure label that makes it sure. */
  isSaid: boolean;
}

export const choiceOf = (label: LabelView): Choice => ({
  sentiment: label.sentiment.is,
  complaint: label.complaint,
  emotion: label.emotion.is,
  topics: label.topics,
  touchpoint: label.touchpoint ?? null,
  urgency: label.urgency.map(({ reason }) => reason),
  flags: label.flags,
  wish: label.wish ?? null,
  isSaid: false,
});

/** Another sentiment brings its complaint along: blame complains, praise does not; "five stars, but" is then one more key. */
export const withSentiment = (choice: Choice, sentiment: Choice["sentiment"]): Choice => ({
  ...choice,
  sentiment,
  isSaid: true,
  complaint:
    sentiment === choice.sentiment ? choice.complaint : sentiment === "negative" || sentiment === "mixed",
});

export const toggledIn = <T>(all: readonly T[], one: T): T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

/** A topic put on or taken off. "Other" stands for what fits none, so that it and another topic exclude each other. */
export function withTopic(choice: Choice, topic: Choice["topics"][number]): Choice {
  const topics = toggledIn(choice.topics, topic);
  return { ...choice, topics: topics.filter((one) => (one === "other") === (topic === "other")) };
}

/** The parts in which a choice differs from what stands there; undefined where it differs in none. */
export function changeFrom(label: LabelView, choice: Choice): Correction | undefined {
  const { isSaid, ...before } = choiceOf(label);
  const change = Object.fromEntries(
    Object.entries(before).flatMap(([part, word]) => {
      const chosen = choice[part as Part];
      return isSame(word, chosen) ? [] : [[part, chosen]];
    }),
  ) as Correction;
  if (choice.isSaid && label.unsure && !isSaid) change.sentiment = choice.sentiment;
  return Object.keys(change).length > 0 ? change : undefined;
}

const isSame = (one: unknown, other: unknown): boolean => {
  const spelt = (word: unknown) => JSON.stringify(Array.isArray(word) ? word.toSorted() : word);
  return spelt(one) === spelt(other);
};

/** The label as the server will answer it, near enough to be shown until it does. */
export function predicted(
  label: LabelView,
  change: Correction,
  { by, at }: { by: string; at: string },
): LabelView {
  const { sentiment, complaint, emotion, topics, touchpoint, urgency, flags, wish } = change;
  const { touchpoint: itsTouchpoint, wish: itsWish, unsure, ...rest } = label;
  const nextTouchpoint = touchpoint === undefined ? itsTouchpoint : (touchpoint ?? undefined);
  const nextWish = wish === undefined ? itsWish : (wish ?? undefined);
  return {
    ...rest,
    ...(unsure && !sentiment && { unsure }),
    ...(sentiment && { sentiment: { is: sentiment, confidence: 1 } }),
    ...(complaint !== undefined && { complaint }),
    ...(emotion && { emotion: { is: emotion, confidence: 1 } }),
    ...(topics && { topics }),
    ...(nextTouchpoint && { touchpoint: nextTouchpoint }),
    ...(urgency && {
      urgency: urgency.map(
        (reason) => label.urgency.find((one) => one.reason === reason) ?? { reason, words: "" },
      ),
    }),
    ...(flags && { flags }),
    ...(nextWish && { wish: nextWish }),
    corrected: { by, at, was: label.corrected?.was ?? {} },
  };
}

/** What takes a change back: each part as a person had said it before, or as the model did. */
export function takenBack(label: LabelView, change: Correction): Correction {
  const { isSaid: _, ...before } = choiceOf(label);
  const parts = Object.keys(change) as Part[];
  const wasSaid = parts.filter((part) => label.corrected?.was[part] !== undefined);
  return {
    ...(Object.fromEntries(wasSaid.map((part) => [part, before[part]])) as Correction),
    asModel: parts.filter((part) => !wasSaid.includes(part)),
  };
}
