import { z } from "zod";
import type { Place, Priority } from "../conversation/conversation.ts";
import { type Label, moodOf } from "../label/label.ts";
import type { FoundMention } from "../mention/found.ts";

const Minutes = z.number().int().positive();

/** The brand's rules as one validated document. */
export const Regulation = z.object({
  /** Minutes from the customer's word to our answer, by kind: chats first, then social, then reviews. */
  targets: z
    .object({ message: Minutes, comment: Minutes, question: Minutes, review: Minutes })
    .default({ message: 60, comment: 4 * 60, question: 8 * 60, review: 24 * 60 }),
  /** How many minutes earlier a priority ranks than its due time says. */
  weights: z
    .object({ urgent: z.number(), high: z.number(), normal: z.number(), low: z.number() })
    .default({ urgent: 7 * 24 * 60, high: 24 * 60, normal: 0, low: -24 * 60 }),
  /** An urgent mention is due this soon, whatever its kind. */
  urgentTarget: Minutes.default(60),
  /** Seconds in which a person may take a reply back. */
  undoSeconds: z
    .object({ message: z.number().int().min(0).max(30), public: z.number().int().min(0).max(30) })
    .default({ message: 3, public: 10 }),
});
export type Regulation = z.infer<typeof Regulation>;
export const defaultRegulation: Regulation = Regulation.parse({});

const minute = 60_000;

/** How much later a mention from before `clockFrom` ranks for its age: of a backlog the newest come first. */
const backlogShare = 1 / 100;

/**
 * Where a mention stands in the inbox, and why. Pure: the same mention always gets the same place. No promise is counted
 * from before `clockFrom`, when its source was connected: nobody could have kept it.
 */
export function placeOf(
  mention: Pick<FoundMention, "kind" | "postedAt" | "rating">,
  label: Label,
  { regulation, clockFrom }: { regulation: Regulation; clockFrom: Date },
): Place {
  const [priority, because] = priorityOf(mention, label);
  const target =
    priority === "urgent"
      ? Math.min(regulation.urgentTarget, regulation.targets[mention.kind])
      : regulation.targets[mention.kind];
  const age = Math.max(0, clockFrom.getTime() - mention.postedAt.getTime());
  const dueAt = new Date(mention.postedAt.getTime() + age + target * minute);
  const rankAt = new Date(dueAt.getTime() - regulation.weights[priority] * minute + age * backlogShare);
  return { priority, dueAt, rankAt, why: [because, `target.${mention.kind}`] };
}

export const hasFewStars = (rating: FoundMention["rating"]): boolean =>
  rating !== undefined && rating.stars / rating.outOf <= 0.4;

function priorityOf(
  { rating, kind }: Pick<FoundMention, "rating" | "kind">,
  label: Label,
): [Priority, string] {
  const reason = label.urgency[0];
  if (reason) return ["urgent", `urgency.${reason.reason}`];
  if (hasFewStars(rating)) return ["high", "stars.low"];
  const mood = moodOf(label);
  if (mood === "negative") return ["high", "sentiment.negative"];
  if (mood === "mixed") return ["normal", "sentiment.mixed"];
  if (kind === "question" || kind === "message") return ["normal", `kind.${kind}`];
  if (label.complaint) return ["normal", "complaint"];
  if (mood === "positive") return ["low", "sentiment.positive"];
  return ["normal", `sentiment.${mood}`];
}

/** How long a reply may be taken back, in seconds: less in a chat than in public. */
export const undoSecondsFor = (kind: FoundMention["kind"], regulation: Regulation): number =>
  kind === "message" ? regulation.undoSeconds.message : regulation.undoSeconds.public;
