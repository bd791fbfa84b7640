// What the connector's suite needs of a network, and how it plays the room that calls a connector.
import {
  type Account,
  type Answer,
  type Connector,
  type Cursor,
  type FoundMention,
  type Hook,
  type Mailbox,
  type Page,
  type Receipt,
  refTo,
  type Tools,
} from "@otklik/core/connector";
import type { FaultKind } from "@otklik/core/errors";
import { expect, type TestContext } from "vitest";
import { type Outside, watchOutside } from "./outside.ts";

/** A connector with its network, or a simulator of it, at work; fresh for each test. */
export interface ConnectorBench<Settings = unknown> {
  connector: Connector<Settings>;
  account: Account | null;
  settings: Settings;
  tools: Tools;
  /** What its pages are written in. Default "json". */
  speaks?: "json" | "markup" | "table" | "mail";
  /** Which requests change something; by default all but GET and HEAD. */
  isWrite?(request: Request): boolean;
  close(): Promise<void>;

  // --- What the network offers to a test; what is left out is skipped and named ---
  /** Somebody writes this; tells its external id. */
  addMention?(text: string): Promise<string>;
  /** Its author changes what was written. */
  editMention?(externalId: string, text: string): Promise<void>;
  /** The owner answers on the network's own page. */
  answerElsewhere?(externalId: string, text: string): Promise<void>;
  /** All texts that the network ever accepted as an answer to it, oldest first. */
  publishedTexts?(externalId: string): Promise<string[]>;
  /** The first page of a pull with one of its entries spoilt; there are at least two. */
  breakOneEntry?(body: string): string;
  /** That page as if the network had renamed what holds the entries. */
  changeShape?(body: string): string;
  /** That page with this number for an id, written as the network writes its ids. */
  writeBigId?(body: string, digits: string): string;
  /** The clock by which bench, tools and simulator run. */
  clock?: { now: Date };
  /** Its author, or the network, takes it away. */
  removeMention?(externalId: string): Promise<void>;
  /** From now on the network's moderation turns down each reply after accepting it, or lets them pass. */
  rejectReplies?(rejects: boolean): Promise<void>;
  /** Every request is refused as the network refuses an expired sign-in, or no longer. */
  expireSignIn?(isExpired: boolean): Promise<void>;
  /** Every request ends in a server error, or no longer. */
  breakDown?(isDown: boolean): Promise<void>;
  /** A push for something that happened, as the network would send it. */
  push?(externalId: string): Promise<Request>;
  /** Our side of its pushes; what is left out is made up: a secret, an address, and the bench's one source. */
  hook?: Partial<Hook<Settings>>;
  /** Its pushes carry no sign: that nobody else knows the address is all that tells them from a stranger's. */
  pushesWithoutSign?: true;
  /** Of these kinds the network shows no chosen time of the past. */
  showsNoPastOf?: readonly FoundMention["kind"][];
  /** Of a network that speaks no HTTP, so that no answer of its can be put in the place of another: it fares so. */
  suffer?(mishap: Mishap): Promise<void>;
  /** Faults in the network's own form. */
  ownFaults?: readonly { name: string; response(): Response; kind: FaultKind }[];
}

export type Mishap =
  | "no connection"
  | "sign-in refused"
  | "told to wait"
  | "write lost on the way"
  | "write lost on the way back";

/** A bench under watch: whatever its connector does, it can go out only through its tools. */
export interface Watched<Settings> extends ConnectorBench<Settings> {
  outside: Outside;
}

/** The bench of the test that is running. */
export type At<Settings> = () => Watched<Settings>;

type Http = Tools["http"];
export type Detour = (request: Request, onward: Http) => Promise<Response>;

const hooks = [
  "addMention",
  "editMention",
  "removeMention",
  "answerElsewhere",
  "publishedTexts",
  "rejectReplies",
  "expireSignIn",
  "breakDown",
  "push",
  "suffer",
] as const;

export function watched<Settings>(bench: ConnectorBench<Settings>): Watched<Settings> {
  const outside = watchOutside();
  const free = { ...bench, tools: { ...bench.tools }, outside };
  free.tools.http = (request) => outside.withLeave(() => bench.tools.http(request));
  free.tools.file = (blob) => outside.withLeave(() => bench.tools.file(blob));
  free.tools.mailbox = async (login) =>
    withLeave(await outside.withLeave(() => bench.tools.mailbox(login)), outside);
  free.close = () => outside.withLeave(() => bench.close());
  for (const hook of hooks) {
    const offered = bench[hook] as ((...args: unknown[]) => Promise<never>) | undefined;
    if (offered) free[hook] = (...args: unknown[]) => outside.withLeave(() => offered.apply(bench, args));
  }
  return free;
}

/** A mailbox each of whose calls may go out. */
const withLeave = (box: Mailbox, outside: Outside): Mailbox =>
  new Proxy(box, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => outside.withLeave(() => value.apply(target, args));
    },
  });

/** What the bench or its connector offers under this name; else the test is skipped, and the report says why. */
export function offered<T, K extends keyof T>(test: TestContext, from: T, name: K): NonNullable<T[K]> {
  const offer = from[name];
  if (offer === undefined || offer === null) test.skip(`this network cannot: ${String(name)}`);
  const bound = typeof offer === "function" ? offer.bind(from) : offer;
  return bound as NonNullable<T[K]>;
}

