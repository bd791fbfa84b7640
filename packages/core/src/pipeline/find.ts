import { conversationFromRow } from "../conversation/conversation-store.ts";
import { searchEntryOf } from "../conversation/search-entry.ts";
import { rowKind } from "../mention/mention-store.ts";
import type { Change, Ports, SearchEntry } from "../ports.ts";
import { workspaceOfKey } from "../table-scope.ts";

/** Keeps what can be found in step with the conversations. */
export async function find(changes: readonly Change[], ports: Ports): Promise<void> {
  const entries = new Map<string, SearchEntry[]>();
  for (const { row } of changes) {
    if (!row || rowKind(row) !== "conversation") continue;
    const entry = searchEntryOf(conversationFromRow(row));
    if (!entry) continue;
    const workspaceId = workspaceOfKey(row.pk);
    entries.set(workspaceId, [...(entries.get(workspaceId) ?? []), entry]);
  }
  for (const [workspaceId, ofOne] of entries) await ports.search.put(workspaceId, ofOne);
}
