import { isInInbox } from "@otklik/core/conversation/conversation";
import { conversationFromRow, inboxPartition } from "@otklik/core/conversation/conversation-store";
import { searchEntryOf } from "@otklik/core/conversation/search-entry";
import type { IndexCard, Key, Row, Search, SearchQuery, Table } from "@otklik/core/ports";
import { lostPage } from "@otklik/core/table-rules";
import { scopedTable } from "@otklik/core/table-scope";
import { hasAll, type Sought, soughtIn } from "@otklik/language/search/words";

/** Cards that one search looks at; of a longer inbox only the most pressing are searched. */
const mostCards = 5000;
const cardsAtOnce = 1000;
const rowsAtOnce = 300;

/** Where a card carries a facet. */
const facetOnCard: Record<string, string> = { status: "st", network: "n", sentiment: "s" };

/**
 * The Search port over what the table holds anyway, without a write of its own: the cards of the inbox, narrowed and
 * put newest first, and then the words of their rows until a page is full. Finds what is open, and says so.
 */
export function openSearch({
  table,
  read,
}: {
  table: Table;
  /** Rows by their full keys, in any order; what is gone is left out. */
  read: (keys: readonly Key[]) => Promise<Row[]>;
}): Search {
  const found = async (
    cards: readonly IndexCard[],
    sought: readonly Sought[],
    workspaceId: string,
  ): Promise<Set<string>> => {
    const rows = await read(cards.map(({ pk, sk }) => ({ pk: `${workspaceId}/${pk}`, sk })));
    const ids = rows.map(conversationFromRow).flatMap((conversation) => {
      const entry = isInInbox(conversation.status) ? searchEntryOf(conversation) : null;
      return entry && hasAll(entry.text, sought) ? [entry.id] : [];
    });
    return new Set(ids);
  };

  return {
    async put() {},
    async remove() {},
    async find(workspaceId, query) {
      const behind = query.after === undefined ? null : readPlace(query.after);
      const sought = soughtIn(query.words ?? "");
      if (sought === null) return { ids: [], next: null, of: "open" };
      const inbox = await inboxCards(scopedTable(table, workspaceId), query.brandId);
      const cards = inbox
        .filter((card) => hasFacets(card, query.facets) && (behind === null || placeOf(card) < behind))
        .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
      const page: IndexCard[] = [];
      for (let from = 0; from < cards.length && page.length <= query.limit; from += rowsAtOnce) {
        const some = cards.slice(from, from + rowsAtOnce);
        const ids = sought.length === 0 ? null : await found(some, sought, workspaceId);
        page.push(...some.filter(({ sk }) => ids === null || ids.has(sk)));
      }
      const last = page.length > query.limit ? page[query.limit - 1] : undefined;
      return {
        ids: page.slice(0, query.limit).map(({ sk }) => sk),
        next: last ? placeOf(last) : null,
        of: "open",
      };
    },
  };
}

async function inboxCards(table: Table, brandId: string): Promise<IndexCard[]> {
  const all: IndexCard[] = [];
  const pk = inboxPartition(brandId);
  let after: string | undefined;
  do {
    const limit = Math.min(cardsAtOnce, mostCards - all.length);
    const { cards, next } = await table.queryIndex("inbox", { pk, limit, after });
    all.push(...cards);
    after = next ?? undefined;
  } while (after && all.length < mostCards);
  return all;
}

/** Of each facet that is asked for one of its values; none of a facet that no card carries. */
const hasFacets = ({ card }: IndexCard, facets: SearchQuery["facets"] = {}): boolean =>
  Object.entries(facets).every(([facet, values]) => {
    const name = Object.hasOwn(facetOnCard, facet) ? facetOnCard[facet] : undefined;
    return values.length === 0 || (name !== undefined && values.includes(String(card[name])));
  });

/** By time, and by id within one instant; no two cards share a place. */
const placeOf = ({ card, sk }: IndexCard): string => `${card.t}~${sk}`;

function readPlace(cursor: string): string {
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z~./.test(cursor)) return cursor;
  throw lostPage();
}
