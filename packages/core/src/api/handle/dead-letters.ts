import { audit, listAudit } from "../../audit/audit-store.ts";
import type { LetterCard, LetterQueue } from "../../dead-letter/dead-letter.ts";
import { allLetters, getLetter, lettersOf, listLetters } from "../../dead-letter/dead-letter-store.ts";
import { discardLetter, replayLetter } from "../../dead-letter/replay.ts";
import { Refusal } from "../../errors.ts";
import { send } from "../../pipeline/jobs.ts";
import { forgetFault } from "../../source/source-store.ts";
import { countUnreadable, discardUnreadable } from "../../source/unreadable-store.ts";
import type { Context, Handlers } from "../context.ts";
import type { LetterView, StuckCountsView } from "../routes/dead-letters.ts";
import { refusePaused, sourceOr404 } from "./sources.ts";

const mostCounted = 1000;
/** So many at one call; beyond, the caller asks again. */
const mostReplayed = 100;
const atOnce = 10;

const show = ({ sentAt, diedAt, ...letter }: LetterCard): LetterView => ({
  ...letter,
  sentAt: sentAt.toISOString(),
  diedAt: diedAt.toISOString(),
});

async function countByQueue(
  context: Context,
): Promise<Pick<StuckCountsView, "letters" | "byQueue" | "isAll">> {
  const { letters, next } = await listLetters(lettersOf(context.table), { limit: mostCounted });
  const byQueue: StuckCountsView["byQueue"] = {};
  for (const { queue } of letters) byQueue[queue] = (byQueue[queue] ?? 0) + 1;
  return { letters: letters.length, byQueue, isAll: next === null };
}

/** Replays one letter and writes it down; false when another has taken it out. */
async function replay({ table, ports, session }: Context, id: string): Promise<boolean> {
  const letter = await replayLetter(lettersOf(table), id, ports);
  if (!letter) return false;
  await audit(table, { by: session.email, did: "replayed-letter", queue: letter.queue, count: 1 }, ports);
  return true;
}

/** The ids of a queue's letters, the latest first, and one more than fit into one call. */
async function idsOf({ table }: Context, queue: LetterQueue): Promise<string[]> {
  const ids: string[] = [];
  for await (const letter of allLetters(lettersOf(table))) {
    if (letter.queue === queue) ids.push(letter.id);
    if (ids.length > mostReplayed) break;
  }
  return ids;
}

export const deadLetters: Handlers<
  | "GET /api/stuck"
  | "GET /api/dead-letters"
  | "GET /api/dead-letters/:id"
  | "POST /api/dead-letters/:id/replay"
  | "POST /api/dead-letters/:id/discard"
  | "POST /api/dead-letters/replay"
  | "POST /api/sources/:id/read-anew"
  | "POST /api/sources/:id/unreadable/discard"
  | "GET /api/audit"
> = {
  async "GET /api/stuck"(_, context) {
    const [letters, { bySource, isAll }] = await Promise.all([
      countByQueue(context),
      countUnreadable(context.table),
    ]);
    return {
      ...letters,
      unreadable: [...bySource.values()].reduce((sum, one) => sum + one, 0),
      bySource: Object.fromEntries(bySource),
      isAll: letters.isAll && isAll,
    };
  },

  async "GET /api/dead-letters"(page, { table }) {
    const { letters, next } = await listLetters(lettersOf(table), page);
    return { letters: letters.map(show), next };
  },

  async "GET /api/dead-letters/:id"({ id }, { table }) {
    const letter = await getLetter(lettersOf(table), id);
    if (letter) return { body: letter.body };
    throw new Refusal("not-found", {
      ru: "Этого здесь больше нет: кто-то уже повторил или удалил.",
      en: "This is no longer here: someone has replayed or discarded it.",
    });
  },

  async "POST /api/dead-letters/:id/replay"({ id }, context) {
    return { did: await replay(context, id) };
  },

  async "POST /api/dead-letters/:id/discard"({ id }, { table, ports, session }) {
    const letter = await discardLetter(lettersOf(table), id);
    if (!letter) return { did: false };
    await audit(table, { by: session.email, did: "discarded-letter", queue: letter.queue, count: 1 }, ports);
    return { did: true };
  },

  async "POST /api/dead-letters/replay"({ queue }, context) {
    const { table, ports, session } = context;
    const ids = await idsOf(context, queue);
    const more = ids.length > mostReplayed;
    const chosen = ids.slice(0, mostReplayed);
    let replayed = 0;
    for (let at = 0; at < chosen.length; at += atOnce) {
      const some = chosen.slice(at, at + atOnce);
      const done = await Promise.all(some.map((id) => replayLetter(lettersOf(table), id, ports)));
      replayed += done.filter(Boolean).length;
    }
    if (replayed > 0)
      await audit(table, { by: session.email, did: "replayed-letter", queue, count: replayed }, ports);
    return { replayed, more };
  },

  async "POST /api/sources/:id/read-anew"({ id }, context) {
    const { table, ports, session } = context;
    const source = await sourceOr404(context, id);
    refusePaused(source);
    await forgetFault(table, source);
    const anew = { since: ports.now(), isUnderway: false };
    const job = { workspaceId: table.workspaceId, sourceId: id, anew };
    await send(ports, "pull", [{ job, group: source.accountId ?? id }]);
    await audit(table, { by: session.email, did: "read-source-anew", sourceId: id }, ports);
    return { did: true };
  },

  async "POST /api/sources/:id/unreadable/discard"({ id, entry }, context) {
    const { table, ports, session } = context;
    await sourceOr404(context, id);
    const discarded = await discardUnreadable(table, id, entry);
    if (discarded > 0)
      await audit(
        table,
        { by: session.email, did: "discarded-unreadable", sourceId: id, count: discarded },
        ports,
      );
    return { discarded };
  },

  async "GET /api/audit"(page, { table }) {
    const { lines, next } = await listAudit(table, page);
    return { lines: lines.map((line) => ({ ...line, at: line.at.toISOString() })), next };
  },
};
