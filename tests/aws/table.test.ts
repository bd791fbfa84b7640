import { randomBytes } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoTable } from "@otklik/aws/table";
import { describe, expect, it } from "vitest";
import { anyone, ensureTable, startDynamo } from "../../packages/aws-local/src/dynamo.ts";
import type { Meddle } from "../../packages/aws-local/src/dynamo-proxy.ts";
import { describeTable } from "../contracts/table.ts";

// Through the real SDK against dynalite. A proxy in front of it gives what dynalite lacks of DynamoDB: the row that
// stands in the way of a refused write, and ranges compared by bytes.
const open = async (meddle?: Meddle) => {
  const dynamo = await startDynamo(meddle ? { meddle } : {});
  await ensureTable(dynamo.endpoint, "otklik");
  const client = new DynamoDBClient({ endpoint: dynamo.endpoint, ...anyone });
  return {
    table: dynamoTable({ client, tableName: "otklik", patienceMs: 5000 }),
    async close() {
      client.destroy();
      await dynamo.close();
    },
  };
};

describeTable("DynamoDB", () => open(), { runs: 15 }); // each is a hundred requests over HTTP

const answerOf = (type: string) => ({
  status: 400,
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: "not now" }),
});
const throttled = answerOf("ProvisionedThroughputExceededException");
const key = { pk: "p", sk: "a" };

describe("DynamoDB under load", () => {
  it("writes what was throttled a little later, and each of many once", async () => {
    let asked = 0;
    const { table, close } = await open(async (operation, forward) => {
      return operation === "PutItem" && ++asked <= 20 ? throttled : forward();
    });
    const writes = Array.from({ length: 12 }, (_, at) => ({
      put: { pk: "p", sk: String(at), body: {} },
      if: "absent" as const,
    }));
    const outcomes = await table.commit(writes);
    expect(outcomes).toEqual(writes.map(() => ({ done: true, version: 1 })));
    await close();
  });

  it("says so when it is still throttled at the end of its patience, and has tried all the others", async () => {
    const { table, close } = await open(async (operation, forward) =>
      operation === "DeleteItem" ? throttled : forward(),
    );
    const commit = table.commit([{ remove: { pk: "p", sk: "gone" } }, { put: { ...key, body: {} } }]);
    await expect(commit).rejects.toMatchObject({ name: "ProvisionedThroughputExceededException" });
    expect(await table.get(key)).toMatchObject({ version: 1 });
    await close();
  });

  it("does not ask again what can never be", async () => {
    let asked = 0;
    const { table, close } = await open(async (operation, forward) => {
      if (operation !== "PutItem") return forward();
      asked++;
      return answerOf("ValidationException");
    });
    await expect(table.commit([{ put: { ...key, body: {} }, if: "absent" }])).rejects.toThrow();
    expect(asked).toBe(1);
    await close();
  });

  it("knows its own write when the answer was lost and the SDK asks again", async () => {
    let lost = 0;
    const { table, close } = await open(async (operation, forward) => {
      const answer = await forward();
      return operation === "PutItem" && lost++ === 0 ? { status: 500, body: "{}" } : answer;
    });
    expect(await table.commit([{ put: { ...key, body: { by: "us" } }, if: "absent" }])).toEqual([
      { done: true, version: 1 },
    ]);
    expect(lost).toBe(2);
    await close();
  });

  it("reads on when a page was throttled between its pieces", async () => {
    let asked = 0;
    const { table, close } = await open(async (operation, forward) =>
      operation === "Query" && ++asked === 2 ? throttled : forward(),
    );
    const body = { text: randomBytes(290_000).toString("base64") };
    await table.commit(["a", "b", "c", "d"].map((sk) => ({ put: { pk: "p", sk, body } })));
    const { rows } = await table.query({ pk: "p", limit: 4 });
    expect(rows.map(({ sk }) => sk)).toEqual(["a", "b", "c", "d"]);
    expect(asked).toBeGreaterThan(2);
    await close();
  });
});
