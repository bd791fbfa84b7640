import { type DynamoDBClient, QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import type { IndexName, Query } from "@otklik/core/ports";
import { checkQuery, compareBytes, readCursor } from "@otklik/core/table-rules";
import { type Stored, storedKey } from "./stored-row.ts";
import { attributes, indexKey } from "./table-definition.ts";

interface Reading {
  client: DynamoDBClient;
  tableName: string;
  patient<T>(call: () => Promise<T>): Promise<T>;
}

/**
 * One page of a partition of the table (`index` null: a consistent read) or of an index. One row more than the page
 * holds is read, to know whether another follows; DynamoDB ends a page at 1 MB, which is read on from.
 */
export async function readPage(
  { client, tableName, patient }: Reading,
  query: Query,
  index: IndexName | null,
): Promise<{ found: Stored[]; hasMore: boolean }> {
  checkQuery(query);
  let start = startOf(query, index);
  if (isEmptyRange(query)) return { found: [], hasMore: false };
  const input: QueryCommandInput = {
    TableName: tableName,
    ...keyCondition(query, index ? indexKey(index) : attributes),
    ...(index ? { IndexName: index } : { ConsistentRead: true }),
    ScanIndexForward: query.newestFirst !== true,
  };
  const found: Stored[] = [];
  do {
    const Limit = query.limit + 1 - found.length;
    const command = new QueryCommand({ ...input, Limit, ExclusiveStartKey: start });
    const { Items = [], LastEvaluatedKey } = await patient(() => client.send(command));
    found.push(...Items);
    start = LastEvaluatedKey;
  } while (start && found.length <= query.limit);
  return { found: found.slice(0, query.limit), hasMore: found.length > query.limit };
}

/** @throws Refusal (bad-input) when `after` is no cursor */
function startOf(query: Query, index: IndexName | null): Stored | undefined {
  if (query.after === undefined) return undefined;
  const [at = "", pk = "", sk = ""] = readCursor(query.after, index ? 3 : 1, query);
  if (!index) return storedKey({ pk: query.pk, sk: at });
  const names = indexKey(index);
  return { ...storedKey({ pk, sk }), [names.pk]: { S: query.pk }, [names.sk]: { S: at } };
}

/** DynamoDB refuses to be asked for these. */
const isEmptyRange = ({ from = "", to }: Query): boolean =>
  to !== undefined && (to === "" || compareBytes(from, to) > 0);

function keyCondition(
  { pk, prefix, from, to }: Query,
  names: { pk: string; sk: string },
): Pick<
  QueryCommandInput,
  "KeyConditionExpression" | "ExpressionAttributeNames" | "ExpressionAttributeValues"
> {
  const range = rangeOver(prefix || from || undefined, { isPrefix: Boolean(prefix), to });
  return {
    KeyConditionExpression: `#pk = :pk${range.condition}`,
    ExpressionAttributeNames: { "#pk": names.pk, ...(range.condition ? { "#sk": names.sk } : {}) },
    ExpressionAttributeValues: { ":pk": { S: pk }, ...range.values },
  };
}

function rangeOver(
  low: string | undefined,
  { isPrefix, to }: { isPrefix: boolean; to: string | undefined },
): { condition: string; values: Stored } {
  const values: Stored = {
    ...(low === undefined ? {} : { ":low": { S: low } }),
    ...(to === undefined ? {} : { ":high": { S: to } }),
  };
  if (isPrefix) return { condition: " AND begins_with(#sk, :low)", values };
  if (low !== undefined && to !== undefined) return { condition: " AND #sk BETWEEN :low AND :high", values };
  if (low !== undefined) return { condition: " AND #sk >= :low", values };
  return { condition: to === undefined ? "" : " AND #sk <= :high", values };
}
