import { ConditionalCheckFailedException, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { keyFrom, type Stored } from "@otklik/aws/stored-row";
import type { Key } from "@otklik/core/ports";
import { indexWrites, readOf, sizeOf, tableWrite } from "./units.ts";

/** What one request to DynamoDB consumed. */
export interface Spent {
  operation: string;
  /** The row, or the partition that was read. */
  key: Key;
  read: number;
  /** Of the table itself and of its indexes. */
  write: { table: number; indexes: number };
  /** What dynalite makes of it, which counts no indexes. */
  dynalite: number;
  wasRefused: boolean;
}

interface Input {
  Key?: Stored;
  Item?: Stored;
  IndexName?: string;
  ConsistentRead?: boolean;
  ExpressionAttributeValues?: Stored;
}
interface Output {
  Item?: Stored;
  Items?: Stored[];
  Attributes?: Stored;
  ConsumedCapacity?: { CapacityUnits?: number };
}

/**
 * Counts what a client's requests consume, by AWS's own rules. It must see every write from the first, since what a
 * write costs depends on what stood there; so it keeps a copy of each row.
 */
export function meter(client: DynamoDBClient): Spent[] {
  const spent: Spent[] = [];
  const copies = new Map<string, Stored>();
  const nameOf = (key: Key): string => JSON.stringify([key.pk, key.sk]);

  const noteWrite = (operation: string, input: Input, output: Output | null): void => {
    const key = keyFrom(input.Item ?? input.Key ?? {});
    const before = copies.get(nameOf(key));
    const after = operation === "DeleteItem" ? undefined : (input.Item ?? output?.Attributes);
    const dynalite = output?.ConsumedCapacity?.CapacityUnits ?? 0;
    const wasRefused = output === null;
    const write = { table: tableWrite(before, after), indexes: wasRefused ? 0 : indexWrites(before, after) };
    spent.push({ operation, key, read: 0, write, dynalite, wasRefused });
    if (wasRefused) return;
    if (after) copies.set(nameOf(key), after);
    else copies.delete(nameOf(key));
  };
  const noteRead = (operation: string, input: Input, output: Output): void => {
    const found = output.Items ?? (output.Item ? [output.Item] : []);
    const bytes = found.reduce((sum, stored) => sum + sizeOf(stored), 0);
    const key = input.Key
      ? keyFrom(input.Key)
      : { pk: input.ExpressionAttributeValues?.[":pk"]?.S ?? "", sk: "" };
    const read = readOf(bytes, input.ConsistentRead === true);
    const dynalite = output.ConsumedCapacity?.CapacityUnits ?? 0;
    spent.push({ operation, key, read, write: { table: 0, indexes: 0 }, dynalite, wasRefused: false });
  };

  client.middlewareStack.add(
    (next, context) => async (args) => {
      const operation = String(context.commandName).replace(/Command$/, "");
      const isWrite = ["PutItem", "UpdateItem", "DeleteItem"].includes(operation);
      const input = args.input as Input;
      const whole = operation === "UpdateItem" ? { ReturnValues: "ALL_NEW" } : {}; // to know the row after it
      try {
        const result = await next({
          ...args,
          input: { ...input, ...whole, ReturnConsumedCapacity: "TOTAL" },
        });
        (isWrite ? noteWrite : noteRead)(operation, input, result.output as Output);
        return result;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) noteWrite(operation, input, null);
        throw error;
      }
    },
    { step: "initialize", name: "meter" },
  );
  return spent;
}
