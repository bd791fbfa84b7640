import { moodOf } from "../label/label.ts";
import { wordsOf } from "../mention/mention.ts";
import type { SearchEntry } from "../ports.ts";
import type { Conversation } from "./conversation.ts";

/** What of a conversation can be found: by the mention that began it, or of a thread without one by its latest. */
export function searchEntryOf(conversation: Conversation): SearchEntry | null {
  const { mention, label, face } = conversation;
  if (!mention && !face) return null;
  const text = mention
    ? [wordsOf(mention), mention.author.name, mention.product?.name, mention.product?.sku, mention.location]
    : [face?.words, face?.author, face?.about];
  return {
    id: conversation.id,
    brandId: conversation.brandId,
    text: text.filter(Boolean).join("\n"),
    facets: {
      status: conversation.status.is,
      network: conversation.network,
      sentiment: label ? moodOf(label) : (face?.sentiment ?? "unsure"),
    },
    postedAt: mention?.postedAt ?? face?.postedAt ?? conversation.latestAt,
  };
}
