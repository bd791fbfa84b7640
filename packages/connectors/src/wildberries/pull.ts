// One page is one request, or a few for chats; `walk.ts`, `past.ts` and `chats.ts` say which.
import type { Account, Cursor, Feed, FoundMention, Page, Range, Tools } from "@otklik/core/connector";
import { z } from "zod";
import { readEach } from "../kit/lists.ts";
import { firstTalk, readTalk, Talk, talkWithin } from "./chats.ts";
import { questionMention, reviewMention } from "./map.ts";
import { afterPastPage, firstPast, hasLists, Past, type Period, pastAskOf } from "./past.ts";
import { changed, countWithin, listPage } from "./requests.ts";
import { type Settings, scopeOf } from "./settings.ts";
import { type Ask, afterPage, askOf, firstWalk, type PageSizes, underway, Walk } from "./walk.ts";

export interface Reading {
  tools: Tools;
  pages: PageSizes;
}

/** The lists first, and then the chats, where they are to be read. Throws a NetworkFault. */
export async function pull(
  { account, settings }: Feed<Settings>,
  from: Cursor | null,
  { tools, pages }: Reading,
): Promise<Page> {
  const scope = scopeOf(settings);
  const { talk, ...lists } = cursorOf(from, PullCursor, scope) ?? { ...firstWalk, talk: undefined };
  const cursor = (walk: Walk, after: Talk | undefined) =>
    JSON.stringify({ ...walk, ...(after && { talk: after }), scope });
  if (talk?.isDue && settings.chats) {
    const read = await readTalk(account, tools, talk);
    return {
      ...{ found: read.page.found.filter(isOf(settings)), unreadable: read.page.unreadable },
      next: cursor(lists, read.next),
      more: read.more,
      list: `chats.${Math.min(talk.page, 99)}`,
    };
  }
  const walk = underway(lists, tools.now(), pages);
  const ask = askOf(walk, pages);
  const { rows, found, unreadable } = await readList(account, { settings, tools }, ask);
  const next = afterPage(walk, { rows, oldest: oldestOf(found) }, pages);
  const isOver = next.began === null;
  const turnsToChats = isOver && settings.chats === true;
  return {
    found: found.filter(isOf(settings)),
    unreadable,
    next: cursor(next, turnsToChats ? { ...(talk ?? firstTalk), isDue: true } : talk),
    more: !isOver || turnsToChats,
    list: ask.list,
    ...(walk.caughtUp === null && { progress: { done: next.done } }),
  };
}

/** Each list and then the chats. Throws a NetworkFault. */
export async function backfill(
  { account, settings }: Feed<Settings>,
  range: Range,
  { from, tools, pages }: Reading & { from: Cursor | null },
): Promise<Page> {
  const [since, until] = [range.since.getTime(), range.until.getTime()];
  const scope = `${scopeOf(settings)}/${since}/${until}`;
  const past = cursorOf(from, PastCursor, scope) ?? { ...firstPast, talked: undefined };
  const period: Period = { since: Math.floor(since / 1000), until: Math.ceil(until / 1000) };
  const isThen = ({ postedAt }: FoundMention) => postedAt >= range.since && postedAt < range.until;
  const page = (next: z.infer<typeof PastCursor>, more: boolean) => ({
    next: JSON.stringify({ ...next, scope }),
    more,
    progress: { done: next.done, ...(next.of !== undefined && { of: Math.max(next.of, next.done) }) },
  });
  if (!hasLists(past)) {
    const read = await talkWithin(account, tools, { from: past.talked ?? since, until });
    return {
      ...{ found: read.page.found.filter(isThen).filter(isOf(settings)), unreadable: read.page.unreadable },
      ...{ list: "chats.past", ...page({ ...past, talked: read.next }, read.more) },
    };
  }
  const of = past.of ?? (await countWithin(account, tools, period));
  const ask = pastAskOf(past, period, pages);
  const { rows, found, unreadable } = await readList(account, { settings, tools }, ask);
  const next = afterPastPage({ ...past, of }, { rows, oldest: oldestOf(found) }, { ...period, sizes: pages });
  return {
    ...{ found: found.filter(isThen).filter(isOf(settings)), unreadable, list: ask.list },
    ...page(next, hasLists(next) || settings.chats === true),
  };
}

async function readList(
  account: Account | null,
  { settings: { articles = [] }, tools }: { settings: Settings; tools: Tools },
  ask: Ask,
): Promise<Pick<Page, "found" | "unreadable"> & { rows: number }> {
  const article = articles.length === 1 ? articles[0] : undefined;
  const entries = await listPage(account, tools, { ...ask, article });
  const read = ask.lane.endsWith("questions") ? questionMention : reviewMention;
  const { found, unreadable } = readEach(entries, read, (index) => ({
    ru: `${ask.list}, запись ${ask.skip + index + 1}`,
    en: `${ask.list}, entry ${ask.skip + index + 1}`,
  }));
  if (entries.length > 1 && found.length === 0) {
    throw changed(
      {
        ru: `не прочиталась ни одна запись из ${entries.length}`,
        en: `none of ${entries.length} entries could be read`,
      },
      unreadable[0]?.why,
    );
  }
  return { rows: entries.length, found, unreadable };
}

/** Of chosen articles only those; a message that names none is not passed over. */
const isOf =
  ({ articles = [] }: Settings) =>
  ({ kind, product }: FoundMention): boolean =>
    articles.length === 0 || (kind === "message" && !product) || articles.includes(product?.id ?? "");

const Scoped = z.object({ scope: z.string() });
const PullCursor = Walk.extend({ talk: Talk.optional() });
const PastCursor = Past.extend({ talked: z.int().optional() });

/** Where a cursor stands; null where it is none of ours, or was about something else. */
function cursorOf<T>(from: Cursor | null, schema: z.ZodType<T>, scope: string): T | null {
  const json = jsonOrNull(from);
  const read = schema.safeParse(json);
  return read.success && Scoped.safeParse(json).data?.scope === scope ? read.data : null;
}

function jsonOrNull(text: Cursor | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

const oldestOf = (found: readonly FoundMention[]): number | null =>
  found.length === 0 ? null : Math.floor(Math.min(...found.map(({ postedAt }) => postedAt.getTime())) / 1000);
