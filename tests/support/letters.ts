// Letters as bytes, for tests of what reads them.

/** A letter of these lines; whatever is no ASCII goes out as UTF-8. */
export const letter = (...lines: string[]): Uint8Array => Buffer.from(lines.join("\r\n"));

/** Bytes of a text in an older charset, by reading each byte of it. */
export function bytesIn(text: string, charset: "windows-1251" | "koi8-r"): Buffer {
  const decoder = new TextDecoder(charset);
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Buffer.from([...text].map((one) => table.get(one) ?? 0x3f));
}
