import { z } from "zod";

/** What a column may hold, by our names. */
export const fields = [
  "text",
  "title",
  "pros",
  "cons",
  "rating",
  "author",
  "date",
  "id",
  "product",
  "sku",
  "productName",
  "variant",
  "order",
  "location",
  "url",
  "answer",
  "answerDate",
  "language",
  "email",
  "phone",
] as const;
const Field = z.enum(fields);
export type Field = z.infer<typeof Field>;

/** From field to the column that holds it; null or absent: the file does not tell. */
export const Mapping = z.partialRecord(Field, z.string().nullable());
export type Mapping = z.infer<typeof Mapping>;

/** What is not stated is found out from the file's beginning, in the same way each time. */
export const FileSettings = z.object({
  blob: z.string().min(1),
  /** The file as its owner called it. */
  name: z.string().min(1),
  format: z.enum(["csv", "xlsx", "json"]),
  /** A label of the WHATWG Encoding Standard, such as windows-1251. */
  encoding: z.string().refine(isCharset, "is no encoding that can be read").optional(),
  /** What stands between two columns; "": there is one column only. */
  delimiter: z.string().max(1).optional(),
  sheet: z.string().optional(),
  /** Which row names the columns, counted from 1 among the rows that are not empty; 0: none does. */
  header: z.int().min(0).max(100).optional(),
  mapping: Mapping,
  /** IANA zone of the file's dates. */
  zone: z.string().refine(isZone, "is no time zone, such as Europe/Moscow").optional(),
  /** Whether 03/04/2024 is the third of April. */
  dayFirst: z.boolean().optional(),
  /** Where the reviews come from, in a person's words. Part of a mention's identity: see identity.ts. */
  network: z.string().trim().max(100).optional(),
  /** The best rating there is, where a cell does not say so itself. */
  outOf: z.number().positive().optional(),
  /** How many rows were counted, for a progress bar. */
  rows: z.int().min(0).optional(),
});
export type FileSettings = z.infer<typeof FileSettings>;

/** What is certain before a file has been looked into. */
export type GivenSettings = Partial<FileSettings> & Pick<FileSettings, "blob" | "name">;

function isCharset(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
