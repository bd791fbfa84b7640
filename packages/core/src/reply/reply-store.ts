import { toJson } from "../json.ts";
import { conversationKey } from "../mention/mention-store.ts";
import type { Key, NewRow, Row } from "../ports.ts";
import type { ScopedTable } from "../table-scope.ts";
import { wakeKey } from "../wake.ts";
import { Reply, sweptAt } from "./reply.ts";

/** A reply's row, or that of an edit of one. */
export function replyKey(conversationId: string, replyId: string, is: "reply" | "edit" = "reply"): Key {
  const { pk, sk } = conversationKey(conversationId);
  return { pk, sk: `${sk}~${is === "edit" ? "e" : "r"}~${replyId}` };
}

export function replyRow(reply: Reply): NewRow {
  const next = sweptAt(reply.state);
  const { id: _, conversationId, ...body } = reply;
  return {
    ...replyKey(conversationId, reply.id, reply.replaces === undefined ? "reply" : "edit"),
    body: toJson(body),
    ...(next ? { index: { wake: wakeKey(reply.id, next) }, card: { is: "reply" } } : {}),
  };
}

export function replyFromRow(row: Row): Reply & { version: number } {
  const [conversationId, , id] = row.sk.split("~");
  return { ...Reply.parse({ ...row.body, id, conversationId }), version: row.version };
}

export async function getReply(
  table: ScopedTable,
  conversationId: string,
  replyId: string,
  is: "reply" | "edit" = "reply",
): Promise<(Reply & { version: number }) | null> {
  const row = await table.get(replyKey(conversationId, replyId, is));
  return row && replyFromRow(row);
}
