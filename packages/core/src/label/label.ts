import { z } from "zod";
import { Instant } from "../json.ts";
import { Topic } from "./topic.ts";

export const sentiments = ["negative", "neutral", "positive", "mixed"] as const;
export const Sentiment = z.enum(sentiments);
export type Sentiment = z.infer<typeof Sentiment>;

export const Emotion = z.enum(["anger", "disappointment", "confusion", "joy", "gratitude", "neutral"]);
export type Emotion = z.infer<typeof Emotion>;

export const UrgencyReason = z.enum(["health", "legal", "fraud", "media", "churn", "outage"]);
export type UrgencyReason = z.infer<typeof UrgencyReason>;

export const Touchpoint = z.enum(["first-contact", "purchase", "delivery", "use", "support"]);
export type Touchpoint = z.infer<typeof Touchpoint>;

/** Something about a mention that a person should know before answering. */
export const Flag = z.enum(["insult", "spam", "fake", "competitor"]);
export type Flag = z.infer<typeof Flag>;

/** What the customer wants of us: an answer, or something done. */
export const Wish = z.enum(["question", "request"]);
export type Wish = z.infer<typeof Wish>;

export const ContactKind = z.enum(["phone", "email", "handle", "link", "card"]);
export type ContactKind = z.infer<typeof ContactKind>;

const Confidence = z.number().min(0).max(1);

export const fields = ["title", "text", "pros", "cons"] as const;

/** A stretch of the customer's words, in UTF-16 units of that field: from `from` up to, not including, `to`. */
export const Span = z.object({
  in: z.enum(fields),
  from: z.number().int().min(0),
  to: z.number().int().min(0),
});
export type Span = z.infer<typeof Span>;

/**
 * The words that led to a part of the label. `of` names that part: "sentiment.negative" and "sentiment.positive" (what is
 * blamed and what is praised), "emotion.anger", "topic.price", "touchpoint.delivery", "urgency.health", "flag.insult",
 * "wish.question".
 */
export const Evidence = Span.extend({ of: z.string() });
export type Evidence = z.infer<typeof Evidence>;

/** What a model concluded of a mention, part by part. */
const Parts = z.object({
  /** BCP 47 primary language, "und" when it cannot be told. */
  language: z.string(),
  /** Below `sureFrom` we are unsure, and say so. */
  sentiment: z.object({ is: Sentiment, confidence: Confidence }),
  /** Something in it is complained of, however the whole is meant: "five stars, but". */
  complaint: z.boolean().default(false),
  emotion: z.object({ is: Emotion, confidence: Confidence }),
  topics: z.array(Topic),
  touchpoint: Touchpoint.optional(),
  /** Empty: not urgent. `words` are the customer's own words that led to it. */
  urgency: z.array(z.object({ reason: UrgencyReason, words: z.string() })),
  flags: z.array(Flag).default([]),
  wish: Wish.optional(),
  /** The brand's own products and its competitors that are named in it, as the brand spells them. */
  names: z.array(Span.extend({ is: z.enum(["product", "competitor"]), name: z.string() })).default([]),
  /** How the customer can be reached, so that it can be masked. */
  contacts: z.array(Span.extend({ is: ContactKind })).default([]),
  evidence: z.array(Evidence).default([]),
});

/** The parts that a person may correct. Null: the mention has none of it. Without defaults, which would fill in parts. */
export const Correctable = z.object({
  sentiment: Parts.shape.sentiment,
  complaint: z.boolean(),
  emotion: Parts.shape.emotion,
  topics: Parts.shape.topics,
  touchpoint: Touchpoint.nullable(),
  urgency: Parts.shape.urgency,
  flags: z.array(Flag),
  wish: Wish.nullable(),
});
export type Correctable = z.infer<typeof Correctable>;

/** What we concluded of a mention; kept apart from the customer's own words. */
export const Label = Parts.extend({
  /** Who said so, apart from what is corrected: the model's name and version, "stars" where there was no text. */
  by: z.string(),
  /**
   * A person has spoken about some parts: the label says what that person said, `was` what the model had said of exactly
   * those; and all of the model's evidence, where some of it went with what the person took away.
   */
  corrected: z
    .object({
      by: z.string(),
      at: Instant,
      was: Correctable.extend({ evidence: z.array(Evidence) }).partial(),
    })
    .optional(),
});
export type Label = z.infer<typeof Label>;

/** Nothing concluded, and openly so. */
export const unlabelled: Omit<Label, "corrected"> = {
  language: "und",
  sentiment: { is: "neutral", confidence: 0 },
  complaint: false,
  emotion: { is: "neutral", confidence: 0 },
  topics: [],
  urgency: [],
  flags: [],
  names: [],
  contacts: [],
  evidence: [],
  by: "unlabelled",
};

/** A sentiment of less confidence raises no alert, is never answered by itself and is counted apart. */
export const sureFrom = 0.5;
export const isUnsure = ({ sentiment }: Pick<Label, "sentiment">): boolean => sentiment.confidence < sureFrom;

/** What a mention is counted and shown as: its sentiment, or openly that we are unsure of it. */
export const moods = [...sentiments, "unsure"] as const;
export const Mood = z.enum(moods);
export type Mood = z.infer<typeof Mood>;
export const moodOf = (label: Pick<Label, "sentiment">): Mood =>
  isUnsure(label) ? "unsure" : label.sentiment.is;
