import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { call } from "./api.ts";
import { reached } from "./reachability.ts";

/** At most one round of questions in this time, however much happens. */
const pauseMs = 2000;
/** Where no stream is given, a brand's version is asked for this often. */
const askMs = 15_000;

/** Asks again, quietly, for what the server says has changed. The lists themselves keep it behind their pill. */
export function useLive(workspaceId: string | null, brands: readonly string[]): void {
  const client = useQueryClient();
  const watched = brands.join(" ");
  useEffect(() => {
    if (workspaceId === null) return;
    let changed = new Set<string>();
    let hasMissed = false;
    const refresh = coalesce(() => {
      askAgain(client, hasMissed ? null : changed);
      changed = new Set();
      hasMissed = false;
    }, pauseMs);
    const note = (named: readonly string[]) => {
      for (const brand of named) changed.add(brand);
      refresh.ask();
    };
    let unwatch = () => {};
    const stream = new EventSource("/api/live");
    stream.addEventListener("changed", ({ data }) => note(brandsIn(data)));
    stream.onerror = () => {
      hasMissed = true;
      // A stream that is refused stays closed: this home gives none, or the session has ended.
      if (stream.readyState === EventSource.CLOSED)
        unwatch = watchVersions(watched.split(" ").filter(Boolean), note);
      else reached(false);
    };
    stream.onopen = () => {
      reached(true);
      if (hasMissed) refresh.ask();
    };
    return () => {
      stream.close();
      unwatch();
      refresh.cancel();
    };
  }, [client, workspaceId, watched]);
}

/** Asks for the version of each brand while the page is looked at, and names those whose version has changed. */
function watchVersions(brands: readonly string[], onChange: (brands: readonly string[]) => void): () => void {
  const seen = new Map<string, number>();
  const ask = async (): Promise<void> => {
    if (document.hidden) return;
    const versions = await Promise.all(
      brands.map(async (id) => [id, (await call("GET /api/brands/:id/version", { id })).version] as const),
    );
    const news = newerThan(seen, versions);
    if (news.length > 0) onChange(news);
  };
  const look = () => void ask().catch(() => undefined); // `call` has told of it; the next look asks again
  look();
  const timer = setInterval(look, askMs);
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}

/** The brands whose version is another than the one seen last; those seen for the first time are no news. */
export function newerThan(
  seen: Map<string, number>,
  versions: readonly (readonly [brand: string, version: number])[],
): string[] {
  const news = versions.filter(([brand, version]) => seen.has(brand) && seen.get(brand) !== version);
  for (const [brand, version] of versions) seen.set(brand, version);
  return news.map(([brand]) => brand);
}

/** The brands that an event names. */
export function brandsIn(data: unknown): string[] {
  try {
    const { brands } = JSON.parse(String(data)) as { brands?: unknown };
    return Array.isArray(brands) ? brands.map(String) : [];
  } catch {
    return [];
  }
}

/** What a change of these brands can have made old; `null`: nobody knows what was missed. */
export function isConcerned(
  { queryKey: [name, brand], data }: { queryKey: readonly unknown[]; data: unknown },
  brands: ReadonlySet<string> | null,
): boolean {
  if (name === "sources" || name === "stuck") return true;
  const of = name === "conversation" ? (data as { brandId?: string }).brandId : brand;
  const isLive = name === "cards" || name === "counts" || name === "conversation";
  return isLive && (brands === null || brands.has(String(of)));
}

function askAgain(client: QueryClient, brands: ReadonlySet<string> | null): void {
  void client.invalidateQueries({
    // what has not come yet comes fresh; asked again it would only begin anew
    predicate: ({ queryKey, state: { data } }) =>
      data !== undefined && isConcerned({ queryKey, data }, brands),
    // unseen, it is enough to know that it is old: it is asked for when the page is looked at
    refetchType: document.hidden ? "none" : "active",
  });
}

/** The first call runs at once, those within the pause after it run together at its end. */
export function coalesce(run: () => void, ms: number): { ask(): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;
  const rest = () => {
    timer = setTimeout(() => {
      timer = undefined;
      if (isAsked) now();
    }, ms);
  };
  const now = () => {
    isAsked = false;
    run();
    rest();
  };
  return {
    ask() {
      if (timer === undefined) now();
      else isAsked = true;
    },
    cancel: () => clearTimeout(timer),
  };
}
