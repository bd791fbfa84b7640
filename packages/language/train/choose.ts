import type { Features } from "./features.ts";
import type { Row } from "./rows.ts";

/**
 * The features that are worth keeping, renumbered: those of at least `texts` of the texts in `use`, from at least
 * `sources` of their sources. What only one source says is its own way of speaking and misleads elsewhere.
 */
export const choose = (
  features: Features,
  { rows, use, texts, sources }: { rows: readonly Row[]; use: Int32Array; texts: number; sources: number },
): Features => {
  const sourceBits = bitOfSource(rows);
  const textsWith = new Int32Array(features.hashes.length);
  const lastWith = new Int32Array(features.hashes.length).fill(-1);
  const sourcesWith = new Int32Array(features.hashes.length);
  for (const row of use) {
    const bit = sourceBits(row);
    for (let at = features.starts[row] ?? 0; at < (features.starts[row + 1] ?? 0); at += 1) {
      const number = features.numbers[at] ?? 0;
      if (lastWith[number] === row) continue;
      lastWith[number] = row;
      textsWith[number] = (textsWith[number] ?? 0) + 1;
      sourcesWith[number] = (sourcesWith[number] ?? 0) | bit;
    }
  }
  const hashes: number[] = [];
  const renumbered = textsWith.map((count, number) => {
    if (count < texts || bitsOf(sourcesWith[number] ?? 0) < sources) return -1;
    return hashes.push(features.hashes[number] ?? 0) - 1;
  });
  const { signs, turned } = features;
  return { ...narrow(features, renumbered), hashes, signs, turned };
};

/** One bit for each source; beyond 32 of them some share one, which only makes the choice stricter. */
const bitOfSource = (rows: readonly Row[]): ((row: number) => number) => {
  const sources = [...new Set(rows.map(({ source }) => source))].sort();
  const bits = new Map(sources.map((source, at) => [source, 1 << (at % 32)]));
  return (row) => bits.get(rows[row]?.source ?? "") ?? 0;
};

const bitsOf = (mask: number): number => {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count += 1;
  return count;
};

const narrow = (
  { numbers, starts, mids }: Features,
  renumbered: Int32Array,
): Pick<Features, "numbers" | "starts" | "mids"> => {
  const kept = new Int32Array(numbers.length);
  const keptStarts = new Int32Array(starts.length);
  const keptMids = new Int32Array(mids.length);
  let length = 0;
  for (let row = 0; row + 1 < starts.length; row += 1) {
    keptMids[row] = length;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const number = renumbered[numbers[at] ?? 0] ?? -1;
      if (number < 0) continue;
      kept[length] = number;
      length += 1;
      if (at < (mids[row] ?? 0)) keptMids[row] = length;
    }
    keptStarts[row + 1] = length;
  }
  return { numbers: kept.slice(0, length), starts: keptStarts, mids: keptMids };
};
