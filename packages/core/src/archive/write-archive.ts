import type { Archive } from "../archive.ts";
import { type Header, type Line, lineTallier } from "./archive-line.ts";
import { carried, type Reseal } from "./carry.ts";
import { namedKeys } from "./named-keys.ts";
import type { Totals } from "./tally.ts";

const pieceLength = 192 * 1024; // bytes of a blob in one line

export interface Written {
  /** NDJSON, gzip: a header, a line for each row, message and piece of a blob, and last what they add up to. */
  bytes: ReadableStream<Uint8Array>;
  /** What stood in the file. Only once all bytes were read. */
  totals(): Totals;
}

/** Writes a home into one file. `reseal` null leaves the credentials behind; `header` must say the same. */
export function writeArchive(
  archive: Archive,
  { header, reseal }: { header: Header; reseal: Reseal | null },
): Written {
  const tally = lineTallier();
  async function* text(): AsyncGenerator<string> {
    yield `${JSON.stringify(header)}\n`;
    for await (const line of linesOf(archive, reseal)) {
      tally.add(line);
      yield `${JSON.stringify(line)}\n`;
    }
    yield `${JSON.stringify({ end: tally.totals() })}\n`;
  }
  const bytes = ReadableStream.from(inChunks(text()))
    .pipeThrough(new TextEncoderStream())
    .pipeThrough(new CompressionStream("gzip"));
  return { bytes: bytes as ReadableStream<Uint8Array>, totals: tally.totals };
}

/** What a home adds up to, read from itself rather than from a file: for comparing two homes. */
export async function totalsOf(archive: Archive, reseal: Reseal | null): Promise<Totals> {
  const tally = lineTallier();
  for await (const line of linesOf(archive, reseal)) tally.add(line);
  return tally.totals();
}

async function* linesOf(archive: Archive, reseal: Reseal | null): AsyncGenerator<Line> {
  const named = new Set<string>();
  const note = (json: string): void => {
    for (const key of namedKeys(json)) named.add(key);
  };
  for await (const row of archive.rows()) {
    const here = await carried(row, reseal);
    if (!here) continue;
    note(JSON.stringify(here.body));
    yield { row: here };
  }
  for await (const { visibleAt, ...message } of archive.messages?.() ?? []) {
    note(message.body);
    yield { message: { ...message, visibleAt: visibleAt.toISOString() } };
  }
  for await (const { key, bytes } of archive.blobs())
    if (named.has(key)) yield* pieces(key, bytes);
    else await bytes.cancel();
}

/** Pieces of one length, so that every home cuts a blob alike. */
async function* pieces(key: string, bytes: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  let held = Buffer.alloc(0);
  let at = 0;
  const piece = (part: Buffer, last: boolean): Line => ({
    blob: { key, at: at++, bytes: part.toString("base64"), last },
  });
  for await (const chunk of bytes) {
    held = Buffer.concat([held, chunk]);
    for (; held.length > pieceLength; held = held.subarray(pieceLength))
      yield piece(held.subarray(0, pieceLength), false);
  }
  yield piece(held, true);
}

/** A line by itself is too little to hand through three streams. */
async function* inChunks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = "";
  for await (const line of lines) {
    chunk += line;
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}
