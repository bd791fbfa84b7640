import { wordsOf } from "../mention/mention.ts";
import type { SearchEntry } from "../ports.ts";
import type { Conversation } from "./conversation.ts";

/** What of a conversation can be found; null while the mention that began it is not known. */
export function searchEntryOf(conversation: Conversation): SearchEntry | null {
  const { mention, label } = conversation;
  if (!mention) return null;
  const { author, product, location } = mention;
  const text = [wordsOf(mention), author.name, product?.name, product?.sku, location];
  return {
    id: conversation.id,
    brandId: conversation.brandId,
    text: text.filter(Boolean).join("\n"),
    facets: {
      status: conversation.status.is,
      network: conversation.network,
      sentiment: label?.sentiment.is ?? "neutral",
    },
    postedAt: mention.postedAt,
  };
}
