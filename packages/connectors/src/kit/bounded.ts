import type { Said } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";

/**
 * All bytes of a stream, which is let go as soon as it brings more than `maxBytes`.
 * @throws Refusal "too-large", naming the limit
 */
export async function readBytes(
  stream: ReadableStream<Uint8Array> | null,
  { maxBytes, of }: { maxBytes: number; of: Said },
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the stream, and with it the download.
  for await (const chunk of stream ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw tooLarge(of, maxBytes);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** @param of what it is, as the first words of a sentence */
export function tooLarge(of: Said, maxBytes: number): Refusal {
  const most = sizeOf(maxBytes);
  return new Refusal("too-large", {
    ru: `${of.ru} больше ${most.ru}, а больше мы не читаем.`,
    en: `${of.en} is larger than ${most.en}, which is the most that is read.`,
  });
}

function sizeOf(bytes: number): Said {
  if (bytes < 1e6) return { ru: `${bytes}\u00a0байт`, en: `${bytes} bytes` };
  const megabytes = String(Math.round(bytes / 1e5) / 10);
  return { ru: `${megabytes.replace(".", ",")}\u00a0МБ`, en: `${megabytes} MB` };
}

/** What `tooLarge` says of an answer; `from` is who answered, as people write it. */
export const answerOf = (from: string): Said => ({ ru: `Ответ ${from}`, en: `The answer of ${from}` });
