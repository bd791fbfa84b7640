import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { awsArchive } from "@otklik/aws/archive";
import { dynamoTable } from "@otklik/aws/table";
import type { Archive } from "@otklik/core/archive";
import type { Row, Table } from "@otklik/core/ports";
import { startFauxqs } from "fauxqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyone, ensureTable, type LocalDynamo, startDynamo } from "../../packages/aws-local/src/dynamo.ts";
import { walkCards } from "../support/walk.ts";

const bucket = "otklik-archive";
let dynamo: LocalDynamo;
let storage: Awaited<ReturnType<typeof startFauxqs>>;
let client: DynamoDBClient;
let s3: S3Client;

beforeAll(async () => {
  dynamo = await startDynamo({
    // Every second batch is left half undone, as DynamoDB does under load.
    async meddle(operation, forward, body) {
      if (operation !== "BatchWriteItem" || ++batches % 2 === 0) return forward();
      const { RequestItems } = JSON.parse(body) as { RequestItems: object };
      return { status: 200, body: JSON.stringify({ UnprocessedItems: RequestItems }) };
    },
  });
  storage = await startFauxqs({ port: 0, host: "127.0.0.1", logger: false });
  storage.createBucket(bucket);
  client = new DynamoDBClient({ endpoint: dynamo.endpoint, ...anyone });
  s3 = new S3Client({ endpoint: storage.address, ...anyone, forcePathStyle: true });
});
afterAll(async () => {
  client.destroy();
  s3.destroy();
  await dynamo.close();
  await storage.stop();
});
let batches = 0;

const home = async (tableName: string): Promise<{ table: Table; archive: Archive }> => {
  await ensureTable(dynamo.endpoint, tableName);
  const archive = awsArchive({ client, tableName, s3, bucket });
  return { table: dynamoTable({ client, tableName }), archive };
};
const allOf = async (archive: Archive): Promise<Row[]> => {
  const rows: Row[] = [];
  for await (const row of archive.rows()) rows.push(row);
  return rows.sort((a, b) => (a.pk + a.sk < b.pk + b.sk ? -1 : 1));
};

describe("the archive of a home on AWS", () => {
  it("carries every row, its version and its places, into another home", async () => {
    const from = await home("from");
    const into = await home("into");
    const rows = Array.from({ length: 130 }, (_, at) => ({
      pk: `w1/p${at % 7}`,
      sk: String(at).padStart(3, "0"),
      body: { text: "Не пришла посылка 😡".repeat(at) },
      card: { at },
      index: { inbox: { pk: "w1/in.b", sk: String(at).padStart(3, "0") } },
    }));
    await from.table.commit(rows.map((put) => ({ put })));
    await from.table.commit(rows.slice(0, 20).map((put) => ({ put })));
    const kept = await allOf(from.archive);
    await into.archive.putRows(kept);
    expect(kept).toHaveLength(130);
    expect(await allOf(into.archive)).toEqual(kept);
    expect(kept.filter(({ version }) => version === 2)).toHaveLength(20);
    const cards = await walkCards(into.table, "inbox", { pk: "w1/in.b", limit: 50 });
    expect(cards).toHaveLength(130);
  });

  it("knows an empty home from one that holds a row", async () => {
    const { table, archive } = await home("empty");
    const before = await archive.isEmpty();
    await table.commit([{ put: { pk: "p", sk: "a", body: {} } }]);
    expect([before, await archive.isEmpty()]).toEqual([true, false]);
  });

  it("leaves out what DynamoDB will clear away by itself", async () => {
    const { archive } = await home("claims");
    const Item = {
      pk: { S: "#claim.x" },
      sk: { S: "c" },
      v: { N: "1" },
      b: { S: "{}" },
      expires: { N: "1" },
    };
    await client.send(new PutItemCommand({ TableName: "claims", Item }));
    expect(await allOf(archive)).toEqual([]);
  });

  it("carries every blob under its key", async () => {
    const { archive } = await home("blobs");
    for (const key of ["text/w1/a", "text/w1/b"])
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: Buffer.from(key) }));
    const found: Record<string, string> = {};
    for await (const { key, bytes } of archive.blobs()) found[key] = await new Response(bytes).text();
    expect(found).toEqual({ "text/w1/a": "text/w1/a", "text/w1/b": "text/w1/b" });
  });
});
