import type { Row } from "./ports.ts";

/** All that a home holds, for moving it to another one. Only an operator's command uses it; no room does. */
export interface Archive {
  /** Every row of every workspace, and those outside of any, with its version. */
  rows(): AsyncIterable<Row>;
  /** Puts rows as they stand, versions included. Only into an empty home; nothing is told to the change feed. */
  putRows(rows: readonly Row[]): Promise<void>;
  blobs(): AsyncIterable<{ key: string; bytes: ReadableStream<Uint8Array> }>;
  /** No row stands in the table. */
  isEmpty(): Promise<boolean>;
}
