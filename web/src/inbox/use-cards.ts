import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { call } from "../api.ts";
import { begun, type Cards, withAnswer, withHead, withPage, withWaiting } from "./cards.ts";
import { type Filter, inboxInput, isInbox, searchInput } from "./filter.ts";

export interface ListedCards {
  cards: Cards | undefined;
  /** What was searched; undefined for the inbox itself. */
  searched: "all" | "open" | undefined;
  isPending: boolean;
  error: Error | null;
  retry(): void;
  /** Asks for the next page, once at a time. */
  more(): void;
  showWaiting(): void;
  change(next: (cards: Cards) => Cards): void;
}

interface Listed extends Cards {
  of?: "all" | "open";
}

const keyOf = (brand: string, filter: Filter) => ["cards", brand, filter] as const;

const pageOf = (brand: string, filter: Filter, more: { after?: string; signal?: AbortSignal }) => {
  const { signal, ...after } = more;
  return isInbox(filter)
    ? call("GET /api/inbox", { ...inboxInput(brand, filter), ...after }, { signal })
    : call("GET /api/search", { ...searchInput(brand, filter), ...after }, { signal });
};

async function firstCards(
  { client, signal }: { client: QueryClient; signal: AbortSignal },
  brand: string,
  filter: Filter,
): Promise<Listed> {
  const page = await pageOf(brand, filter, { signal });
  const of: Pick<Listed, "of"> = "of" in page ? { of: page.of as Listed["of"] } : {};
  // read after the answer: what a person did meanwhile is in it
  const before = client.getQueryData<Listed>(keyOf(brand, filter));
  if (!before) return { ...begun(page), ...of };
  const next = isInbox(filter) ? withHead : withAnswer;
  return { ...next(before, page, Date.now()), ...of };
}

/** The list of a brand under a filter, with all that may be done to it. */
export function useCards(brand: string, filter: Filter): ListedCards {
  const client = useQueryClient();
  const isAsking = useRef(false);
  const key = keyOf(brand, filter);
  const query = useQuery({
    queryKey: key,
    queryFn: (context) => firstCards(context, brand, filter),
    structuralSharing: false,
  });
  const change = (next: (cards: Cards) => Cards) =>
    client.setQueryData<Listed>(key, (cards) => cards && { ...cards, ...next(cards) });
  const after = query.data?.next ?? null;
  const more = () => {
    if (after === null || isAsking.current) return;
    isAsking.current = true;
    pageOf(brand, filter, { after })
      .then((page) => change((cards) => (cards.next === after ? withPage(cards, page) : cards)))
      .catch(() => undefined) // the next scroll asks again
      .finally(() => {
        isAsking.current = false;
      });
  };
  return {
    cards: query.data,
    searched: query.data?.of,
    isPending: query.isPending,
    error: query.error,
    retry: useCallback(() => void query.refetch(), [query.refetch]),
    more,
    showWaiting: () => change(withWaiting),
    change,
  };
}
