import { z } from "zod";

export const sentiments = ["negative", "neutral", "positive", "mixed"] as const;
export const Sentiment = z.enum(sentiments);
export type Sentiment = z.infer<typeof Sentiment>;

export const Emotion = z.enum(["anger", "disappointment", "confusion", "joy", "gratitude", "neutral"]);
export type Emotion = z.infer<typeof Emotion>;

export const UrgencyReason = z.enum(["health", "legal", "fraud", "media", "churn", "outage"]);
export type UrgencyReason = z.infer<typeof UrgencyReason>;

export const Touchpoint = z.enum(["first-contact", "purchase", "delivery", "use", "support"]);
export type Touchpoint = z.infer<typeof Touchpoint>;

/** The closed list of topics that every brand starts from; "other" stands for what fits none. */
export const topics = [
  "quality",
  "price",
  "delivery",
  "packaging",
  "staff",
  "service",
  "wait",
  "taste",
  "cleanliness",
  "safety",
  "authenticity",
  "size",
  "app",
  "payment",
  "refund",
  "other",
] as const;
export const Topic = z.enum(topics);
export type Topic = z.infer<typeof Topic>;

const Confidence = z.number().min(0).max(1);

/** What we concluded of a mention; kept apart from the customer's own words. */
export const Label = z.object({
  /** BCP 47 primary language, "und" when it cannot be told. */
  language: z.string(),
  sentiment: z.object({ is: Sentiment, confidence: Confidence }),
  emotion: z.object({ is: Emotion, confidence: Confidence }),
  topics: z.array(Topic),
  touchpoint: Touchpoint.optional(),
  /** Empty: not urgent. `words` are the customer's own words that led to it. */
  urgency: z.array(z.object({ reason: UrgencyReason, words: z.string() })),
  /** Who said so: the model's name and version, "stars" where there was no text, "person" after a correction. */
  by: z.string(),
});
export type Label = z.infer<typeof Label>;
