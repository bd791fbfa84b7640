import type { JournalEntry } from "../state.ts";

/** What was published more than once: the same words under the same post by the API, each time with effect. */
export function repeatedIn(entries: readonly JournalEntry[]): { id: string; times: number }[] {
  const published = entries.filter(({ kind, took }) => kind === "answer" && took);
  const same = Map.groupBy(published, ({ id, text }) => `${id} ${text}`);
  return [...same.values()].flatMap((group) =>
    group[0] && group.length > 1 ? [{ id: group[0].id, times: group.length }] : [],
  );
}
