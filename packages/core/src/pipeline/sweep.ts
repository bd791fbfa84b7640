import { changeConversation } from "../conversation/conversation-store.ts";
import type { IndexCard, Ports } from "../ports.ts";
import { getSource } from "../source/source-store.ts";
import { allCards } from "../table-paging.ts";
import { scopedTable, workspaceOfKey } from "../table-scope.ts";
import { wakePartition, wakeShards } from "../wake.ts";
import { send } from "./jobs.ts";

/** Wakes all that has passed its time: snoozed conversations, replies and sources that wait, orphaned claims, days left unsummed. */
export async function sweep(at: Date, ports: Ports): Promise<void> {
  for (let shard = 0; shard < wakeShards; shard++)
    for await (const card of allCards(ports.table, "wake", {
      pk: wakePartition(shard),
      to: `${at.toISOString()}~~`,
    }))
      await wake(card, at, ports);
}

async function wake(card: IndexCard, at: Date, ports: Ports): Promise<void> {
  const workspaceId = workspaceOfKey(card.pk);
  // The same waiting thing is asked for once in five minutes, and again if it still waits then.
  const dedupe = `${card.sk}.${card.version}.${Math.floor(at.getTime() / 300_000)}`;
  switch (card.card.is) {
    case "reply": {
      const [conversationId = "", , replyId = ""] = card.sk.split("~");
      return send(ports, "deliver", [{ job: { workspaceId, conversationId, replyId }, dedupe }]);
    }
    case "bucket": {
      const brandId = card.pk.slice(card.pk.indexOf("/t.") + 3);
      return send(ports, "sum", [{ job: { workspaceId, brandId, day: card.sk }, dedupe }]);
    }
    case "source": {
      const source = await getSource(scopedTable(ports.table, workspaceId), card.sk);
      if (source?.state.is !== "active") return;
      const job = { workspaceId, sourceId: source.id };
      return send(ports, "pull", [{ job, group: source.accountId ?? source.id, dedupe }]);
    }
    default:
      await changeConversation(scopedTable(ports.table, workspaceId), card.sk, (conversation) =>
        conversation.status.is === "snoozed" && conversation.status.until <= at
          ? { ...conversation, status: { is: "open" } }
          : null,
      );
  }
}
