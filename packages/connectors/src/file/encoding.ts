import { decodeText } from "../kit/encoding.ts";

const charsets = ["utf-8", "utf-16le", "utf-16be", "windows-1251", "koi8-r", "windows-1252"];

/**
 * The charset of a file, told by its beginning: the one in which `decodeText` reads it. A stream has to be decoded
 * piece by piece, and for that the charset must have a name.
 */
export function charsetOf(head: Uint8Array, declared?: string): string {
  const sample = upToLineEnd(head);
  const text = decodeText(sample, declared);
  const all = declared ? [...charsets, declared] : charsets;
  return all.find((charset) => new TextDecoder(charset).decode(sample) === text) ?? "utf-8";
}

/** A sample that ends within a letter would look broken. */
function upToLineEnd(head: Uint8Array): Uint8Array {
  const end = head.lastIndexOf(10);
  return end < 0 ? head : head.subarray(0, end);
}

export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  charset: string,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(charset);
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
