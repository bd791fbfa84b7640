// What the pages of all streams have in common.
import type { Account, Page, PlacedMention, Range, Tools, Unreadable } from "@otklik/core/connector";
import { z } from "zod";
import { changed, type List, nextOf } from "./requests.ts";
import type { Settings } from "./settings.ts";
import type { Came } from "./walk.ts";
import type { Question, Review } from "./wire.ts";

export interface Asking {
  account: Account | null;
  settings: Settings;
  tools: Tools;
}
export type Read = Pick<Page, "found" | "unreadable"> & { came: Came };

const Sku = z.object({ sku: z.union([z.string(), z.number()]).transform(String) });

/** Of chosen products only those; an entry that does not tell its product is not passed over. */
export const isWanted =
  ({ skus = [] }: Settings) =>
  (entry: unknown): boolean => {
    const { success, data } = Sku.safeParse(entry);
    return skus.length === 0 || !success || skus.includes(data.sku);
  };

export const whereIn = (list: string, page: number) => (index: number) => ({
  ru: `${list}, страница ${page + 1}, запись ${index + 1}`,
  en: `${list}, page ${page + 1}, entry ${index + 1}`,
});

/** @throws NetworkFault "changed" when of several entries none could be read */
export function refuseUnreadable(entries: readonly unknown[], unreadable: readonly Unreadable[]): void {
  if (entries.length < 2 || unreadable.length < entries.length) return;
  throw changed(
    {
      ru: `не прочиталась ни одна запись из ${entries.length}`,
      en: `none of ${entries.length} entries could be read`,
    },
    unreadable[0]?.why,
  );
}

export function cameOf(list: List, schema: typeof Review | typeof Question): Came {
  const times = list.entries.flatMap((entry) => schema.safeParse(entry).data?.published_at.getTime() ?? []);
  return {
    rows: list.entries.length,
    next: nextOf(list, "last_id"),
    newest: times.length === 0 ? null : Math.max(...times),
  };
}

export const noSuchList = (path: string) =>
  changed({ ru: `метода ${path} больше нет`, en: `there is no method ${path} any more` });

/** What was posted in a stretch of time. */
export const postedWithin = (found: readonly PlacedMention[], { since, until }: Range): PlacedMention[] =>
  found.filter(({ postedAt }) => postedAt >= since && postedAt < until);

/** A second earlier, so that it does not matter whether a period includes its two ends. */
export const since = (from: number): string => new Date(from - 1000).toISOString();
export const until = (to: number): string => new Date(to).toISOString();
