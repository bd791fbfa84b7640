import { beforeAll, describe, expect, it } from "vitest";
import { attributes, tableDefinition } from "../../packages/aws/src/table-definition.ts";
import { all, type Graph } from "./graph.ts";
import { deployed } from "./stages.ts";

interface Index {
  name: string;
  hashKey: string;
  rangeKey: string;
  projectionType: string;
  nonKeyAttributes: string[];
}

/** The stack's table in the words of the SDK, in which the adapter describes its own. */
const inWordsOfSdk = (graph: Graph) =>
  all(graph, "table").map(({ inputs }) => ({
    AttributeDefinitions: inputs.attributes.map(({ name, type }: { name: string; type: string }) => ({
      AttributeName: name,
      AttributeType: type,
    })),
    KeySchema: keySchema(inputs),
    GlobalSecondaryIndexes: inputs.globalSecondaryIndexes.map((index: Index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection: { ProjectionType: index.projectionType, NonKeyAttributes: index.nonKeyAttributes },
    })),
    BillingMode: inputs.billingMode,
    StreamSpecification: { StreamEnabled: inputs.streamEnabled, StreamViewType: inputs.streamViewType },
  }));

const keySchema = ({ hashKey, rangeKey }: Pick<Index, "hashKey" | "rangeKey">) => [
  { AttributeName: hashKey, KeyType: "HASH" },
  { AttributeName: rangeKey, KeyType: "RANGE" },
];

describe("the stack's table", () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await deployed("production");
  });

  it("is the one that the adapter is written for", () => {
    expect(inWordsOfSdk(graph)).toEqual([tableDefinition]);
  });

  it("clears away what has expired by the adapter's own attribute", () => {
    const [table] = all(graph, "table");
    expect(table?.inputs.ttl).toEqual({ attributeName: attributes.expires, enabled: true });
  });
});
