import { Refusal } from "@otklik/core/errors";
import { type Entry, fromBufferPromise } from "yauzl";

export interface Parts {
  has(path: string): boolean;
  /**
   * The bytes of one part, unpacked on the way.
   * @throws Refusal "too-large" past `maxBytes`, "unreadable" when it is not there or damaged
   */
  open(path: string, maxBytes: number): AsyncGenerator<Uint8Array, void, undefined>;
}

const mostParts = 10_000;

/**
 * The parts of a package by their paths, which ignore case.
 * @throws Refusal "unreadable" when the bytes are no ZIP archive
 */
export async function openZip(bytes: Uint8Array<ArrayBuffer>): Promise<Parts> {
  const entries = new Map<string, Entry>();
  const zip = await orDamaged(() =>
    fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { lazyEntries: true }),
  );
  await orDamaged(async () => {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName.toLowerCase(), entry);
      if (entries.size > mostParts) throw new Error(`more than ${mostParts} parts`);
    }
  });

  async function* open(path: string, maxBytes: number): AsyncGenerator<Uint8Array, void, undefined> {
    const entry = entries.get(path.toLowerCase());
    if (!entry) throw damaged(new Error(`${path} is missing`));
    // The archive's word for the size is held against what really comes, by yauzl.
    if (entry.uncompressedSize > maxBytes) {
      throw new Refusal("too-large", {
        ru: `В распакованном виде книга больше ${maxBytes / 1e6}\u00a0МБ. Сохраните лист в CSV и загрузите его.`,
        en: `The workbook unpacks to more than ${maxBytes / 1e6} MB. Save the sheet as CSV and import that.`,
      });
    }
    const stream = await orDamaged(() => zip.openReadStreamPromise(entry));
    try {
      yield* stream as AsyncIterable<Uint8Array>;
    } catch (cause) {
      throw damaged(cause);
    }
  }

  return { has: (path) => entries.has(path.toLowerCase()), open };
}

/** For what a broken workbook makes other code throw. */
export function damaged(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  const why = cause instanceof Error ? cause.message : String(cause);
  const refusal = new Refusal("unreadable", {
    ru: "Книга Excel повреждена. Откройте её в табличном редакторе, сохраните заново и загрузите новый файл.",
    en: `The workbook is damaged (${why}). Open it in a spreadsheet program, save it anew and import that.`,
  });
  refusal.cause = cause;
  return refusal;
}

async function orDamaged<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (cause) {
    throw damaged(cause);
  }
}
