import { Refusal } from "@otklik/core/errors";
import { shapeOf } from "./json-pieces.ts";
import type { FileSettings } from "./settings.ts";

const zip = [0x50, 0x4b, 0x03, 0x04];
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0]; // .xls, and .xlsx with a password

/**
 * What kind of table these first bytes begin; null: none that we read (a web page, a picture). `text` is the same
 * bytes decoded.
 * @throws Refusal when it is a table and cannot be read as it is
 */
export function formatOf(bytes: Uint8Array, text: string): FileSettings["format"] | null {
  const starts = (magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte);
  if (text.trim() === "") throw new Refusal("unreadable", { ru: "Файл пуст.", en: "The file is empty." });
  if (starts(zip)) return "xlsx";
  if (starts(oldOffice)) {
    throw new Refusal("unreadable", {
      ru: "Это старый файл Excel (.xls) или файл с паролем. Сохраните его как .xlsx или CSV.",
      en: "This is an old Excel file (.xls), or one with a password. Save it as .xlsx or CSV.",
    });
  }
  if (text.trimStart().startsWith("<") || isBinary(text)) return null;
  return shapeOf(text) ? "json" : "csv";
}

/** Control characters and broken letters, which no text has many of. */
function isBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: to find them is the point
  const strange = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return strange > text.length * 0.02;
}
