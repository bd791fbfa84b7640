import { toJson } from "../json.ts";
import type { Row, Table } from "../ports.ts";
import { askedFirst, isSettled, Reply } from "../reply/reply.ts";
import { allCards } from "../table-paging.ts";
import { wakePartition, wakeShards } from "../wake.ts";

/** The body of a reply's row as a copy of its home must hold it: what may have gone out since is asked after first. */
export function askFirst({ sk, body }: Pick<Row, "sk" | "body">): Row["body"] {
  const [conversationId = "", , id = ""] = sk.split("~");
  const reply = Reply.parse({ ...body, id, conversationId });
  if (isSettled(reply.state)) return body;
  const { id: _, conversationId: __, ...kept } = askedFirst(reply);
  return toJson(kept);
}

/** Does that for every reply that waits, in all workspaces; for a home that was put back from a backup. Returns how many wait. */
export async function askAllFirst(table: Table): Promise<number> {
  let waiting = 0;
  for (let shard = 0; shard < wakeShards; shard++)
    for await (const { pk, sk, card } of allCards(table, "wake", { pk: wakePartition(shard) })) {
      const row = card.is === "reply" ? await table.get({ pk, sk }) : null;
      if (!row) continue;
      const { version, ...rest } = row;
      await table.commit([{ put: { ...rest, body: askFirst(row) }, if: { version } }]);
      waiting++;
    }
  return waiting;
}
