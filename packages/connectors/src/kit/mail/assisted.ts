// Networks that take no program in: their cabinets write to a mailbox when somebody leaves a review, and the answer is
// given by hand on the page that the letter links to.
import type {
  Account,
  Connector,
  Cursor,
  Discovered,
  Feed,
  Page,
  Range,
  RawMail,
  Standing,
  Tools,
} from "@otklik/core/connector";
import { z } from "zod";
import { folderPage, Place, rangePage, withMailbox } from "./folder-page.ts";
import { loginOf } from "./login.ts";
import type { NoticeSettings } from "./notice-settings.ts";
import type { Cabinet } from "./notices.ts";

const Reading = z.object({
  version: z.literal(1),
  folder: z.string(),
  place: Place.nullable(),
  /** Letters read in the first round; null once it is over. */
  done: z.int().min(0).nullable(),
});
const Span = z.object({ version: z.literal(1), after: z.int().min(0), done: z.int().min(0) });

const day = 86_400_000;
const daysBeforeInbox = 60;

type Assisted<S extends NoticeSettings> = Required<
  Pick<Connector<S>, "place" | "check" | "discover" | "pull" | "backfill">
>;

/** The part of a connector that reads a cabinet's letters. */
export function assistedBy<S extends NoticeSettings>(
  cabinet: Cabinet,
  parse: (given: object) => S,
): Assisted<S> {
  const found = async (mails: readonly RawMail[], settings: S) =>
    (await import("./notices.ts")).noticesIn(mails, { cabinet, settings });
  return {
    place: ({ folder, places }) => [folder, ...[...(places ?? [])].sort()].join(" "),
    check: (account, settings, tools) => check(account, settings, tools),
    discover: (account, tools) => discover(account, tools, { cabinet, parse }),
    async pull(feed, from, tools) {
      const { settings, inboxFrom } = feed;
      const { folder } = settings;
      const known = Reading.safeParse(jsonOrNull(from)).data;
      const begun = known?.folder === folder ? known : { place: null, done: 0 };
      const since = new Date(Math.max(0, inboxFrom.getTime() - daysBeforeInbox * day));
      const page = await withMailbox(opened(feed, tools), (box) =>
        folderPage(box, { folder, place: begun.place, since }),
      );
      const done = begun.done === null ? null : begun.done + page.mails.length;
      const next = { version: 1, folder, place: page.place, done: page.more ? done : null };
      return {
        ...(await found(page.mails, settings)),
        next: JSON.stringify(next),
        more: page.more,
        list: "notices",
        ...(done !== null && page.more && { progress: { done, of: (begun.done ?? 0) + page.waiting } }),
      };
    },
    backfill: (feed, range, from, tools) => backfill(feed, range, { from, tools, found }),
  };
}

async function backfill<S extends NoticeSettings>(
  feed: Feed<S>,
  { since, until: before }: Range,
  by: {
    from: Cursor | null;
    tools: Tools;
    found(mails: readonly RawMail[], settings: S): Promise<Pick<Page, "found" | "unreadable">>;
  },
): Promise<Page> {
  const { from, tools, found } = by;
  const { folder } = feed.settings;
  const span = Span.safeParse(jsonOrNull(from)).data ?? { version: 1, after: 0, done: 0 };
  const page = await withMailbox(opened(feed, tools), (box) =>
    rangePage(box, { folder, after: span.after, since, before }),
  );
  const done = span.done + page.mails.length;
  return {
    ...(await found(page.mails, feed.settings)),
    next: JSON.stringify({ version: 1, after: page.after, done }),
    more: page.left > 0,
    list: "notices.past",
    progress: { done, of: done + page.left },
  };
}

const opened = ({ account }: { account: Account | null }, tools: Tools) => tools.mailbox(loginOf(account));

async function check(account: Account, settings: NoticeSettings, tools: Tools): Promise<Standing> {
  const login = loginOf(account);
  await withMailbox(tools.mailbox(login), (box) => box.open(settings.folder));
  return { name: login.user, kind: { ru: "почтовый ящик", en: "mailbox" }, warnings: [] };
}

const daysLookedThrough = 90;
const mostLookedThrough = 100;

/** The places of which the cabinet has written lately, and the mailbox as a whole. */
async function discover<S extends NoticeSettings>(
  account: Account,
  tools: Tools,
  { cabinet, parse }: { cabinet: Cabinet; parse(given: object): S },
): Promise<Discovered<S>[]> {
  const login = loginOf(account);
  const whole = parse({});
  const mails = await withMailbox(tools.mailbox(login), async (box) => {
    await box.open(whole.folder);
    const since = new Date(tools.now().getTime() - daysLookedThrough * day);
    const bySender = [];
    for (const sender of whole.senders) bySender.push(...(await box.uids({ since, from: sender })));
    const newest = [...new Set(bySender)].sort((a, b) => b - a).slice(0, mostLookedThrough);
    return box.read(newest, 200_000);
  });
  const { placesIn } = await import("./notices.ts");
  const places = await placesIn(mails, { cabinet, settings: whole });
  return [
    { title: login.user, is: "mailbox", settings: whole },
    ...[...places].map(([id, title]) => ({
      title,
      detail: id,
      is: "location" as const,
      settings: parse({ places: [id] }),
    })),
  ];
}

function jsonOrNull(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
