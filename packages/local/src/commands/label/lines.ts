import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { charsetOf, decoded } from "@otklik/connectors/file/encoding";

/** Characters of one line at most: what is longer is no mention, and a file without line ends would fill the memory. */
const longest = 1_000_000;
const mostHead = 64 * 1024;
const lineEnd = 10;

/** A line of the input without its end; null where it was too long to be kept. */
export interface InputLine {
  /** Counted from 1. */
  n: number;
  text: string | null;
}

/**
 * The lines of a file or of the standard input, as many at a time as have arrived: whoever types one need not wait for
 * the next. They end in LF or CRLF and in nothing else, so that `n` is the number that an editor shows. The charset is
 * told by the beginning, a byte order mark is left out, and what is gzipped is unzipped.
 */
export async function* blocksOfLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<InputLine[]> {
  let n = 0;
  let held = "";
  let isTooLong = false;
  const lineOf = (text: string): InputLine => {
    n++;
    const line = { n, text: isTooLong || text.length > longest ? null : text.replace(/\r$/, "") };
    isTooLong = false;
    return line;
  };
  for await (const piece of textOf(bytes)) {
    const parts = piece.split("\n");
    parts[0] = held + (parts[0] ?? "");
    held = parts.pop() ?? "";
    if (parts.length > 0) yield parts.map(lineOf);
    if (held.length <= longest) continue;
    isTooLong = true;
    held = "";
  }
  if (held !== "" || isTooLong) yield [lineOf(held)];
}

async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const { head, all } = await opened(bytes);
  if (isGzip(head)) yield* textOf(pipeline(all, createGunzip(), () => {}));
  else yield* decoded(all, charsetOf(head));
}

/** The beginning up to a line's end, by which the charset is told, and all of it from there again. */
async function opened(bytes: AsyncIterable<Uint8Array>) {
  const pieces = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < mostHead && !head.includes(lineEnd) && !isGzip(head)) {
    const next = await pieces.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return { head, all: together(head, pieces) };
}

async function* together(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

const isGzip = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b;
