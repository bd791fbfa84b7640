import { Refusal } from "../errors.ts";
import { Header, Line, lineTallier } from "./archive-line.ts";
import { kinds, type Totals } from "./tally.ts";

/** Opens the file's bytes from the beginning; it is read twice. */
export type OpenFile = () => ReadableStream<Uint8Array>;

/** @throws Refusal when the file does not begin as an export does */
export async function readHeader(open: OpenFile): Promise<Header> {
  for await (const text of textLines(open())) return headerIn(text);
  throw unfit("it is empty");
}

/**
 * The file's lines without its header and its end.
 * @throws Refusal when it is cut short, altered, or of another format; possibly after most of it was read
 */
export async function* readLines(open: OpenFile): AsyncGenerator<Exclude<Line, { end: unknown }>> {
  const tally = lineTallier();
  let number = 0;
  let end: Totals | null = null;
  for await (const text of textLines(open())) {
    number++;
    if (number === 1) {
      headerIn(text);
      continue;
    }
    if (end) throw unfit(`something follows its end, in line ${number}`);
    const line = lineIn(text, number);
    if ("end" in line) {
      end = line.end;
      continue;
    }
    tally.add(line);
    yield line;
  }
  if (!end) throw unfit("its end is missing, so it was cut short");
  const found = tally.totals();
  for (const kind of kinds) {
    const { count, sha256 } = end[kind];
    if (found[kind].count !== count)
      throw unfit(`it should hold ${count} of kind "${kind}" and holds ${found[kind].count}`);
    if (found[kind].sha256 !== sha256) throw unfit(`what it holds of kind "${kind}" was altered`);
  }
}

/** Reads the file to its end and tells what it holds, before anything of it is used. @throws Refusal as `readLines` */
export async function verifyArchive(open: OpenFile): Promise<{ header: Header; totals: Totals }> {
  const header = await readHeader(open);
  const tally = lineTallier();
  for await (const line of readLines(open)) tally.add(line);
  return { header, totals: tally.totals() };
}

const unfit = (why: string, cause?: unknown): Refusal =>
  Object.assign(
    new Refusal("unreadable", {
      ru: `Этот файл не годится, ничего не загружено: ${why}. Сделайте выгрузку заново: otklik export.`,
      en: `This file cannot be used, and nothing was brought in: ${why}. Make the export anew: otklik export.`,
    }),
    { cause },
  );

function headerIn(text: string): Header {
  const read = Header.safeParse(jsonIn(text));
  if (read.success) return read.data;
  throw unfit("it is no export of a home, or one of another version of the program");
}

function lineIn(text: string, number: number): Line {
  const read = Line.safeParse(jsonIn(text));
  if (read.success) return read.data;
  throw unfit(`line ${number} cannot be read`);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function* textLines(bytes: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const text = bytes
    .pipeThrough(new DecompressionStream("gzip") as unknown as TransformStream<Uint8Array, Uint8Array>)
    .pipeThrough(new TextDecoderStream("utf-8", { fatal: true }) as TransformStream<Uint8Array, string>);
  let held = "";
  const reader = text.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw unfit("it is no gzip file, or was cut short or altered", cause);
    });
    if (done) break;
    const lines = (held + value).split("\n");
    held = lines.pop() ?? "";
    yield* lines;
  }
  if (held) yield held;
}
