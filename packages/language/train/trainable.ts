import type { Row } from "./rows.ts";

/** Sources whose licence allows no commercial use (CC BY-NC-SA 4.0): texts to measure on, not to ship weights of. */
const unshipped: ReadonlySet<string> = new Set(["en_airline"]);

/** The rows that may go into the shipped file: of no source whose terms forbid it, and none held out for measuring. */
export const trainable = (rows: readonly Row[], heldOut: ReadonlySet<string>): Row[] =>
  rows.filter(({ id, source }) => !unshipped.has(source) && !heldOut.has(id));
