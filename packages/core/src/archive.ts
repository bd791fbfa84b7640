import type { QueueName, Row } from "./ports.ts";

/** A message that still waits in a queue, as it moves to another home. */
export interface WaitingMessage {
  queue: QueueName;
  body: string;
  group?: string | undefined;
  /** Not to be seen before. */
  visibleAt: Date;
}

/** All that a home holds, for moving it to another one. Only an operator's command uses it; no room does. */
export interface Archive {
  /** Every row of every workspace, and those outside of any, with its version. */
  rows(): AsyncIterable<Row>;
  /** Puts rows as they stand, versions included. Only into an empty home; nothing is told to the change feed. */
  putRows(rows: readonly Row[]): Promise<void>;
  blobs(): AsyncIterable<{ key: string; bytes: ReadableStream<Uint8Array> }>;
  /** Those that wait, the earliest sent first. Absent where a queue cannot be looked through; it is emptied first there. */
  messages?(): AsyncIterable<WaitingMessage>;
  /** No row stands in the table, but for what a home keeps of itself. */
  isEmpty(): Promise<boolean>;
}
