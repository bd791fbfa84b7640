import type { Spelling } from "./spelling.ts";
import type { Table } from "./table.ts";

/** All that training has learned, as it stands in the file. */
export interface Learned {
  name: string;
  table: Table;
  /** What one step of a pull is worth. */
  scale: number;
  spelling: Spelling;
  /** For each tone sign its pull to negative and to positive. */
  tones: Float32Array;
  /** For a text's length, from short to long: what its logits are multiplied with, so that they say how often they are right. */
  temper: Temper;
}

/** What spelling says is counted in by its weight. Negative and positive are moved by `shift`; then both are multiplied with exp(base + length * ln(features + 1) + known * share of words that are known). */
export interface Temper {
  spelling: number;
  shift: readonly [negative: number, positive: number];
  base: number;
  length: number;
  known: number;
}

const magic = 0x4d4b544f; // "OTKM", little-endian
const headAt = 8;

interface Head {
  name: string;
  bits: number;
  scale: number;
  tones: number;
  temper: Temper;
  spelling: Pick<Spelling, "bits" | "scale">;
}

/** The same model always gives the same bytes. */
export const writeModel = ({ name, table, scale, tones, temper, spelling }: Learned): Uint8Array => {
  const head: Head = {
    name,
    bits: table.bits,
    scale,
    tones: tones.length,
    temper,
    spelling: { bits: spelling.bits, scale: spelling.scale },
  };
  const words = new TextEncoder().encode(JSON.stringify(head));
  const bodyAt = bodyStart(words.length);
  const size = 2 ** table.bits;
  const bytes = new Uint8Array(bodyAt + tones.length * 4 + size * 4 + spelling.rarity.length * 3);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, words.length, true);
  bytes.set(words, headAt);
  tones.forEach((pull, at) => {
    view.setFloat32(bodyAt + at * 4, pull, true);
  });
  const marksAt = bodyAt + tones.length * 4;
  table.marks.forEach((mark, slot) => {
    view.setUint16(marksAt + slot * 2, mark, true);
  });
  bytes.set(new Uint8Array(table.pulls.buffer), marksAt + size * 2);
  const spellingAt = marksAt + size * 4;
  bytes.set(spelling.rarity, spellingAt);
  bytes.set(new Uint8Array(spelling.pulls.buffer), spellingAt + spelling.rarity.length);
  return bytes;
};

/** @throws Error when the bytes are no model or were cut short. */
export const readModel = (bytes: Uint8Array): Learned => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headAt || view.getUint32(0, true) !== magic)
    throw new Error("This is no sentiment model.");
  const length = view.getUint32(4, true);
  const head: Head = JSON.parse(new TextDecoder().decode(bytes.subarray(headAt, headAt + length)));
  const size = 2 ** head.bits;
  const tonesAt = bodyStart(length);
  const marksAt = tonesAt + head.tones * 4;
  const pullsAt = marksAt + size * 2;
  const spellingAt = pullsAt + size * 2;
  const buckets = 2 ** head.spelling.bits;
  if (bytes.length !== spellingAt + buckets * 3) throw new Error("The sentiment model was cut short.");
  return {
    name: head.name,
    scale: head.scale,
    temper: head.temper,
    tones: Float32Array.from({ length: head.tones }, (_, at) => view.getFloat32(tonesAt + at * 4, true)),
    table: {
      bits: head.bits,
      // Copied, for the file's own place in memory need not be an even one; every platform we run on is little-endian.
      marks: new Uint16Array(new Uint8Array(bytes.subarray(marksAt, pullsAt)).buffer),
      pulls: new Int8Array(new Uint8Array(bytes.subarray(pullsAt, spellingAt)).buffer),
    },
    spelling: {
      ...head.spelling,
      rarity: bytes.slice(spellingAt, spellingAt + buckets),
      pulls: new Int8Array(new Uint8Array(bytes.subarray(spellingAt + buckets)).buffer),
    },
  };
};

/** The body begins at a multiple of four. */
const bodyStart = (headLength: number): number => Math.ceil((headAt + headLength) / 4) * 4;
