// One page is one session: the source's folder first, then what was sent, since an answer refers to what was received.
import type { Account, Cursor, Feed, Page, Range, Tools } from "@otklik/core/connector";
import { z } from "zod";
import { folderPage, Place, rangePage, withMailbox } from "../kit/mail/folder-page.ts";
import { loginOf } from "../kit/mail/login.ts";
import { sentFolderOf } from "./folders.ts";
import type { Batch, Desk, Read } from "./read.ts";
import type { Settings } from "./settings.ts";

const Turn = z.enum(["received", "sent"]);
type Turn = z.infer<typeof Turn>;

const Reading = z.object({
  version: z.literal(1),
  /** The source's folder: another one is read from its own beginning. */
  folder: z.string(),
  turn: Turn,
  places: z.object({ received: Place.nullable(), sent: Place.nullable() }),
  /** Letters read in the first round; null once it is over. */
  done: z.int().min(0).nullable(),
});
type Reading = z.infer<typeof Reading>;

const Span = z.object({ version: z.literal(1), turn: Turn, after: z.int().min(0), done: z.int().min(0) });

const day = 86_400_000;
/** A mailbox may be decades old: what came longer before the inbox begins is brought by a backfill. */
const daysBeforeInbox = 60;
/** An answer to a letter of a range may have gone out this long after it. */
const daysOfAnswers = 30;

/** The next letters, of whichever of the two folders has some. */
export async function pull(feed: Feed<Settings>, from: Cursor | null, tools: Tools): Promise<Page> {
  const { settings, account, inboxFrom } = feed;
  const since = new Date(Math.max(0, inboxFrom.getTime() - daysBeforeInbox * day));
  return atDesk({ account, settings }, tools, async (desk) => {
    const begun = readingOf(from, settings.folder);
    for (const turn of begun.turn === "sent" ? ["sent" as const] : Turn.options) {
      const folder = folderFor(desk, turn);
      const isLast = turn === "sent";
      const place = begun.places[turn];
      const page = folder === undefined ? null : await folderPage(desk.box, { folder, place, since });
      if (page) begun.places[turn] = page.place;
      if (!isLast && page?.mails.length === 0) continue;
      const read = page ? await readTurn(turn, desk, page) : nothing;
      const done = begun.done === null ? null : begun.done + (page?.mails.length ?? 0);
      const more = !isLast || page?.more === true;
      const next: Reading = {
        ...begun,
        turn: page?.more ? turn : isLast ? "received" : "sent",
        done: more ? done : null,
      };
      return {
        ...read,
        next: JSON.stringify(next),
        more,
        list: turn,
        ...(done !== null && more && page && { progress: { done, of: (begun.done ?? 0) + page.waiting } }),
      };
    }
    throw new Error("the sent letters end each round");
  });
}

/** What came between two times, then what was answered to it. */
export async function backfill(
  { settings, account }: Feed<Settings>,
  { since, until }: Range,
  { from, tools }: { from: Cursor | null; tools: Tools },
): Promise<Page> {
  return atDesk({ account, settings }, tools, async (desk) => {
    const span = Span.safeParse(jsonOrNull(from)).data ?? { version: 1, turn: "received", after: 0, done: 0 };
    const folder = folderFor(desk, span.turn);
    const isLast = span.turn === "sent";
    const before = isLast ? new Date(until.getTime() + daysOfAnswers * day) : until;
    const page = folder && (await rangePage(desk.box, { folder, after: span.after, since, before }));
    const read = page ? await readTurn(span.turn, desk, { ...page, folder }) : nothing;
    // What was sent in that time also answers older letters.
    const found = read.found.filter(({ postedAt }) => postedAt >= since && postedAt < until);
    const left = page ? page.left : 0;
    const done = span.done + (page ? page.mails.length : 0);
    const next =
      left > 0 && page ? { ...span, after: page.after, done } : { ...span, turn: "sent", after: 0, done };
    return {
      ...read,
      found,
      next: JSON.stringify(next),
      more: left > 0 || !isLast,
      list: `${span.turn}.past`,
      progress: { done, of: done + left },
    };
  });
}

async function readTurn(turn: Turn, desk: Desk, batch: Batch): Promise<Read> {
  const { readReceived, readSent } = await import("./read.ts");
  return turn === "sent" ? readSent(desk, batch) : readReceived(desk, batch);
}
const nothing = { found: [], unreadable: [] };

const folderFor = ({ settings, sentFolder }: Desk, turn: Turn): string | undefined =>
  turn === "sent" ? sentFolder : settings.folder;

function atDesk<T>(
  { account, settings }: { account: Account | null; settings: Settings },
  tools: Tools,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const login = loginOf(account);
  return withMailbox(tools.mailbox(login), async (box) => {
    const sentFolder = await sentFolderOf(box, settings);
    const from = (settings.address ?? login.user).toLowerCase();
    return work({ box, settings, from, sends: login.smtp !== undefined, sentFolder });
  });
}

/** Where the cursor stands; the beginning where it is none of ours, or was about another folder. */
function readingOf(from: Cursor | null, folder: string): Reading {
  const { data } = Reading.safeParse(jsonOrNull(from));
  if (data?.folder === folder) return data;
  return { version: 1, folder, turn: "received", places: { received: null, sent: null }, done: 0 };
}

function jsonOrNull(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
