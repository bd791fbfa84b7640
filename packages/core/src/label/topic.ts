import { z } from "zod";

/** The closed list of topics, with a name each in `words`; "other" stands for what fits none. */
export const builtInTopics = [
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
  // Of one trade or two.
  "rash",
  "expiry",
  "shade",
  "leak",
  "scent",
  "texture",
  "effect",
  "portion",
  "atmosphere",
  "menu",
  "freshness",
  "booking",
  "crash",
  "sign-in",
  "ads",
  "update",
  "speed",
  "subscription",
  "notifications",
  "design",
  "features",
  "privacy",
  "stock",
  "assortment",
  "description",
  "loyalty",
  "pain",
  "appointment",
  "doctor",
  "treatment",
  "tests",
  "account",
  "card",
  "credit",
  "savings",
  "fees",
  "fraud",
  "branch",
  "atm",
  "transfer",
  "blocking",
  "other",
] as const;
export const BuiltInTopic = z.enum(builtInTopics);
export type BuiltInTopic = z.infer<typeof BuiltInTopic>;

/** What a brand has added to the list; its title and its example phrases stand in the brand's vocabulary. */
export const OwnTopic = z.templateLiteral(["own-", z.string().regex(/^[0-9a-z]{4,20}$/)]);
export type OwnTopic = z.infer<typeof OwnTopic>;

export const Topic = z.union([BuiltInTopic, OwnTopic]);
export type Topic = z.infer<typeof Topic>;

export const isBuiltIn = (topic: Topic): topic is BuiltInTopic => BuiltInTopic.safeParse(topic).success;

export const trades = ["general", "cosmetics", "cafe", "app", "shop", "clinic", "bank"] as const;
export const Trade = z.enum(trades);
export type Trade = z.infer<typeof Trade>;

/**
 * The topics that a brand of each trade starts from. A general topic is left out where the trade has a closer one or
 * where its words would mean something else, so that no two stand for one thing.
 */
export const tradeTopics: Readonly<Record<Trade, readonly BuiltInTopic[]>> = {
  general: [
    ...(["quality", "price", "delivery", "packaging", "staff", "service", "wait", "taste"] as const),
    ...(["cleanliness", "safety", "authenticity", "size", "app", "payment", "refund", "other"] as const),
  ],
  cosmetics: [
    ...(["quality", "effect", "rash", "authenticity", "expiry", "shade", "leak", "scent"] as const),
    ...(["texture", "price", "delivery", "packaging", "size", "staff", "service", "wait"] as const),
    ...(["app", "payment", "refund", "other"] as const),
  ],
  cafe: [
    ...(["taste", "wait", "staff", "cleanliness", "price", "portion", "freshness", "menu"] as const),
    ...(["atmosphere", "booking", "service", "delivery", "packaging", "safety", "app", "payment"] as const),
    ...(["refund", "other"] as const),
  ],
  app: [
    ...(["crash", "sign-in", "ads", "update", "speed", "subscription", "notifications", "design"] as const),
    ...(["features", "privacy", "quality", "price", "payment", "refund", "service", "wait"] as const),
    ...(["staff", "delivery", "other"] as const),
  ],
  shop: [
    ...([
      "quality",
      "price",
      "stock",
      "assortment",
      "description",
      "design",
      "delivery",
      "packaging",
    ] as const),
    ...(["size", "freshness", "authenticity", "loyalty", "staff", "service", "wait", "cleanliness"] as const),
    ...(["safety", "app", "payment", "refund", "other"] as const),
  ],
  clinic: [
    ...(["doctor", "staff", "pain", "appointment", "wait", "treatment", "tests", "price"] as const),
    ...(["cleanliness", "service", "safety", "app", "payment", "refund", "other"] as const),
  ],
  bank: [
    ...(["account", "card", "credit", "savings", "fees", "fraud", "branch", "atm", "transfer"] as const),
    ...(["blocking", "loyalty", "app", "staff", "service", "wait", "refund", "other"] as const),
  ],
};
