import { Refusal } from "@otklik/core/errors";

/**
 * All bytes of a stream, which is let go as soon as it brings more than `maxBytes`.
 * @throws Refusal "too-large", naming the limit
 */
export async function readBytes(
  stream: ReadableStream<Uint8Array> | null,
  { maxBytes, of }: { maxBytes: number; of: string },
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

export const tooLarge = (of: string, maxBytes: number): Refusal =>
  new Refusal("too-large", `${of} is larger than ${megabytes(maxBytes)}, which is the most that is read.`);

const megabytes = (bytes: number): string =>
  bytes < 1e6 ? `${bytes} bytes` : `${Math.round(bytes / 1e5) / 10} MB`;
