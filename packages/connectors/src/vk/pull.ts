// A page of reading: first what events tell, then the lists, one visit a page.
import type { Cursor, Feed, Page, Said, Tools } from "@otklik/core/connector";
import { type Container, canList, listContainers, listMethod, listSize } from "./containers.ts";
import { mayAnswerEvents } from "./entries.ts";
import { readEvent } from "./events.ts";
import { noToken } from "./faults.ts";
import { startOfStream, streamSince } from "./long-poll.ts";
import { namesOf } from "./names.ts";
import { type Community, placeOf } from "./parts.ts";
import type { Caller } from "./requests.ts";
import { type PageSizes, visitPage } from "./visit.ts";
import { afterPage, firstReach, isDeep, planned, visiting, type Walk, walkFrom } from "./walk.ts";

export interface Doors {
  tools: Tools;
  sizes: PageSizes;
}
interface Pulling {
  caller: Caller;
  of: Community;
  sizes: PageSizes;
  /** Pushes bring the events. */
  listening: boolean;
}

export async function pull(
  feed: Feed<Community>,
  from: Cursor | null,
  { tools, sizes }: Doors,
): Promise<Page> {
  const { account, settings: of, listening = false } = feed;
  const pulling: Pulling = { caller: { account, tools }, of, sizes, listening };
  const walk = walkFrom(from, placeOf(of));
  if (walk.todo.length > 0)
    return canList(pulling.caller, of.part) ? nextVisit(pulling, walk) : nothing(forgetting(walk));
  return betweenCycles(pulling, walk);
}

/** Without a list to look at, what an event asked to be looked at is let go. */
const forgetting = (walk: Walk): Walk => ({ ...walk, todo: [] });

async function betweenCycles(pulling: Pulling, walk: Walk): Promise<Page> {
  const { caller, of, listening } = pulling;
  if (listening) return newCycle(pulling, { ...walk, ts: null });
  if (walk.ts === null) return newCycle(pulling, { ...walk, ts: await startOfStream(caller, of) });
  const stretch = await streamSince(caller, of, walk.ts);
  if (!stretch) return newCycle(pulling, { ...walk, ts: null });
  const { ts, updates, lost } = stretch;
  const followed = { ...walk, ts, lost: walk.lost || lost };
  return updates.length > 0 ? eventPage(pulling, followed, updates) : newCycle(pulling, followed);
}

async function eventPage({ caller, of }: Pulling, walk: Walk, updates: readonly unknown[]): Promise<Page> {
  const names = await namesOf(caller, updates);
  const reading = {
    names,
    now: caller.tools.now(),
    mayAnswer: (part: Community["part"]) => mayAnswerEvents(caller, part),
  };
  const place = placeOf(of);
  const told = updates.map((event) => readEvent(event, reading));
  const ours = <T extends { place?: string }>(all: readonly T[]) => all.filter((one) => one.place === place);
  const isHere = (other: Community) => placeOf(other) === place;
  const visits = told.flatMap((one) => one.visits).filter((visit) => isHere(visit.of));
  // A comment that cannot be placed is left to the list, where there is one.
  const isListed = canList(caller, of.part);
  const asked = visits.flatMap(({ container }) => container ?? []);
  const next: Walk = {
    ...asked.reduce(visiting, walk),
    lost: walk.lost || visits.some(({ container }) => container === undefined),
  };
  return {
    found: ours(told.flatMap(({ found }) => found)),
    unreadable: told.flatMap((one) => (isListed && one.visits.length > 0 ? [] : one.unreadable)),
    receipts: ours(told.flatMap(({ receipts }) => receipts)),
    next: JSON.stringify(next),
    more: true,
    list: `${of.part}.events`,
  };
}

async function newCycle(pulling: Pulling, walk: Walk): Promise<Page> {
  const { caller, of, listening } = pulling;
  const eventsCome = listening || walk.ts !== null;
  if (!canList(caller, of.part)) {
    if (!eventsCome) throw noToken(listMethod(of.part));
    const page = nothing({ ...walk, lost: false });
    return walk.lost ? { ...page, unreadable: [{ excerpt: "Long Poll", why: lostEvents }] } : page;
  }
  const now = Math.floor(caller.tools.now().getTime() / 1000);
  const { containers, unreadable } = await recentContainers(pulling, walk, now);
  const next = planned(walk, containers, { part: of.part, now, deep: isDeep(walk, { now, eventsCome }) });
  const page = next.todo.length > 0 ? await nextVisit(pulling, next) : nothing(next);
  return { ...page, unreadable: [...unreadable, ...page.unreadable] };
}

const lostEvents: Said = {
  ru: "VK больше не хранит часть событий, а без сервисного ключа прочитать пропущенное списком нельзя",
  en: "VK no longer keeps some of the events, and without a service key what was missed cannot be read by lists",
};

/** Conversations of a busy hour fill more than a page; further pages are read while they may hold something new. */
const mostPages = 5;
const margin = 3600;

async function recentContainers({ caller, of }: Pulling, walk: Walk, now: number) {
  const containers: Container[] = [];
  const all = await listContainers(caller, of);
  let { rows } = all;
  containers.push(...all.containers);
  const unreadable = [...all.unreadable];
  const from = (walk.deepAt ?? now - firstReach) - margin;
  for (let page = 1; of.part === "messages" && page < mostPages && rows === listSize(of.part); page++) {
    if ((containers.at(-1)?.at ?? 0) < from) break;
    const more = await listContainers(caller, of, page * rows);
    containers.push(...more.containers);
    unreadable.push(...more.unreadable);
    rows = more.rows;
  }
  return { containers, unreadable };
}

async function nextVisit({ caller, of, sizes }: Pulling, walk: Walk): Promise<Page> {
  const [visit] = walk.todo;
  if (!visit) return nothing(walk);
  const since = visit.until === undefined ? reachOf(caller, of) : undefined;
  const hasRead = Object.keys(walk.seen).length > 0;
  const { found, unreadable, came } = await visitPage({ caller, of, sizes, since, hasRead }, visit);
  const next = afterPage(walk, came);
  return {
    found,
    unreadable,
    next: JSON.stringify(next),
    more: next.todo.length > 0,
    list: listOf(of, visit.c),
    ...(next.of > 0 && next.todo.length > 0 && { progress: { done: next.done, of: next.of } }),
  };
}

/** How far back a conversation is read of which nothing is known yet. */
const reachOf = ({ tools }: Caller, { part }: Community): Date | undefined =>
  part === "messages" ? new Date(tools.now().getTime() - firstReach * 1000) : undefined;

/** Posts and topics share a hundred watermarks, so that old ones leave none behind. */
const listOf = ({ part }: Community, container: string): string => `${part}.${container.slice(-2)}`;

const nothing = (walk: Walk): Page => ({
  ...{ found: [], unreadable: [], next: JSON.stringify(walk), more: false },
});
