import { type BuiltInTopic, type Trade, tradeTopics } from "@otklik/core/label/topic";
import { type TopicWords, topicWords } from "./topic-words.ts";
import { appWords } from "./topic-words-app.ts";
import { bankWords } from "./topic-words-bank.ts";
import { cafeWords, foodWords } from "./topic-words-cafe.ts";
import { clinicWords } from "./topic-words-clinic.ts";
import { cosmeticsWords } from "./topic-words-cosmetics.ts";
import { loyaltyWords, shopWords } from "./topic-words-shop.ts";
import { entriesOf } from "./word-index.ts";

const closer: Readonly<Record<Trade, TopicWords>> = {
  general: [],
  cosmetics: cosmeticsWords,
  cafe: [...cafeWords, ...foodWords],
  app: appWords,
  shop: [...shopWords, ...foodWords, ...loyaltyWords],
  clinic: clinicWords,
  bank: [...bankWords, ...loyaltyWords],
};

/**
 * The patterns of a trade, each with the topic that it tells of: where the trade's own list and the general one both know
 * a pattern, the trade's is meant. Topics that are not of the trade have no words in it.
 */
export function wordsOfTrade(trade: Trade): ReadonlyMap<string, BuiltInTopic | "none"> {
  const ours = new Set<BuiltInTopic | "none">([...tradeTopics[trade], "none"]);
  const patterns = new Map<string, BuiltInTopic | "none">();
  for (const [pattern, topic] of entriesOf([...closer[trade], ...topicWords]))
    if (ours.has(topic) && !patterns.has(pattern)) patterns.set(pattern, topic);
  return patterns;
}
