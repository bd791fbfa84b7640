import type { Change } from "@otklik/core/ports";
import { z } from "zod";
import { keyFrom, rowFrom, type Stored } from "./stored-row.ts";

const Image: z.ZodType<Stored> = z.record(z.string(), z.custom<Stored[string]>(isAttribute));

function isAttribute(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** The part of a record of DynamoDB Streams that we read. */
const StreamRecord = z.discriminatedUnion("eventName", [
  z.object({
    eventName: z.enum(["INSERT", "MODIFY"]),
    dynamodb: z.object({ SequenceNumber: z.string().min(1), Keys: Image, NewImage: Image }),
  }),
  z.object({
    eventName: z.literal("REMOVE"),
    dynamodb: z.object({ SequenceNumber: z.string().min(1), Keys: Image }),
  }),
]);
const StreamEvent = z.object({ Records: z.array(StreamRecord) });

/** What a stream told, in its order; `sequence` is that of the first record that a change was folded from. */
export interface Streamed {
  changes: { sequence: string; change: Change }[];
  /** Records of rows that are not ours to read. */
  unreadable: { sequence: string; error: unknown }[];
}

/**
 * The changes of a stream's event. Several records of one row become one change, at the place of the last: a room looks
 * at a row as it is.
 * @throws Error when this is no event of a stream of new images
 */
export function changesFrom(event: unknown): Streamed {
  const parsed = StreamEvent.safeParse(event);
  if (!parsed.success)
    throw new Error(`not an event of a DynamoDB stream with new images: ${z.prettifyError(parsed.error)}`);
  const changes = new Map<string, Streamed["changes"][number]>();
  const unreadable: Streamed["unreadable"] = [];
  for (const record of parsed.data.Records) {
    const { SequenceNumber: sequence, Keys } = record.dynamodb;
    try {
      const key = keyFrom(Keys);
      const name = JSON.stringify([key.pk, key.sk]);
      const row = record.eventName === "REMOVE" ? null : rowFrom(record.dynamodb.NewImage);
      const first = changes.get(name)?.sequence ?? sequence;
      changes.delete(name);
      changes.set(name, { sequence: first, change: { key, row } });
    } catch (error) {
      unreadable.push({ sequence, error });
    }
  }
  return { changes: [...changes.values()], unreadable };
}
