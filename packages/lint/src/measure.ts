export type Unit = "characters" | "bytes" | "graphemes";

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const encoder = new TextEncoder();

/**
 * How long a text is as a network counts it: Unicode code points, UTF-8 bytes, or graphemes, which are what a person
 * calls a letter (UAX #29).
 */
export function measure(text: string, unit: Unit): number {
  if (unit === "bytes") return encoder.encode(text).length;
  let count = 0;
  for (const _ of unit === "graphemes" ? segmenter.segment(text) : text) count++;
  return count;
}
