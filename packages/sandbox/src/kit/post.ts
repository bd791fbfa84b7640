// One thing somebody said on a simulated network, before the network gives it its own form.
import { z } from "zod";

/** How an answer of the owner's came: by the network's API, or typed in its own cabinet. */
export type Through = "api" | "cabinet";

const KeptAnswer = z.object({
  id: z.string(),
  text: z.string(),
  at: z.coerce.date(),
  /** How often it was reworded, and when last; moderation begins anew with each wording. */
  edits: z.number(),
  editedAt: z.coerce.date().optional(),
  through: z.enum(["api", "cabinet"]),
  /** Why moderation will turn it down; absent where it will not. */
  why: z.string().optional(),
  removedAt: z.coerce.date().optional(),
  /** The sender's own key, by which a network knows a repeat. */
  once: z.string().optional(),
  /** What only this network has. */
  extra: z.record(z.string(), z.json()),
});
export type KeptAnswer = z.infer<typeof KeptAnswer>;

const Wording = z.object({
  text: z.string(),
  title: z.string().optional(),
  pros: z.string().optional(),
  cons: z.string().optional(),
  stars: z.number().optional(),
});
export type Wording = z.infer<typeof Wording>;

/** As it is remembered: with what will become of it, since the network's clock and not a timer brings that about. */
export const KeptPost = Wording.extend({
  id: z.string(),
  kind: z.enum(["review", "comment", "question", "message"]),
  at: z.coerce.date(),
  author: z.object({ key: z.string(), name: z.string() }),
  /** Key of what it is about: a product, a place, an app or a post of the owner's. */
  about: z.string(),
  /** Of an app: the one that its author has. */
  version: z.string().optional(),
  photos: z.number(),
  language: z.string(),
  /** What it replies to. */
  parentId: z.string().optional(),
  /** The first of its conversation; its own id where it begins one. */
  threadId: z.string(),
  /** What its author went through, for tests and for choosing an answer. */
  plot: z.string(),
  /** Oldest first; those of the future are not to be seen yet. */
  edits: z.array(Wording.extend({ at: z.coerce.date() })),
  removedAt: z.coerce.date().optional(),
  answers: z.array(KeptAnswer),
  extra: z.record(z.string(), z.json()),
});
export type KeptPost = z.infer<typeof KeptPost>;

export type AnswerState = "in-review" | "published" | "rejected";
export type Answer = KeptAnswer & { state: AnswerState };

/** As it stands at a moment. */
export type Post = Omit<KeptPost, "edits" | "answers"> & {
  /** When it got its present wording, if not its first. */
  editedAt?: Date;
  /** Those that stand, oldest first; rejected ones are among them, removed ones are not. */
  answers: Answer[];
};

/** How a network looks at the moment. */
export interface Sight {
  now: Date;
  /** How long an answer is looked at before others see it. */
  moderationMs: number;
}

/** The post as it stands at `now`; `removedAt` is there only once it has come. */
export function asOf(kept: KeptPost, sight: Sight): Post {
  const { edits, answers, removedAt, ...first } = kept;
  const isPast = ({ at }: { at: Date }) => at <= sight.now;
  const last = edits.findLast(isPast);
  const { at: editedAt, ...wording } = last ?? { at: undefined };
  return {
    ...first,
    ...wording,
    ...(editedAt && { editedAt }),
    ...(removedAt && removedAt <= sight.now && { removedAt }),
    answers: answers
      .filter((answer) => isPast(answer) && !answer.removedAt)
      .map((answer) => ({ ...answer, state: stateOf(answer, sight) })),
  };
}

function stateOf({ at, editedAt, why }: KeptAnswer, { now, moderationMs }: Sight): AnswerState {
  if (now.getTime() - (editedAt ?? at).getTime() < moderationMs) return "in-review";
  return why === undefined ? "published" : "rejected";
}

/** Why moderation would not let an answer through: it sends the customer elsewhere. null: it would. */
export function elsewhereIn(text: string): "link" | "email" | "phone" | null {
  if (/[\p{L}\d._-]+@[\p{L}\d-]+\.\p{L}{2,}/iu.test(text)) return "email";
  if (/https?:\/\/|\bwww\.|\bt\.me\/|[\p{L}\d-]+\.(ru|com|net|org|shop|me|рф)(?![\p{L}\d])/iu.test(text)) {
    return "link";
  }
  return /(?:\+7|\b8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}\b/u.test(text) ? "phone" : null;
}
