import type { Peaks } from "./peaks.ts";
import type { Spelling } from "./spelling.ts";
import { eachOfTable, type Slots } from "./table.ts";
import { eachOfValences, type Valences } from "./valence.ts";

/** All that training has learned, as it stands in the file. */
export interface Learned {
  name: string;
  /** Of the features that are known. */
  table: Slots;
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

/** The same model always gives the same bytes; every platform we run on is little-endian. */
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
  const bodyAt = headAt + words.length;
  const parts = [
    tones,
    peaks.pulls,
    table.numbers,
    peaks.heights,
    valences.numbers,
    peaks.counts,
    spelling.rarity,
    spelling.pulls,
  ];
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.byteLength, bodyAt));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, words.length, true);
  bytes.set(words, headAt);
  let at = bodyAt;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
};

/** @throws Error when the bytes are no model or were cut short. */
export const readModel = (bytes: Uint8Array): Learned => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headAt || view.getUint32(0, true) !== magic)
    throw new Error("This is no sentiment model.");
  const bodyAt = headAt + view.getUint32(4, true);
  const head: Head = JSON.parse(new TextDecoder().decode(bytes.subarray(headAt, bodyAt)));
  const buckets = 2 ** head.spelling.bits;
  let at = bodyAt;
  // Copied, for the file's own place in memory need not be an even one.
  const next = (length: number): ArrayBuffer => {
    const part = new Uint8Array(length);
    part.set(bytes.subarray(at, at + length));
    at += length;
    return part.buffer;
  };
  const slots = (bits: number, each: number): Slots => ({
    bits,
    each,
    numbers: new Uint16Array(next(2 ** bits * each * 2)),
  });
  const tones = new Float32Array(next(head.tones * 4));
  const pulls = new Float32Array(next(head.peaks.units * 8));
  const table = slots(head.bits, eachOfTable);
  const heights = new Uint16Array(next(head.peaks.heights * 2));
  const valences = slots(head.valences.bits, eachOfValences);
  const counts = new Uint8Array(next(head.peaks.rows));
  const rarity = new Uint8Array(next(buckets));
  const spelling = { ...head.spelling, rarity, pulls: new Int8Array(next(buckets * 2)) };
  if (at !== bytes.length) throw new Error("The sentiment model was cut short.");
  return {
    name: head.name,
    scale: head.scale,
    tempers: head.tempers,
    tones,
    table,
    peaks: { units: head.peaks.units, bias: head.peaks.bias, pulls, heights, counts },
    valences,
    spelling,
  };
};
