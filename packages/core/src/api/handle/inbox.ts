import { brandVersion } from "../../brand/brand-version.ts";
import { cardOf, getConversation, inboxPartition } from "../../conversation/conversation-store.ts";
import type { IndexCard } from "../../ports.ts";
import { listBuckets } from "../../trend/trend-store.ts";
import type { Context, Handlers } from "../context.ts";
import type { ParsedInputOf } from "../routes.ts";
import { showCard, showCardOf } from "../show.ts";
import type { CountsView, InboxCard } from "../views.ts";

/** A filtered page looks at this many rows at most before it answers with what it has; the client asks on. */
const mostLookedAt = 2000;

type Filters = Pick<ParsedInputOf<"GET /api/inbox">, "network" | "sentiment" | "priority" | "kind">;

const has = (wanted: readonly string[] | undefined, value: unknown): boolean =>
  wanted === undefined || wanted.includes(String(value));

const passes = ({ card }: IndexCard, filters: Filters): boolean =>
  has(filters.network, card.n) &&
  has(filters.sentiment, card.s) &&
  has(filters.priority, card.p) &&
  has(filters.kind, card.k);

/** The open conversations of a brand, most pressing first. */
async function inboxPage(
  { table }: Context,
  { brand, after, limit, ...filters }: ParsedInputOf<"GET /api/inbox">,
): Promise<{ cards: InboxCard[]; next: string | null }> {
  const cards: InboxCard[] = [];
  const pk = inboxPartition(brand);
  let from = after;
  for (let seen = 0; seen < mostLookedAt; ) {
    const page = await table.queryIndex("inbox", { pk, limit: limit - cards.length, after: from });
    cards.push(...page.cards.filter((card) => passes(card, filters)).map(showCard));
    seen += page.cards.length;
    if (page.next === null || cards.length >= limit) return { cards, next: page.next };
    from = page.next;
  }
  return { cards, next: from ?? null };
}

export const inbox: Handlers<
  "GET /api/inbox" | "GET /api/brands/:id/version" | "GET /api/counts" | "GET /api/search" | "GET /api/trends"
> = {
  "GET /api/inbox": (input, context) => inboxPage(context, input),

  "GET /api/brands/:id/version": async ({ id }, { table }) => ({ version: await brandVersion(table, id) }),

  async "GET /api/counts"({ brand }, { table }) {
    const counts: CountsView = { all: 0, byNetwork: {}, bySentiment: {}, byPriority: {}, byKind: {} };
    for (const { open } of await listBuckets(table, brand)) {
      counts.all += open.all;
      for (const facet of ["byNetwork", "bySentiment", "byPriority", "byKind"] as const)
        for (const [name, count] of Object.entries(open[facet]))
          counts[facet][name] = (counts[facet][name] ?? 0) + count;
    }
    return counts;
  },

  async "GET /api/search"({ brand, words, limit, after, ...narrow }, { table, ports, session }) {
    const facets: Record<string, string[]> = {};
    for (const [facet, wanted] of Object.entries(narrow)) if (wanted) facets[facet] = wanted;
    const query = { brandId: brand, words, facets, limit, after };
    const { ids, next, of } = await ports.search.find(session.workspaceId, query);
    const found = await Promise.all(ids.map((id) => getConversation(table, id)));
    const cards = found
      .filter((conversation) => conversation !== null)
      .map((conversation) => showCardOf(conversation, cardOf(conversation)));
    return { cards, next, of };
  },

  "GET /api/trends": ({ brand, from, to }, { table }) => listBuckets(table, brand, { from, to }),
};
