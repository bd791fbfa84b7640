import { sha256 } from "../id.ts";

/** How many there were, and one number over all of them, in 64 hexadecimal digits. */
export interface Tally {
  count: number;
  sha256: string;
}
export const kinds = ["row", "blob", "message"] as const;
export type Totals = Record<(typeof kinds)[number], Tally>;

/** JSON whose keys stand in one order, so that two homes write the same thing alike. Fields without a value vanish. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

const modulus = 1n << 256n;

/**
 * Counts texts in any order: the number is the sum of their SHA-256, modulo 2^256, since no two homes give their rows in
 * the same order. It finds accidents; it is no signature.
 */
export function tallier(): { add(text: string, counts?: boolean): void; total(): Tally } {
  let count = 0;
  let sum = 0n;
  return {
    add(text, counts = true) {
      if (counts) count++;
      sum = (sum + BigInt(`0x${Buffer.from(sha256(text)).toString("hex")}`)) % modulus;
    },
    total: () => ({ count, sha256: sum.toString(16).padStart(64, "0") }),
  };
}
