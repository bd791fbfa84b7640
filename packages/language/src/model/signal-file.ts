import type { Signal } from "../label/signal.ts";

/** What training has learned of signals, as it stands in the file. */
export interface LearnedSignals {
  name: string;
  /** Groups of signals, in the order of all that is counted by signal. */
  groups: readonly (readonly Signal[])[];
  /** The number of slots is 2 to the power of this. */
  bits: number;
  /** 16 bits of a feature's hash for each slot; 0 is an empty one. */
  marks: Uint16Array;
  /** For each slot its pull from none of a group to each signal, in steps. */
  pulls: Int8Array;
  /** What one step of a pull is worth. */
  scale: number;
  /** What speaks for each signal before a word is read; below zero. */
  bias: readonly number[];
}

const magic = 0x534b544f; // "OTKS", little-endian
const headAt = 8;

type Head = Pick<LearnedSignals, "name" | "groups" | "bits" | "scale" | "bias">;

/** The same model always gives the same bytes. */
export const writeSignals = ({ marks, pulls, ...head }: LearnedSignals): Uint8Array => {
  const words = new TextEncoder().encode(JSON.stringify(head));
  const marksAt = headAt + words.length;
  const bytes = new Uint8Array(marksAt + marks.length * 2 + pulls.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, words.length, true);
  bytes.set(words, headAt);
  marks.forEach((mark, slot) => {
    view.setUint16(marksAt + slot * 2, mark, true);
  });
  bytes.set(new Uint8Array(pulls.buffer, pulls.byteOffset, pulls.length), marksAt + marks.length * 2);
  return bytes;
};

/** @throws Error when the bytes are no model of signals or were cut short. */
export const readSignals = (bytes: Uint8Array): LearnedSignals => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < headAt || view.getUint32(0, true) !== magic)
    throw new Error("This is no model of signals.");
  const marksAt = headAt + view.getUint32(4, true);
  const head: Head = JSON.parse(new TextDecoder().decode(bytes.subarray(headAt, marksAt)));
  const size = 2 ** head.bits;
  const pullsAt = marksAt + size * 2;
  if (bytes.length !== pullsAt + size * head.groups.flat().length)
    throw new Error("The model of signals was cut short.");
  return {
    ...head,
    // Copied, for the file's own place in memory need not be an even one; every platform we run on is little-endian.
    marks: new Uint16Array(new Uint8Array(bytes.subarray(marksAt, pullsAt)).buffer),
    pulls: new Int8Array(new Uint8Array(bytes.subarray(pullsAt)).buffer),
  };
};
