import { BatchGetItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Key, Row } from "@otklik/core/ports";
import { inParallel, patiently } from "./patience.ts";
import { rowFrom, type Stored, storedKey } from "./stored-row.ts";

const mostKeys = 100; // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
const atOnce = 4;
const patienceMs = 10_000;

/** DynamoDB gave a part of what was asked and wants to be asked for the rest later. */
class Unprocessed extends Error {
  override name = "ThrottlingException";
}

/** Reads rows by their keys, in no order; those that are not there are left out. May lag a moment behind a write. */
export async function batchGet(
  { client, tableName }: { client: DynamoDBClient; tableName: string },
  keys: readonly Key[],
): Promise<Row[]> {
  const hundreds: Key[][] = [];
  for (let from = 0; from < keys.length; from += mostKeys) hundreds.push(keys.slice(from, from + mostKeys));
  const read = await inParallel(hundreds, atOnce, async (hundred) => {
    const found: Stored[] = [];
    let left: Record<string, { Keys: Stored[] }> | undefined = {
      [tableName]: { Keys: hundred.map(storedKey) },
    };
    await patiently(async () => {
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetItemCommand({ RequestItems: left }),
      );
      found.push(...(Responses?.[tableName] ?? []));
      const Keys = UnprocessedKeys?.[tableName]?.Keys ?? [];
      left = { [tableName]: { Keys } };
      if (Keys.length > 0) throw new Unprocessed(`${Keys.length} rows are still to be read`);
    }, patienceMs);
    return found.map(rowFrom);
  });
  return read.flat();
}
