import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { packJson } from "./packed-json.ts";
import { storedKey } from "./stored-row.ts";
import { attributes } from "./table-definition.ts";

// What every row has, so that whoever reads the stream may read this one too.
const emptyRow = { [attributes.version]: { N: "1" }, [attributes.body]: packJson({}) };

/** Words that one caller at a time may have, for a while. */
export interface Claims {
  /** True for the first who asks within that time, false for all others. */
  take(name: string, seconds: number): Promise<boolean>;
  /** Ends a claim before its time. */
  giveBack(name: string): Promise<void>;
}

/**
 * Claims as small rows beside the product's own, which DynamoDB clears away by its time to live on `expires` (seconds
 * since 1970). Its clearing may come days late, so the condition asks for the time as well.
 */
export function dynamoClaims({
  client,
  tableName,
  now,
}: {
  client: DynamoDBClient;
  tableName: string;
  now: () => Date;
}): Claims {
  const keyOf = (name: string) => storedKey({ pk: `#claim.${name}`, sk: "c" });
  return {
    async take(name, seconds) {
      const at = Math.floor(now().getTime() / 1000);
      try {
        await client.send(
          new PutItemCommand({
            TableName: tableName,
            Item: { ...keyOf(name), ...emptyRow, [attributes.expires]: { N: String(at + seconds) } },
            ConditionExpression: "attribute_not_exists(#expires) OR #expires <= :now",
            ExpressionAttributeNames: { "#expires": attributes.expires },
            ExpressionAttributeValues: { ":now": { N: String(at) } },
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    async giveBack(name) {
      await client.send(new DeleteItemCommand({ TableName: tableName, Key: keyOf(name) }));
    },
  };
}
