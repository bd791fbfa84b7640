import { Refusal } from "../errors.ts";
import type { Ports } from "../ports.ts";
import type { Said } from "../said.ts";
import { scopedTable } from "../table-scope.ts";
import { ChangedRow, type DeadLetter } from "./dead-letter.ts";
import { getLetter, type LetterBox, removeLetter } from "./dead-letter-store.ts";

/**
 * Hands a letter to its step once more, and then takes it out. Twice is once: of two who replay it, the queue swallows
 * the second sending, and a letter that is gone is not sent. Returns it, or null when it was taken out by another.
 * @throws Refusal when there is nothing to hand on: a schedule's call, or changes that are not named
 */
export async function replayLetter(
  box: LetterBox,
  id: string,
  ports: Pick<Ports, "table" | "queue">,
): Promise<DeadLetter | null> {
  const letter = await getLetter(box, id);
  if (!letter) return null;
  await sendAgain(letter, ports);
  return (await removeLetter(box, letter)) ? letter : null;
}

/** Takes a letter out for good. Returns it, or null when it was taken out by another. */
export async function discardLetter(box: LetterBox, id: string): Promise<DeadLetter | null> {
  const letter = await getLetter(box, id);
  return letter && (await removeLetter(box, letter)) ? letter : null;
}

async function sendAgain(
  letter: DeadLetter,
  { table, queue }: Pick<Ports, "table" | "queue">,
): Promise<void> {
  const { queue: name, body, group, messageId } = letter;
  if (name === "change") return touch(changedRow(body), table);
  if (name === "schedule") throw new Refusal("conflict", bySchedule);
  const dedupe = `replay.${letter.id}.${messageId}`;
  await queue.send(name, [{ body, dedupe, ...(group === undefined ? {} : { group }) }]);
}

const bySchedule: Said = {
  ru: "Расписание само срабатывает каждую минуту, повторять нечего. Удалите эту запись.",
  en: "A schedule runs again by itself every minute, there is nothing to replay. Discard it.",
};
const unnamed: Said = {
  ru: "Здесь не сказано, что изменилось, повторять нечего. Удалите эту запись.",
  en: "It does not say what has changed, there is nothing to replay. Discard it.",
};

/** @throws Refusal when the letter is Lambda's own, which names no row */
function changedRow(body: string): ChangedRow {
  const row = ChangedRow.safeParse(JSON.parse(body));
  if (!row.success) throw new Refusal("conflict", unnamed);
  return row.data;
}

/** Writes the row as it stands, so that the change feed tells of it anew; one that changed meanwhile is told of anyway. */
async function touch({ workspaceId, pk, sk }: ChangedRow, all: Ports["table"]): Promise<void> {
  const table = scopedTable(all, workspaceId);
  const row = await table.get({ pk, sk });
  if (!row) return;
  const { version, ...put } = row;
  await table.commit([{ put, if: { version } }]);
}
