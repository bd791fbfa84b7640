import { type JsonMap, toJson } from "../json.ts";
import type { IndexCard, NewRow, Row, Table } from "../ports.ts";
import { unchanged } from "../ports.ts";
import { allCards } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import { DeadLetter, type LetterCard, letterId } from "./dead-letter.ts";

/** Where letters are kept: those of one workspace, or those that name none. */
export interface LetterBox {
  table: Table;
  pk: string;
}
export const lettersOf = (table: ScopedTable): LetterBox => ({ table, pk: "dead" });
/** Letters without a workspace that could be read; for the operator alone. */
export const strayLetters = (table: Table): LetterBox => ({ table, pk: "#dead" });

const Card = DeadLetter.omit({ body: true, group: true, messageId: true });

/** A list reads cards alone, so that no payload is paid for until someone opens it. */
function rowOf({ pk }: LetterBox, letter: DeadLetter): NewRow {
  const { id, ...body } = letter;
  const { body: _, group: __, messageId: ___, ...card } = body;
  return {
    pk,
    sk: id,
    body: toJson(body),
    card: toJson(card),
    index: { inbox: { pk, sk: `${letter.diedAt.toISOString()}~${id}` } },
  };
}

const letterFrom = ({ sk, body, version }: Row): DeadLetter & { version: number } => ({
  ...DeadLetter.parse({ ...body, id: sk }),
  version,
});
const cardFrom = ({ sk, card }: IndexCard): LetterCard => Card.parse({ ...(card as JsonMap), id: sk });

/**
 * Keeps a letter. One of the same content that is there already becomes the later one and counts a time more; the same
 * message again changes nothing. Returns its id.
 */
export async function keepLetter(box: LetterBox, letter: Omit<DeadLetter, "id" | "times">): Promise<string> {
  const id = letterId(letter.queue, letter.body);
  for (;;) {
    const before = await getLetter(box, id);
    if (before?.messageId === letter.messageId) return id;
    const put = rowOf(box, { ...letter, id, times: (before?.times ?? 0) + 1 });
    const [outcome] = await box.table.commit([{ put, if: unchanged(before) }]);
    if (outcome?.done) return id;
  }
}

export async function getLetter(
  { table, pk }: LetterBox,
  id: string,
): Promise<(DeadLetter & { version: number }) | null> {
  const row = await table.get({ pk, sk: id });
  return row && letterFrom(row);
}

/** The latest first, without their payloads. */
export async function listLetters(
  { table, pk }: LetterBox,
  page: { limit: number; after?: string | undefined },
): Promise<{ letters: LetterCard[]; next: string | null }> {
  const { cards, next } = await table.queryIndex("inbox", { pk, newestFirst: true, ...page });
  return { letters: cards.map(cardFrom), next };
}

/** All of them, the latest first, page by page. */
export async function* allLetters({ table, pk }: LetterBox): AsyncGenerator<LetterCard> {
  for await (const card of allCards(table, "inbox", { pk, newestFirst: true })) yield cardFrom(card);
}

/** False: it is gone, or has died once more since it was read. */
export async function removeLetter(
  { table, pk }: LetterBox,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const [outcome] = await table.commit([{ remove: { pk, sk: id }, if: { version } }]);
  return outcome?.done === true;
}
