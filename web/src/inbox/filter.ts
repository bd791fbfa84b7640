import type { InputOf } from "@otklik/core/api/routes";

export const views = ["inbox", "snoozed", "answered", "closed"] as const;
export type View = (typeof views)[number];

const facets = ["network", "sentiment", "priority", "kind"] as const;
export type Facet = (typeof facets)[number];

/** What the list shows; it lives in the address, so that a reload and a link keep it. */
export interface Filter {
  view: View;
  /** Words searched for; "": no search. */
  words: string;
  chosen: Readonly<Record<Facet, readonly string[]>>;
}

/** `?view=answered&q=words&network=a&network=b` */
export function filterFrom(search: URLSearchParams): Filter {
  const view = views.find((one) => one === search.get("view")) ?? "inbox";
  const [network = [], sentiment = [], priority = [], kind = []] = facets.map((facet) =>
    search.getAll(facet),
  );
  return { view, words: search.get("q")?.trim() ?? "", chosen: { network, sentiment, priority, kind } };
}

/** The address of a filter, and of a conversation within it. */
export function pathOf({ view, words, chosen }: Filter, id: string | null = null): string {
  const search = new URLSearchParams();
  if (view !== "inbox") search.set("view", view);
  if (words) search.set("q", words);
  for (const facet of facets) for (const value of chosen[facet]) search.append(facet, value);
  const path = id === null ? "/inbox" : `/inbox/${encodeURIComponent(id)}`;
  return search.size > 0 ? `${path}?${search}` : path;
}

export const toView = (view: View): Filter => ({ view, words: "", chosen: none });
const none: Filter["chosen"] = { network: [], sentiment: [], priority: [], kind: [] };

/** The same filter with one value of a facet switched on or off. */
export function toggled(filter: Filter, facet: Facet, value: string): Filter {
  const before = filter.chosen[facet];
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return { ...filter, chosen: { ...filter.chosen, [facet]: after } };
}

export const isNarrowed = ({ chosen }: Filter): boolean => facets.some((facet) => chosen[facet].length > 0);

/** The inbox itself is live and ranked; all else is a search. */
export const isInbox = ({ view, words }: Filter): boolean => view === "inbox" && words === "";

/** A search knows no priority and no kind: those facets are offered for the inbox alone. */
export const facetsFor = (filter: Filter): readonly Facet[] =>
  isInbox(filter) ? facets : ["network", "sentiment"];

const statuses: Record<View, string[] | undefined> = {
  inbox: undefined,
  snoozed: ["snoozed"],
  answered: ["answered"],
  closed: ["closed", "gone"],
};

export const inboxInput = (brand: string, { chosen }: Filter): InputOf<"GET /api/inbox"> =>
  ({ brand, ...chosen }) as InputOf<"GET /api/inbox">;

export const searchInput = (brand: string, { view, words, chosen }: Filter): InputOf<"GET /api/search"> =>
  ({
    brand,
    words,
    network: chosen.network,
    sentiment: chosen.sentiment,
    status: statuses[view],
  }) as InputOf<"GET /api/search">;
