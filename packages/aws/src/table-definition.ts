import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";
import { type IndexName, indexNames } from "@otklik/core/ports";

/** How a row's parts are called in DynamoDB: briefly, since each name is billed with each row. */
export const attributes = {
  pk: "pk",
  sk: "sk",
  body: "b",
  card: "c",
  version: "v",
  /** Chance, telling one conditional write from another: by it a repeated request knows its own first try. */
  written: "w",
  /** When DynamoDB may clear it away (seconds since 1970): only what keeps order among messages has it, no row does. */
  expires: "expires",
} as const;

/** The attributes by which a row stands in an index; the index is called as the port calls it. */
export const indexKey = (index: IndexName) => ({ pk: `${index}pk`, sk: `${index}sk` }) as const;

/**
 * The table as DynamoDB is to make it, but for its name. An index carries the card and the version and never the body,
 * so that a page of it reads little. The stream's new images feed the change rooms.
 */
export const tableDefinition = {
  AttributeDefinitions: [
    { AttributeName: attributes.pk, AttributeType: "S" },
    { AttributeName: attributes.sk, AttributeType: "S" },
    ...indexNames.flatMap((index) => [
      { AttributeName: indexKey(index).pk, AttributeType: "S" } as const,
      { AttributeName: indexKey(index).sk, AttributeType: "S" } as const,
    ]),
  ],
  KeySchema: [
    { AttributeName: attributes.pk, KeyType: "HASH" },
    { AttributeName: attributes.sk, KeyType: "RANGE" },
  ],
  GlobalSecondaryIndexes: indexNames.map((index) => ({
    IndexName: index,
    KeySchema: [
      { AttributeName: indexKey(index).pk, KeyType: "HASH" },
      { AttributeName: indexKey(index).sk, KeyType: "RANGE" },
    ],
    Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: [attributes.card, attributes.version] },
  })),
  BillingMode: "PAY_PER_REQUEST",
  StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
} as const satisfies Omit<CreateTableCommandInput, "TableName">;
