import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { reached } from "./reachability.ts";

/** At most one round of questions in this time, however much happens. */
const pauseMs = 2000;

/** Asks again, quietly, for what the server says has changed. The lists themselves keep it behind their pill. */
export function useLive(workspaceId: string | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (workspaceId === null) return;
    const stream = new EventSource("/api/live");
    let changed = new Set<string>();
    let hasMissed = false;
    const refresh = coalesce(() => {
      askAgain(client, hasMissed ? null : changed);
      changed = new Set();
      hasMissed = false;
    }, pauseMs);
    stream.addEventListener("changed", ({ data }) => {
      for (const brand of brandsIn(data)) changed.add(brand);
      refresh.ask();
    });
    stream.onerror = () => {
      reached(false);
      hasMissed = true;
    };
    stream.onopen = () => {
      reached(true);
      if (hasMissed) refresh.ask();
    };
    return () => {
      stream.close();
      refresh.cancel();
    };
  }, [client, workspaceId]);
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
