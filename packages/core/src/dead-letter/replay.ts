import type { Ports } from "../ports.ts";
import { scopedTable } from "../table-scope.ts";
import { ChangedRow, type DeadLetter } from "./dead-letter.ts";
import { getLetter, type LetterBox, removeLetter } from "./dead-letter-store.ts";

/**
 * Hands a letter to its step once more, and then takes it out. Twice is once: of two who replay it, the queue swallows
 * the second sending, and a letter that is gone is not sent. Returns it, or null when it was taken out by another.
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
  if (letter.queue === "change") return touch(ChangedRow.parse(JSON.parse(letter.body)), table);
  if (letter.queue === "schedule") return; // the minutes since have done what it would have
  const { body, group, messageId } = letter;
  const dedupe = `replay.${letter.id}.${messageId}`;
  await queue.send(letter.queue, [{ body, dedupe, ...(group === undefined ? {} : { group }) }]);
}

/** Writes the row as it stands, so that the change feed tells of it anew; one that changed meanwhile is told of anyway. */
async function touch({ workspaceId, pk, sk }: ChangedRow, all: Ports["table"]): Promise<void> {
  const table = scopedTable(all, workspaceId);
  const row = await table.get({ pk, sk });
  if (!row) return;
  const { version, ...put } = row;
  await table.commit([{ put, if: { version } }]);
}
