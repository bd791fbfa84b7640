// Reading a folder by its uids: they only grow, so whatever comes later has a greater one (RFC 3501 section 2.3.1.1).
import type { Mailbox, RawMail } from "@otklik/core/connector";
import { z } from "zod";

/** Where the reading of a folder stopped. */
export const Place = z.object({
  validity: z.string(),
  /** The least uid that was not read yet. */
  next: z.int().positive(),
  /** The newest time at which the server took something that was read, ISO 8601; "" before anything was. */
  readTo: z.string(),
});
export type Place = z.infer<typeof Place>;

export interface FolderPage {
  folder: string;
  validity: string;
  mails: RawMail[];
  place: Place;
  /** Further letters wait in this folder. */
  more: boolean;
  /** How many wait, these included. */
  waiting: number;
}

/** Letters in a page, and bytes of each: text comes first in a letter, and what a picture holds is asked for later. */
const mostLetters = 20;
const mostBytes = 2_000_000;
const day = 86_400_000;

/**
 * The next letters of a folder. Without a place, those that came since `since`. Where the server has numbered the
 * folder anew, those since two days before the newest that was read: most come a second time, and are known by their ids.
 */
export async function folderPage(
  box: Mailbox,
  { folder, place, since }: { folder: string; place: Place | null; since: Date },
): Promise<FolderPage> {
  const { validity, nextUid } = await box.open(folder);
  const known = place?.validity === validity ? place : null;
  const readTo = place?.readTo ?? "";
  const from = known?.next ?? (await firstUid(box, place && readTo ? twoDaysBefore(readTo) : since));
  const start = { validity, next: from ?? nextUid, readTo };
  if (start.next >= nextUid) return { folder, validity, mails: [], place: start, more: false, waiting: 0 };
  const uids = await box.uids({ fromUid: start.next });
  const mails = await box.read(uids.slice(0, mostLetters), mostBytes);
  const last = uids[Math.min(uids.length, mostLetters) - 1];
  const next = last === undefined ? start.next : last + 1;
  return {
    folder,
    validity,
    mails,
    place: { validity, next, readTo: newest(readTo, mails) },
    more: uids.length > mostLetters,
    waiting: uids.length,
  };
}

const firstUid = async (box: Mailbox, since: Date): Promise<number | undefined> =>
  since.getTime() <= day ? 1 : (await box.uids({ since: new Date(since.getTime() - day) }))[0];

const twoDaysBefore = (readTo: string): Date => new Date(new Date(readTo).getTime() - 2 * day);

const newest = (readTo: string, mails: readonly RawMail[]): string =>
  [readTo, ...mails.map(({ receivedAt }) => receivedAt.toISOString())].sort().at(-1) ?? readTo;

/** Letters that came within a time, from a uid on; `left` are those after this page. */
export async function rangePage(
  box: Mailbox,
  { folder, after, since, before }: { folder: string; after: number; since: Date; before: Date },
): Promise<{ mails: RawMail[]; validity: string; after: number; left: number }> {
  const { validity } = await box.open(folder);
  const wide = { since: new Date(since.getTime() - day), before: new Date(before.getTime() + day) };
  const uids = (await box.uids(wide)).filter((uid) => uid > after);
  const mails = await box.read(uids.slice(0, mostLetters), mostBytes);
  const within = mails.filter(({ receivedAt }) => receivedAt >= since && receivedAt < before);
  return {
    mails: within,
    validity,
    after: uids[Math.min(uids.length, mostLetters) - 1] ?? after,
    left: Math.max(0, uids.length - mostLetters),
  };
}

/** Opens a mailbox for one piece of work, and closes it whatever comes. */
export async function withMailbox<T>(
  opening: Promise<Mailbox>,
  work: (box: Mailbox) => Promise<T>,
): Promise<T> {
  const box = await opening;
  try {
    return await work(box);
  } finally {
    await box.close();
  }
}
