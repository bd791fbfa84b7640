import { type BatchGetItemCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { batchGet } from "@otklik/aws/batch-get";
import { dynamoTable } from "@otklik/aws/table";
import { ensureTable, startDynamo } from "@otklik/aws-local/dynamo";
import { expect, it, onTestFinished } from "vitest";
import { client } from "../support/aws/client.ts";

const tableName = "otklik";
const keyOf = (n: number) => ({ pk: "p", sk: String(n).padStart(4, "0") });

async function opened(rows: number) {
  const dynamo = await startDynamo();
  await ensureTable(dynamo.endpoint, tableName);
  const db = new DynamoDBClient(client(dynamo.endpoint));
  onTestFinished(async () => {
    db.destroy();
    await dynamo.close();
  });
  const writes = Array.from({ length: rows }, (_, n) => ({ put: { ...keyOf(n), body: { n } } }));
  await dynamoTable({ client: db, tableName }).commit(writes);
  return db;
}

it("reads any number of rows, and leaves out what is not there", async () => {
  const db = await opened(230);
  const keys = Array.from({ length: 240 }, (_, n) => keyOf(n));
  const rows = await batchGet({ client: db, tableName }, keys);
  expect(rows.map(({ body }) => body.n).sort((a, b) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 230 }, (_, n) => n),
  );
  expect(await batchGet({ client: db, tableName }, [])).toEqual([]);
});

it("asks again for what DynamoDB has not come to", async () => {
  const db = await opened(10);
  let asked = 0;
  db.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      if (!("RequestItems" in (args.input as object)) || ++asked > 3) return answer;
      // As under load: a part of what was asked, and the rest to be asked for again.
      const { RequestItems } = args.input as BatchGetItemCommand["input"];
      const [first, ...rest] = RequestItems?.[tableName]?.Keys ?? [];
      const output = answer.output as unknown as { Responses: Record<string, { sk: { S: string } }[]> };
      const found = output.Responses[tableName]?.filter(({ sk }) => sk.S === first?.sk?.S) ?? [];
      return {
        ...answer,
        output: {
          ...answer.output,
          Responses: { [tableName]: found },
          UnprocessedKeys: { [tableName]: { Keys: rest } },
        },
      };
    },
    { step: "initialize" },
  );
  const rows = await batchGet(
    { client: db, tableName },
    Array.from({ length: 10 }, (_, n) => keyOf(n)),
  );
  expect(new Set(rows.map(({ sk }) => sk)).size).toBe(10);
  expect([rows.length, asked]).toEqual([10, 4]);
});
