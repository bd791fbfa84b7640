import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { batchGet } from "@otklik/aws/batch-get";
import { openSearch } from "@otklik/aws/search";
import { dynamoTable } from "@otklik/aws/table";
import { ensureTable, startDynamo } from "@otklik/aws-local/dynamo";
import { beginConversation } from "@otklik/core/conversation/admit";
import { type Conversation, Status } from "@otklik/core/conversation/conversation";
import { conversationRow } from "@otklik/core/conversation/conversation-store";
import { conversationKey } from "@otklik/core/mention/mention-store";
import type { SearchEntry, Table, Write } from "@otklik/core/ports";
import { defaultRegulation } from "@otklik/core/regulation/regulation";
import { scopedTable } from "@otklik/core/table-scope";
import { describe, expect, it, onTestFinished } from "vitest";
import { describeSearch } from "../contracts/search.ts";
import { client } from "../support/aws/client.ts";
import { label, mention } from "../support/mentions.ts";

const tableName = "otklik";

/** A conversation as triage leaves it, of which such an entry would be found. */
function conversation({ id, brandId, text, facets, postedAt }: SearchEntry): Conversation {
  const { status = "open", network = "village" } = facets;
  const said = { ...mention({ text, postedAt, author: {} }), id, conversationId: id, brandId, network };
  const begun = beginConversation({
    mention: said,
    label: label(),
    inboxFrom: new Date(0),
    clockFrom: new Date(0),
    regulation: defaultRegulation,
  });
  return { ...begun, status: Status.parse({ is: status, reason: "read" }) };
}

const fillOf = (table: Table) => {
  const commit = async (workspaceId: string, writes: Write[]): Promise<void> => {
    for (const write of writes) await scopedTable(table, workspaceId).commit([write]);
  };
  return {
    put: (workspaceId: string, entries: readonly SearchEntry[]) =>
      commit(
        workspaceId,
        entries.map((entry) => ({ put: conversationRow(conversation(entry)) })),
      ),
    remove: (workspaceId: string, ids: readonly string[]) =>
      commit(
        workspaceId,
        ids.map((id) => ({ remove: conversationKey(id) })),
      ),
  };
};

async function open() {
  const dynamo = await startDynamo();
  await ensureTable(dynamo.endpoint, tableName);
  const db = new DynamoDBClient(client(dynamo.endpoint));
  const table = dynamoTable({ client: db, tableName });
  return {
    search: openSearch({ table, read: (keys) => batchGet({ client: db, tableName }, keys) }),
    fill: fillOf(table),
    close: async () => {
      db.destroy();
      await dynamo.close();
    },
  };
}

describeSearch("DynamoDB's inbox", open, "open");

describe("a long inbox", () => {
  it("is read in hundreds of rows, and found to its end", async () => {
    const { search, fill, close } = await open();
    onTestFinished(close);
    const entries = Array.from({ length: 650 }, (_, n) => ({
      id: `b1-${n}`,
      brandId: "b1",
      text: n % 100 === 0 ? "редкое слово" : "обычный отзыв",
      facets: {},
      postedAt: new Date(Date.UTC(2026, 0, 1) + n * 1000),
    }));
    await fill.put("w", entries);
    const { ids, next } = await search.find("w", { brandId: "b1", words: "редкие", limit: 10 });
    expect(ids).toEqual(["600", "500", "400", "300", "200", "100", "0"].map((name) => `b1-${name}`));
    expect(next).toBeNull();
  });
});
