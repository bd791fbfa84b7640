import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { dynamoClaims } from "@otklik/aws/claims";
import { rowFrom } from "@otklik/aws/stored-row";
import { ensureTable, type LocalDynamo, startDynamo } from "@otklik/aws-local/dynamo";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { client } from "../support/aws/client.ts";

const tableName = "otklik";
let dynamo: LocalDynamo;
let db: DynamoDBClient;
let at = Date.UTC(2026, 0, 5, 10);
const pass = (seconds: number): void => {
  at += seconds * 1000;
};

beforeAll(async () => {
  dynamo = await startDynamo();
  await ensureTable(dynamo.endpoint, tableName);
  db = new DynamoDBClient(client(dynamo.endpoint));
});
afterAll(async () => {
  db.destroy();
  await dynamo.close();
});

const claims = () => dynamoClaims({ client: db, tableName, now: () => new Date(at) });

describe("a claim", () => {
  it("is had by one of many who ask at once", async () => {
    const asked = await Promise.all(Array.from({ length: 8 }, () => claims().take("race", 300)));
    expect(asked.filter(Boolean)).toHaveLength(1);
  });

  it("ends with its time, though the row still lies there", async () => {
    expect(await claims().take("short", 300)).toBe(true);
    pass(299);
    expect(await claims().take("short", 300)).toBe(false);
    pass(1);
    expect(await claims().take("short", 300)).toBe(true);
  });

  it("can be had again once it was given back, which is borne twice", async () => {
    await claims().take("back", 300);
    await claims().giveBack("back");
    await claims().giveBack("back");
    expect(await claims().take("back", 300)).toBe(true);
  });

  it("lies as a row that others may read, with the time at which DynamoDB may clear it away", async () => {
    await claims().take("row", 300);
    const Key = { pk: { S: "#claim.row" }, sk: { S: "c" } };
    const { Item = {} } = await db.send(new GetItemCommand({ TableName: tableName, Key }));
    expect(rowFrom(Item)).toEqual({ pk: "#claim.row", sk: "c", version: 1, body: {} });
    expect(Item.expires).toEqual({ N: String(at / 1000 + 300) });
  });
});
