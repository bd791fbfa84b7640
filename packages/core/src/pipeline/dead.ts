import { type ChangedRow, LetterQueue, noAnswer, readPayload } from "../dead-letter/dead-letter.ts";
import { keepLetter, type LetterBox, lettersOf, strayLetters } from "../dead-letter/dead-letter-store.ts";
import { forgetWhy, readWhy } from "../dead-letter/why-store.ts";
import type { Change, Ports } from "../ports.ts";
import { scopedTable, workspaceOfKey } from "../table-scope.ts";
import { tellError } from "../tell-error.ts";
import { getWorkspace } from "../workspace/workspace-store.ts";

/** A message as its dead-letter queue hands it on. */
export interface DeadMessage {
  id: string;
  /** Where it died. */
  queue: string;
  body: string;
  group?: string | undefined;
  sentAt: Date;
  attempts: number;
}

/** What keeping a letter takes. */
type Keeping = Pick<Ports, "table" | "log" | "now">;

/** Keeps a message that its step gave up on, with the reason that the queue's door noted, as a row of its workspace. */
export async function dead(message: DeadMessage, ports: Keeping): Promise<void> {
  const { id: messageId, body, group, sentAt } = message;
  const queue = LetterQueue.parse(message.queue);
  const noted = await readWhy(ports.table, messageId);
  const { workspaceId, subject, condition } = readPayload(queue, body);
  const letter = await keepLetter(await boxFor(workspaceId, ports), {
    queue,
    body,
    group,
    messageId,
    sentAt,
    subject,
    diedAt: ports.now(),
    why: noted?.why ?? (condition ? { error: condition } : noAnswer),
    attempts: noted?.attempts ?? message.attempts,
  });
  if (noted) await ports.table.commit([forgetWhy(noted)]);
  ports.log.warn("letter.kept", { queue, letter });
}

/**
 * Hands changes on one by one, and keeps as letters those that cannot be borne, so that they hold up no other.
 * @throws what the first one threw when none could be borne: the fault lies elsewhere, and everything waits
 */
export async function singleOut(
  changes: readonly Change[],
  bear: (change: Change) => Promise<void>,
  ports: Keeping,
): Promise<void> {
  const failed: { change: Change; error: unknown }[] = [];
  for (const change of changes) await bear(change).catch((error: unknown) => failed.push({ change, error }));
  if (failed[0] && failed.length === changes.length) throw failed[0].error;
  for (const { change, error } of failed) await keepChange(change, error, ports);
}

/** Keeps a change that a room cannot bear as a letter; the row stays as it is. */
export async function keepChange({ key, row }: Change, error: unknown, ports: Keeping): Promise<void> {
  const workspaceId = workspaceOfKey(key.pk);
  const changed: ChangedRow = { workspaceId, pk: key.pk.slice(workspaceId.length + 1), sk: key.sk };
  const body = JSON.stringify(changed);
  const now = ports.now();
  ports.log.error("feed.passed-over", error, { row: key.sk });
  const read = readPayload("change", body);
  await keepLetter(await boxFor(read.workspaceId, ports), {
    queue: "change",
    body,
    // the same row at the same version is the same change
    messageId: String(row?.version ?? 0),
    sentAt: now,
    diedAt: now,
    subject: read.subject,
    why: tellError(error),
    attempts: 1,
  });
}

async function boxFor(workspaceId: string | null, { table }: Keeping): Promise<LetterBox> {
  const isThere = workspaceId !== null && (await getWorkspace(table, workspaceId)) !== null;
  return isThere ? lettersOf(scopedTable(table, workspaceId)) : strayLetters(table);
}
