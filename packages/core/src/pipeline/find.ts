import { conversationFromRow } from "../conversation/conversation-store.ts";
import { wordsOf } from "../mention/mention.ts";
import { rowKind } from "../mention/mention-store.ts";
import type { Change, Ports, SearchEntry } from "../ports.ts";
import { workspaceOfKey } from "../table-scope.ts";

/** Keeps what can be found in step with the conversations. */
export async function find(changes: readonly Change[], ports: Ports): Promise<void> {
  const entries = new Map<string, SearchEntry[]>();
  for (const { row } of changes) {
    if (!row || rowKind(row) !== "conversation") continue;
    const conversation = conversationFromRow(row);
    const { mention, label } = conversation;
    if (!mention) continue;
    const { author, product, location } = mention;
    const text = [wordsOf(mention), author.name, product?.name, product?.sku, location]
      .filter(Boolean)
      .join("\n");
    const entry: SearchEntry = {
      id: conversation.id,
      brandId: conversation.brandId,
      text,
      facets: {
        status: conversation.status.is,
        network: conversation.network,
        sentiment: label?.sentiment.is ?? "neutral",
      },
      postedAt: mention.postedAt,
    };
    const workspaceId = workspaceOfKey(row.pk);
    entries.set(workspaceId, [...(entries.get(workspaceId) ?? []), entry]);
  }
  for (const [workspaceId, ofOne] of entries) await ports.search.put(workspaceId, ofOne);
}
