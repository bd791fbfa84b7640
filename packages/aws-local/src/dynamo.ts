import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { tableDefinition } from "@otklik/aws/table-definition";
import dynalite from "dynalite";
import { type Meddle, startDynamoProxy } from "./dynamo-proxy.ts";

export interface LocalDynamo {
  /** Where a client of DynamoDB finds it, and `stream` beneath it its changes. */
  endpoint: string;
  close(): Promise<void>;
}

/** Any will do: dynalite looks at no signature. */
export const anyone = {
  region: "eu-central-1",
  credentials: { accessKeyId: "anyone", secretAccessKey: "anyone" },
};

/** dynalite with the proxy that makes up for what it lacks; both end with this process. */
export async function startDynamo(
  options: { port?: number; path?: string; meddle?: Meddle } = {},
): Promise<LocalDynamo> {
  const { port = 0, path, meddle } = options;
  const behind = dynalite({
    createTableMs: 0,
    deleteTableMs: 0,
    updateTableMs: 0,
    ...(path ? { path } : {}),
  });
  const upstream = await listen(behind, 0);
  const proxy = startDynamoProxy({ upstream, ...(meddle ? { meddle } : {}) });
  const endpoint = await listen(proxy, port);
  return {
    endpoint,
    async close() {
      await stop(proxy);
      await stop(behind);
    },
  };
}

/** Makes the table unless it is there. */
export async function ensureTable(endpoint: string, tableName: string): Promise<void> {
  const client = new DynamoDBClient({ endpoint, ...anyone });
  try {
    await client.send(new DescribeTableCommand({ TableName: tableName }));
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ResourceNotFoundException") throw error;
    const { StreamSpecification: _, ...definition } = tableDefinition; // dynalite has no stream; the proxy is it
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        ...definition,
        // dynalite wants these beside the billing mode.
        GlobalSecondaryIndexes: definition.GlobalSecondaryIndexes.map((index) => ({ ...index })),
      }),
    );
  } finally {
    client.destroy();
  }
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", listening);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((closed) => server.close(() => closed()));
}