/** Skips, by name, what makes no sense for this network. */
export function needs(test: TestContext, holds: boolean, what: string): void {
  if (!holds) test.skip(`this network ${what}`);
}

/** The bench with its requests going another way. */
export const detoured = <Settings>(bench: Watched<Settings>, detour: Detour): Watched<Settings> => ({
  ...bench,
  tools: { ...bench.tools, http: (request) => detour(request, bench.tools.http) },
});

/** The bench in this mishap: by a detour of its requests, or by the network's own hand where it speaks no HTTP. */
export async function suffering<Settings>(
  bench: Watched<Settings>,
  mishap: Mishap,
  detour: Detour,
): Promise<Watched<Settings>> {
  if (!bench.suffer) return detoured(bench, detour);
  await bench.suffer(mishap);
  return bench;
}

export const answering =
  (response: () => Response): Detour =>
  async () =>
    response();

/** An answer that says nothing but its status. */
export const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    new Response("{}", { status: code, headers });

/** How a fault of this kind looks: told in both languages. */
export const fault = (kind: string) => ({
  name: "NetworkFault",
  kind,
  message: expect.stringMatching(/./),
  said: { ru: expect.stringMatching(/\p{Script=Cyrillic}/u), en: expect.stringMatching(/./) },
});

/** The first answer that holds what is rewritten; others may come before it, such as a list of what to look into. */
export function rewritingFirst(rewrite: (body: string) => string): Detour {
  let isDone = false;
  return async (request, onward) => {
    const response = await onward(request);
    if (isDone) return response;
    const { status, headers } = response;
    const body = await response.text();
    const rewritten = rewrite(body);
    isDone = rewritten !== body;
    return new Response(rewritten, { status, headers });
  };
}

const byMethod = ({ method }: Request): boolean => method !== "GET" && method !== "HEAD";

/** What `instead` does with the first request that changes something; all others go their way. */
export function firstWrite<Settings>(bench: Watched<Settings>, instead: Detour): Detour {
  const isWrite = bench.isWrite?.bind(bench) ?? byMethod;
  let writes = 0;
  return (request, onward) =>
    isWrite(request) && writes++ === 0 ? instead(request, onward) : onward(request);
}

export const lostOnTheWay: Detour = async () => {
  throw new TypeError("fetch failed: the connection broke before the request was sent");
};
export const lostOnTheWayBack: Detour = async (request, onward) => {
  await onward(request);
  throw new TypeError("fetch failed: the connection broke before the answer came");
};

/** One page; the cursor goes through JSON as it does through a queue and a table. */
export async function onePage<Settings>(bench: ConnectorBench<Settings>, from: Cursor | null): Promise<Page> {
  const { connector, settings, account, tools } = bench;
  if (!connector.pull) throw new Error(`${connector.network} cannot be pulled.`);
  const feed = { sourceId: "bench", settings, account, inboxFrom: new Date(0) };
  return connector.pull(feed, JSON.parse(JSON.stringify(from)) as Cursor | null, tools);
}

export interface Walked {
  pages: { from: Cursor | null; page: Page }[];
  found: FoundMention[];
  next: Cursor;
}
const mostPages = 500;

/** Pages until the connector has caught up, as the room reads them; `between` happens after each page. */
export async function walk<Settings>(
  bench: ConnectorBench<Settings>,
  from: Cursor | null,
  between: (pagesRead: number) => Promise<void> = async () => {},
): Promise<Walked> {
  const pages: Walked["pages"] = [];
  let at = from;
  for (;;) {
    const page = await onePage(bench, at);
    pages.push({ from: at, page });
    await between(pages.length);
    if (!page.more) return { pages, found: pages.flatMap(({ page: { found } }) => found), next: page.next };
    if (pages.length >= mostPages) throw new Error(`Not caught up after ${mostPages} pages.`);
    at = page.next;
  }
}

/** The last that was found under this id. */
export const lastOf = (found: readonly FoundMention[], externalId: string): FoundMention | undefined =>
  found.findLast((mention) => mention.externalId === externalId);

export const idsOf = (found: readonly FoundMention[]): string[] =>
  [...new Set(found.map(({ externalId }) => externalId))].sort();

/** A reply to a mention as it was found. */
export function answerTo<Settings>(
  bench: ConnectorBench<Settings>,
  mention: FoundMention,
  text: string,
): Answer {
  return {
    account: bench.account,
    settings: bench.settings,
    mention: refTo(mention),
    text,
    once: `once-${mention.externalId}`,
  };
}

/** A further attempt, by the room's rule: where a repeat could publish twice, the network is asked first. */
export async function attemptAgain<Settings>(
  bench: ConnectorBench<Settings>,
  answer: Answer,
): Promise<Receipt> {
  const { connector, tools } = bench;
  const stands =
    connector.limits.reply?.once === "read-back" ? await connector.receipt?.(answer, tools) : null;
  if (stands) return stands;
  if (!connector.reply) throw new Error(`${connector.network} cannot be answered.`);
  return connector.reply(answer, tools);
}
