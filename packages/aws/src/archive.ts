import {
  BatchWriteItemCommand,
  type DynamoDBClient,
  ScanCommand,
  type WriteRequest,
} from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import type { Archive } from "@otklik/core/archive";
import type { Row } from "@otklik/core/ports";
import { inParallel, patiently, rest } from "./patience.ts";
import { rowFrom, type Stored, storedKey, storedParts } from "./stored-row.ts";
import { attributes } from "./table-definition.ts";

const segments = 4;
const batch = 25; // DynamoDB's most a request
const batchesAtOnce = 8;
const patienceMs = 60_000;

/**
 * A home on AWS as an archive. Here alone the table is scanned, by an operator's command; writes of the same minutes may
 * be in it or not. A stream cannot be kept from telling of the rows put: told again they change nothing.
 */
export function awsArchive(of: {
  client: DynamoDBClient;
  tableName: string;
  s3: S3Client;
  bucket: string;
}): Archive {
  const { client, tableName: TableName, s3, bucket: Bucket } = of;

  async function* segment(Segment: number): AsyncGenerator<Stored[]> {
    let ExclusiveStartKey: Stored | undefined;
    do {
      const command = new ScanCommand({
        TableName,
        Segment,
        TotalSegments: segments,
        ConsistentRead: true,
        ExclusiveStartKey,
      });
      const page = await patiently(() => client.send(command), patienceMs);
      yield page.Items ?? [];
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }

  async function* rows(): AsyncGenerator<Row> {
    const parts = Array.from({ length: segments }, (_, at) => segment(at));
    for await (const page of together(parts))
      for (const stored of page) if (!stored[attributes.expires]) yield rowFrom(stored);
  }

  const putBatch = async (rows: readonly Row[]): Promise<void> => {
    const until = performance.now() + patienceMs;
    let left: WriteRequest[] = rows.map((row) => ({ PutRequest: { Item: storedRow(row) } }));
    for (let attempt = 0; left.length > 0; attempt++) {
      if (attempt > 0) await rest(attempt);
      if (performance.now() > until) throw new Error(`${left.length} rows could not be written in a minute`);
      const command = new BatchWriteItemCommand({ RequestItems: { [TableName]: left } });
      const { UnprocessedItems } = await patiently(() => client.send(command), patienceMs);
      left = UnprocessedItems?.[TableName] ?? [];
    }
  };

  return {
    rows,
    async putRows(rows) {
      const batches = Array.from({ length: Math.ceil(rows.length / batch) }, (_, at) =>
        rows.slice(at * batch, (at + 1) * batch),
      );
      await inParallel(batches, batchesAtOnce, putBatch);
    },
    async *blobs() {
      let ContinuationToken: string | undefined;
      do {
        const page = await s3.send(new ListObjectsV2Command({ Bucket, ContinuationToken }));
        for (const { Key } of page.Contents ?? []) {
          const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
          if (Key && Body)
            yield { key: Key, bytes: Body.transformToWebStream() as ReadableStream<Uint8Array> };
        }
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken);
    },
    async isEmpty() {
      for await (const _ of rows()) return false;
      return true;
    },
  };
}

const storedRow = (row: Row): Stored => ({
  ...storedKey(row),
  ...storedParts(row),
  [attributes.version]: { N: String(row.version) },
});

/** What several give, each in its order, whichever comes first. */
async function* together<T>(sources: readonly AsyncGenerator<T>[]): AsyncGenerator<T> {
  const ask = (source: AsyncGenerator<T>) => source.next().then((result) => ({ source, result }));
  const asked = new Map(sources.map((source) => [source, ask(source)]));
  while (asked.size > 0) {
    const { source, result } = await Promise.race(asked.values());
    if (result.done) asked.delete(source);
    else {
      asked.set(source, ask(source));
      yield result.value;
    }
  }
}
