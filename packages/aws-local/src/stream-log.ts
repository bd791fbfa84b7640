import type { Stored } from "@otklik/aws/stored-row";
import type { AttributeValue, DynamoDBRecord } from "aws-lambda";

/** The records of a stream of new images, as DynamoDB Streams would give them, in one shard and in memory. */
export interface StreamLog {
  /** `after`: absent for a removal. */
  add(write: { key: Stored; after: Stored | undefined; isNew?: boolean | undefined }): void;
  /** Records behind this sequence number, oldest first. */
  read(after: number, limit: number): DynamoDBRecord[];
  forget(upTo: number): void;
}

type Image = Record<string, AttributeValue>;

export function streamLog(): StreamLog {
  const records: { sequence: number; record: DynamoDBRecord }[] = [];
  let last = 0;
  return {
    add({ key, after, isNew }) {
      const sequence = ++last;
      const record: DynamoDBRecord = {
        eventID: String(sequence),
        eventName: after ? (isNew ? "INSERT" : "MODIFY") : "REMOVE",
        eventVersion: "1.1",
        eventSource: "aws:dynamodb",
        awsRegion: "eu-central-1",
        eventSourceARN:
          "arn:aws:dynamodb:eu-central-1:111122223333:table/otklik/stream/2026-01-01T00:00:00.000",
        dynamodb: {
          ApproximateCreationDateTime: Math.floor(Date.now() / 1000),
          Keys: key as Image,
          ...(after ? { NewImage: after as Image } : {}),
          SequenceNumber: String(sequence).padStart(21, "0"),
          SizeBytes: JSON.stringify(after ?? key).length,
          StreamViewType: "NEW_IMAGE",
        },
      };
      records.push({ sequence, record });
    },
    read(after, limit) {
      const first = records[0]?.sequence ?? 0;
      const from = Math.max(0, after + 1 - first);
      return records.slice(from, from + limit).map(({ record }) => record);
    },
    forget(upTo) {
      records.splice(0, Math.max(0, upTo + 1 - (records[0]?.sequence ?? upTo + 1)));
    },
  };
}
