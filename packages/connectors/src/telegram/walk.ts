// Where reading has come to: pure. Telegram keeps an update for a day or until it is asked for a later one, so a page is
// confirmed by asking for the next: whoever crashes before the cursor is saved reads the same page again.
import { z } from "zod";
import { messageIn } from "./map.ts";
import { Numbered, Update } from "./wire.ts";

export const pageSize = 100; // the most that getUpdates gives

const Walk = z.object({
  version: z.literal(1),
  /** The first update that was not read yet; null: the earliest that Telegram still holds. */
  offset: z.int().min(0).nullable(),
  /** Unix seconds: when the last update was read. */
  at: z.int().min(0),
  /** Groups' numbers of today by those that they had before. */
  moved: z.record(z.string(), z.string()),
});
export type Walk = z.infer<typeof Walk>;
const firstWalk: Walk = { version: 1, offset: null, at: 0, moved: {} };

/** The beginning where a cursor is none of ours. */
export function walkOf(from: string | null): Walk {
  try {
    return Walk.parse(JSON.parse(from ?? "null"));
  } catch {
    return firstWalk;
  }
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);
const quietWeek = 6 * 86_400; // seconds; after a week without updates Telegram numbers them anew, from any number

/** What to ask for; undefined: the earliest, which after a quiet week is the only safe question. */
export const offsetOf = ({ offset, at }: Walk, now: Date): number | undefined =>
  offset === null || seconds(now) - at >= quietWeek ? undefined : offset;

/** The walk after these entries, which are all that is read of a page. */
export function afterEntries(walk: Walk, entries: readonly unknown[], now: Date): Walk {
  const last = lastNumber(entries.flatMap((entry) => Numbered.safeParse(entry).data?.update_id ?? []));
  if (last === undefined) return walk;
  return { ...walk, offset: last + 1, at: seconds(now), moved: movedIn(entries, walk.moved) };
}

const widestPage = 1_000_000; // a page's numbers lie closer together than this

/** The greatest number that goes with the others: a single garbled one must not confirm what was never read. */
function lastNumber(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  return middle === undefined ? undefined : sorted.findLast((one) => one - middle < widestPage);
}

function movedIn(entries: readonly unknown[], moved: Walk["moved"]): Walk["moved"] {
  const next = { ...moved };
  for (const entry of entries) {
    const message = messageIn(Update.safeParse(entry).data ?? {});
    if (message?.migrate_to_chat_id) next[message.chat.id] = message.migrate_to_chat_id;
  }
  return next;
}
