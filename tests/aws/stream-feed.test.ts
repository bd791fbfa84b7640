import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoTable } from "@otklik/aws/table";
import type { Change, Ports } from "@otklik/core/ports";
import { onChange } from "@otklik/functions/on";
import { describe, expect, it } from "vitest";
import { anyone, ensureTable, startDynamo } from "../../packages/aws-local/src/dynamo.ts";
import { readStream, streamFeed } from "../../packages/aws-local/src/stream-feed.ts";
import { describeChangeFeed } from "../contracts/change-feed.ts";

// dynalite has no stream: the proxy in front of it keeps a record of each write, in the stream's own shape.
describeChangeFeed("DynamoDB's stream", async () => {
  const dynamo = await startDynamo();
  await ensureTable(dynamo.endpoint, "otklik");
  const client = new DynamoDBClient({ endpoint: dynamo.endpoint, ...anyone });
  return {
    table: dynamoTable({ client, tableName: "otklik" }),
    feed: streamFeed(dynamo.endpoint),
    async close() {
      client.destroy();
      await dynamo.close();
    },
  };
});

describe("a stream's records as Lambda hands them on", () => {
  it("reach a change's door as the rows that were written, and a failed one comes again", async () => {
    const dynamo = await startDynamo();
    await ensureTable(dynamo.endpoint, "otklik");
    const client = new DynamoDBClient({ endpoint: dynamo.endpoint, ...anyone });
    const table = dynamoTable({ client, tableName: "otklik" });
    const body = { text: "Посылка не пришла, деньги не вернули, поддержка молчит. ".repeat(9) };
    for (const sk of ["a", "b", "c"]) await table.commit([{ put: { pk: "p", sk, body } }]);

    let isAway = true;
    const borne: Change[] = [];
    const handler = onChange(async (changes) => {
      if (isAway && changes.some(({ key }) => key.sk === "b")) throw new Error("away");
      borne.push(...changes);
    }).using({ log: { error: () => {} } } as unknown as Ports);
    const time = { getRemainingTimeInMillis: () => 5000 };
    const { batchItemFailures } = await handler(
      await readStream(dynamo.endpoint, { after: "0", limit: 10 }),
      time,
    );
    expect(borne.map(({ key }) => key.sk)).toEqual(["a", "c"]);

    isAway = false;
    const before = Number(batchItemFailures[0]?.itemIdentifier) - 1; // Lambda goes on from the first that failed
    await handler(await readStream(dynamo.endpoint, { after: String(before), limit: 10 }), time);
    expect(borne.map(({ key, row }) => [key.sk, row?.body])).toEqual(
      ["a", "c", "b", "c"].map((sk) => [sk, body]),
    );
    client.destroy();
    await dynamo.close();
  });
});
