import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoTable } from "@otklik/aws/table";
import { anyone, ensureTable, startDynamo } from "../../packages/aws-local/src/dynamo.ts";
import { streamFeed } from "../../packages/aws-local/src/stream-feed.ts";
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
