// What the letters of a cabinet tell of: reviews, and the places that they are about.
import type { FoundMention, Page, RawMail } from "@otklik/core/connector";
import { readEach } from "../lists.ts";
import { isFrom } from "./cabinets.ts";
import { type Letter, readLetter } from "./letter.ts";
import { type Notice, type ReadLink, readNotice } from "./notice.ts";
import type { NoticeSettings } from "./notice-settings.ts";

export interface Cabinet {
  readLink: ReadLink;
  /** The page of a place's reviews, or where they are answered when it is not known. */
  pageOf(placeId: string | undefined): string;
}

/** Reviews of which these letters tell; all other letters are somebody else's affair. */
export async function noticesIn(
  mails: readonly RawMail[],
  { cabinet, settings }: { cabinet: Cabinet; settings: NoticeSettings },
): Promise<Pick<Page, "found" | "unreadable">> {
  const about = await letters(mails, settings);
  const { found, unreadable } = readEach(
    about,
    ({ letter, mail }) => {
      const notice = readNotice(letter, cabinet.readLink);
      const isElsewhere = notice.placeId !== undefined && settings.places?.includes(notice.placeId) === false;
      return isElsewhere ? [] : mentionOf(notice, { letter, mail, cabinet });
    },
    (at) => ({
      ru: `${settings.folder}, письмо ${about[at]?.mail.uid}`,
      en: `${settings.folder}, letter ${about[at]?.mail.uid}`,
    }),
  );
  return { found, unreadable };
}

interface Opened {
  letter: Letter;
  mail: RawMail;
  /** What a person sees of a letter that cannot be read. */
  toJSON(): string;
}

/** The cabinet's letters about reviews. One that is no letter at all is told by the mailbox's own source. */
async function letters(mails: readonly RawMail[], settings: NoticeSettings): Promise<Opened[]> {
  const opened = await Promise.all(
    mails.map(async (mail) => ({ mail, letter: await readLetter(mail.source).catch(() => null) })),
  );
  return opened.flatMap(({ mail, letter }) =>
    letter && isNotice(letter, settings)
      ? [{ mail, letter, toJSON: () => `${letter.subject}\n${letter.text ?? letter.html ?? ""}` }]
      : [],
  );
}

const isNotice = ({ from, subject }: Letter, { senders, subjects }: NoticeSettings): boolean =>
  isFrom(from.address, senders) && subjects.some((part) => subject.toLowerCase().includes(part));

function mentionOf(
  notice: Notice,
  { letter, mail, cabinet }: { letter: Letter; mail: RawMail; cabinet: Cabinet },
): FoundMention {
  const { text, stars, author, place, url, reviewId, placeId } = notice;
  return {
    externalId: reviewId ?? letter.messageId ?? `letter.${mail.receivedAt.getTime()}.${mail.uid}`,
    url: url ?? cabinet.pageOf(placeId),
    kind: "review",
    author: { ...(author && { name: author }) },
    text,
    ...(stars !== undefined && { rating: { stars, outOf: 5 } }),
    ...(place && { location: place }),
    postedAt: mail.receivedAt,
    canReply: false,
  };
}

/** The places of which these letters tell, by their id, each with its title. */
export async function placesIn(
  mails: readonly RawMail[],
  { cabinet, settings }: { cabinet: Cabinet; settings: NoticeSettings },
): Promise<Map<string, string>> {
  const places = new Map<string, string>();
  for (const { letter } of await letters(mails, settings)) {
    const { placeId, place } = seen(letter, cabinet);
    if (placeId) places.set(placeId, place ?? placeId);
  }
  return places;
}

function seen(letter: Letter, { readLink }: Cabinet): Partial<Notice> {
  try {
    return readNotice(letter, readLink);
  } catch {
    return {}; // a pull tells of it
  }
}
