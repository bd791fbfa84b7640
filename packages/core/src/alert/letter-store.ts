import { z } from "zod";
import { Instant, toJson } from "../json.ts";
import type { Write } from "../ports.ts";
import type { ScopedTable } from "../table-scope.ts";

/** A letter that is shown in the app, since no mail server is configured. */
export const KeptLetter = z.object({
  id: z.string(),
  at: Instant,
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
export type KeptLetter = z.infer<typeof KeptLetter>;

const partition = "letters";
/** Older ones make room for newer ones. */
const mostKept = 200;

const sortKey = ({ at, id }: { at: Date; id: string }): string => `${at.toISOString()}~${id}`;

/** Keeps a letter; the same one again, by its id, changes nothing, also where it is told at another time. */
export async function keepLetter(table: ScopedTable, letter: KeptLetter): Promise<void> {
  const { rows } = await table.query({ pk: partition, newestFirst: true, limit: mostKept + 50 });
  if (rows.some(({ body }) => body.id === letter.id)) return;
  const surplus = rows.slice(mostKept - 1).map(({ sk }): Write => ({ remove: { pk: partition, sk } }));
  const put = { pk: partition, sk: sortKey(letter), body: toJson(letter) };
  await table.commit([{ put, if: "absent" }, ...surplus]);
}

/** Kept letters, newest first. */
export async function listLetters(
  table: ScopedTable,
  { after, limit = 20 }: { after?: string | undefined; limit?: number } = {},
): Promise<{ letters: KeptLetter[]; next: string | null }> {
  const { rows, next } = await table.query({ pk: partition, newestFirst: true, limit, after });
  return { letters: rows.map(({ body }) => KeptLetter.parse(body)), next };
}
