import type { Peaks } from "./peaks.ts";
import type { Spelling } from "./spelling.ts";
import type { Table } from "./table.ts";
import type { Valences } from "./valence.ts";

/** All that training has learned, as it stands in the file. */
export interface Learned {
  name: string;
  table: Table;
  /** What one step of a pull is worth. */
  scale: number;
  spelling: Spelling;
  peaks: Peaks;
  valences: Valences;
  /** For each tone sign its pull to negative and to positive. */
  tones: Float32Array;
  tempers: Tempers;
}

/** What spelling and peaks say is counted in by their weights. Negative and positive are moved by `shift`; then both are multiplied with exp(base + length * ln(features + 1) + known * share of features that are known), so that they say how often they are right. */
export interface Temper {
  spelling: number;
  peaks: number;
  shift: readonly [negative: number, positive: number];
  base: number;
  length: number;
  known: number;
}

/** By language; `other` stands for every one that is not there. */
export type Tempers = Readonly<Record<string, Temper>> & { readonly other: Temper };

export const temperOf = (tempers: Tempers, language = "other"): Temper => tempers[language] ?? tempers.other;

const magic = 0x4d4b544f; // "OTKM", little-endian
const headAt = 8;

interface Head {
  name: string;
  bits: number;
  scale: number;
  tones: number;
  tempers: Tempers;
  spelling: Pick<Spelling, "bits" | "scale">;
  peaks: Pick<Peaks, "units" | "bias"> & { rows: number; heights: number };
  valences: Pick<Valences, "bits">;
}

/** The same model always gives the same bytes. */
export const writeModel = (learned: Learned): Uint8Array => {
  const { name, table, scale, tones, tempers, spelling, peaks, valences } = learned;
  const head: Head = {
    name,
    bits: table.bits,
    scale,
    tones: tones.length,
    tempers,
    spelling: { bits: spelling.bits, scale: spelling.scale },
    peaks: {
      units: peaks.units,
      bias: peaks.bias,
      rows: peaks.counts.length,
      heights: peaks.heights.length,
    },
    valences: { bits: valences.bits },
  };
  const words = new TextEncoder().encode(JSON.stringify(head));
  const bodyAt = bodyStart(words.length);
  const size = 2 ** table.bits;
  const floats = [...tones, ...peaks.pulls];
  const marksAt = bodyAt + floats.length * 4;
  const rowsAt = marksAt + size * 4;
  const heightsAt = rowsAt + size * 2;
  const valencesAt = heightsAt + peaks.heights.length * 2;
  const judged = valences.marks.length;
  const countsAt = valencesAt + judged * 4;
  const spellingAt = countsAt + peaks.counts.length;
  const bytes = new Uint8Array(spellingAt + spelling.rarity.length * 3);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, words.length, true);
  bytes.set(words, headAt);
  floats.forEach((pull, at) => {
    view.setFloat32(bodyAt + at * 4, pull, true);
  });
  table.marks.forEach((mark, slot) => {
    view.setUint16(marksAt + slot * 2, mark, true);
  });
  bytes.set(new Uint8Array(table.pulls.buffer), marksAt + size * 2);
  peaks.rows.forEach((row, slot) => {
    view.setUint16(rowsAt + slot * 2, row, true);
  });
  peaks.heights.forEach((height, at) => {
    view.setUint16(heightsAt + at * 2, height, true);
  });
  valences.marks.forEach((mark, slot) => {
    view.setUint16(valencesAt + slot * 2, mark, true);
    view.setUint16(valencesAt + (judged + slot) * 2, valences.codes[slot] as number, true);
  });
  bytes.set(peaks.counts, countsAt);
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
  const floatsAt = bodyStart(length);
  const peakPulls = head.peaks.units * 2;
  const marksAt = floatsAt + (head.tones + peakPulls) * 4;
  const pullsAt = marksAt + size * 2;
  const rowsAt = pullsAt + size * 2;
  const heightsAt = rowsAt + size * 2;
  const valencesAt = heightsAt + head.peaks.heights * 2;
  const judged = 2 ** head.valences.bits;
  const countsAt = valencesAt + judged * 4;
  const spellingAt = countsAt + head.peaks.rows;
  const buckets = 2 ** head.spelling.bits;
  if (bytes.length !== spellingAt + buckets * 3) throw new Error("The sentiment model was cut short.");
  const floats = (from: number, count: number): Float32Array =>
    Float32Array.from({ length: count }, (_, at) => view.getFloat32(floatsAt + (from + at) * 4, true));
  // Copied, for the file's own place in memory need not be an even one; every platform we run on is little-endian.
  const copied = (from: number, to: number): ArrayBuffer => new Uint8Array(bytes.subarray(from, to)).buffer;
  return {
    name: head.name,
    scale: head.scale,
    tempers: head.tempers,
    tones: floats(0, head.tones),
    table: {
      bits: head.bits,
      marks: new Uint16Array(copied(marksAt, pullsAt)),
      pulls: new Int8Array(copied(pullsAt, rowsAt)),
    },
    peaks: {
      units: head.peaks.units,
      bias: head.peaks.bias,
      pulls: floats(head.tones, peakPulls),
      rows: new Uint16Array(copied(rowsAt, heightsAt)),
      heights: new Uint16Array(copied(heightsAt, valencesAt)),
      counts: bytes.slice(countsAt, spellingAt),
    },
    valences: {
      bits: head.valences.bits,
      marks: new Uint16Array(copied(valencesAt, valencesAt + judged * 2)),
      codes: new Uint16Array(copied(valencesAt + judged * 2, countsAt)),
    },
    spelling: {
      ...head.spelling,
      rarity: bytes.slice(spellingAt, spellingAt + buckets),
      pulls: new Int8Array(copied(spellingAt + buckets, bytes.length)),
    },
  };
};

/** The body begins at a multiple of four. */
const bodyStart = (headLength: number): number => Math.ceil((headAt + headLength) / 4) * 4;
