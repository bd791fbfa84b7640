import { randomBytes } from "node:crypto";
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { Key, NewRow, Outcome, Table, Write } from "@otklik/core/ports";
import { checkWrites, writeCursor } from "@otklik/core/table-rules";
import { inParallel, patiently } from "./patience.ts";
import {
  cardFrom,
  partNames,
  rowFrom,
  type Stored,
  storedKey,
  storedParts,
  versionFrom,
} from "./stored-row.ts";
import { attributes } from "./table-definition.ts";
import { readPage } from "./table-query.ts";

const writesAtOnce = 40; // below the SDK's 50 sockets, so that reads find one free

/**
 * The Table port on DynamoDB. Each write is one request with its own condition; a throttled one is repeated within
 * `patienceMs`, and what still fails then is thrown.
 */
export function dynamoTable(of: { client: DynamoDBClient; tableName: string; patienceMs?: number }): Table {
  const { client, tableName: TableName, patienceMs = 10_000 } = of;
  const patient = <T>(call: () => Promise<T>): Promise<T> => patiently(call, patienceMs);

  const write = (each: Write): Promise<Outcome> => {
    if (!("put" in each)) return remove(each.remove, each.if);
    return each.if === undefined ? putAlways(each.put) : putIf(each.put, each.if);
  };

  const putIf = async (row: NewRow, condition: "absent" | { version: number }): Promise<Outcome> => {
    const read = condition === "absent" ? 0 : condition.version;
    const written = randomBytes(6).toString("base64url");
    const command = new PutItemCommand({
      TableName,
      Item: {
        ...storedKey(row),
        ...storedParts(row),
        [attributes.version]: { N: String(read + 1) },
        [attributes.written]: { S: written },
      },
      ...conditionOn(condition),
    });
    const current = await refusedOver(() => patient(() => client.send(command)));
    // The SDK repeats a request whose answer was lost; refused over what it wrote itself, the write is done.
    if (current === null || current?.[attributes.written]?.S === written)
      return { done: true, version: read + 1 };
    return { done: false, current: current ? rowFrom(current) : null };
  };

  /** Counts the version up in the same request, and takes away what the row has no more. */
  const putAlways = async (row: NewRow): Promise<Outcome> => {
    const parts = storedParts(row);
    const gone = partNames.filter((name) => !(name in parts));
    const names = Object.keys(parts);
    const command = new UpdateItemCommand({
      TableName,
      Key: storedKey(row),
      UpdateExpression:
        `SET ${names.map((name) => `#${name} = :${name}`)} ADD #v :one` +
        (gone.length > 0 ? ` REMOVE ${gone.map((name) => `#${name}`)}` : ""),
      ExpressionAttributeNames: Object.fromEntries(
        [...names, ...gone, attributes.version].map((name) => [`#${name}`, name]),
      ),
      ExpressionAttributeValues: {
        ":one": { N: "1" },
        ...Object.fromEntries(names.map((name) => [`:${name}`, parts[name] as Stored[string]])),
      },
      ReturnValues: "UPDATED_NEW",
    });
    const { Attributes } = await patient(() => client.send(command));
    return { done: true, version: versionFrom(Attributes ?? {}) };
  };

  const remove = async (key: Key, condition: { version: number } | undefined): Promise<Outcome> => {
    const command = new DeleteItemCommand({
      TableName,
      Key: storedKey(key),
      ReturnValues: "ALL_OLD",
      ...(condition ? conditionOn(condition) : {}),
    });
    let removed = 0;
    const current = await refusedOver(async () => {
      const { Attributes } = await patient(() => client.send(command));
      if (Attributes) removed = versionFrom(Attributes);
    });
    if (current === null) return { done: true, version: removed };
    return { done: false, current: current ? rowFrom(current) : null };
  };

  return {
    async get(key) {
      const command = new GetItemCommand({ TableName, Key: storedKey(key), ConsistentRead: true });
      const { Item } = await patient(() => client.send(command));
      return Item ? rowFrom(Item) : null;
    },
    async query(query) {
      const { found, hasMore } = await readPage({ client, tableName: TableName, patient }, query, null);
      const rows = found.map(rowFrom);
      const last = rows.at(-1);
      return { rows, next: hasMore && last ? writeCursor([last.sk]) : null };
    },
    async queryIndex(index, query) {
      const { found, hasMore } = await readPage({ client, tableName: TableName, patient }, query, index);
      const cards = found.map((stored) => cardFrom(stored, index));
      const last = cards.at(-1);
      return { cards, next: hasMore && last ? writeCursor([last.at.sk, last.pk, last.sk]) : null };
    },
    async commit(writes) {
      checkWrites(writes);
      return inParallel(writes, writesAtOnce, write);
    },
  };
}

function conditionOn(condition: "absent" | { version: number }) {
  const isAbsent = condition === "absent";
  return {
    ConditionExpression: isAbsent ? "attribute_not_exists(#of)" : "#of = :version",
    ExpressionAttributeNames: { "#of": isAbsent ? attributes.pk : attributes.version },
    ...(isAbsent ? {} : { ExpressionAttributeValues: { ":version": { N: String(condition.version) } } }),
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  } as const;
}

/** What stood in the way of a conditional write (undefined: nothing stood there, and should have); null: it was done. */
async function refusedOver(write: () => Promise<unknown>): Promise<Stored | undefined | null> {
  try {
    await write();
    return null;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return error.Item;
    throw error;
  }
}
