// The App Store's public feed: the newest reviews of any app, without a key. Read only.
import type { Connector, Cursor, Feed, Given, Page, Recognised, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { changedFault } from "../kit/changed.ts";
import { readEach } from "../kit/lists.ts";
import { appNameOf, idsOf, isApp, reviewMention } from "./map.ts";
import { readPage } from "./read.ts";
import { appOfLink, Settings } from "./settings.ts";
import { afterNone, afterPage, isFirst, storefrontOf, walkFrom } from "./walk.ts";

export const appStoreFeed: Connector<Settings> = {
  network: "app-store-feed",
  title: "App Store (RSS)",
  about: {
    reads: {
      ru: "до 500 последних отзывов на любое приложение в каждой выбранной стране",
      en: "the newest 500 reviews of any app in each of the chosen countries",
    },
    needs: { ru: "ничего: вставьте ссылку на приложение", en: "nothing: paste the app's link" },
    note: {
      ru: "Только чтение: отвечают в App Store Connect, ссылка ведёт туда. Часть лент не называет дат, тогда временем отзыва считается то, когда мы его увидели. Об удалении отзывов лента не сообщает.",
      en: "Read only: replies are made in App Store Connect, where the link leads. Some feeds give no dates; then a review's time is when we first saw it. The feed does not tell of deleted reviews.",
    },
  },
  account: { is: "none" },
  settings: Settings,
  limits: { buckets: [{ per: "source", requests: 20, seconds: 60, burst: 12 }] },
  every: 60,
  place: ({ app, storefronts }) => `${app}/${[...storefronts].sort().join("+")}`,
  recognise,
  pull,
};

/** One page is one request. */
async function pull(
  { settings, inboxFrom }: Feed<Settings>,
  from: Cursor | null,
  tools: Tools,
): Promise<Page> {
  const { storefronts } = settings;
  const walk = walkFrom(from, settings.app);
  const storefront = storefrontOf(walk, storefronts);
  const all = await readPage(settings, { storefront, page: walk.page }, tools);
  if (all === null) {
    if (storefronts.length === 1) throw noFeed(settings, storefront);
    const { next, more } = afterNone(walk, storefronts);
    const isTold = walk.none.includes(storefront);
    const unreadable = isTold ? [] : [{ excerpt: storefront, why: noFeed(settings, storefront).said }];
    return { found: [], unreadable, next: JSON.stringify(next), more, list: storefront };
  }
  const entries = all.filter((entry) => !isApp(entry));
  const isNew = !isFirst(walk, storefront);
  const undatedAt = isNew ? tools.now() : beforeInbox(inboxFrom, tools.now());
  const { found, unreadable } = readEach(
    entries,
    reviewMention({ settings, storefront, undatedAt }),
    (index) => ({
      ru: `${storefront.toUpperCase()}, страница ${walk.page}, запись ${index + 1}`,
      en: `${storefront.toUpperCase()}, page ${walk.page}, entry ${index + 1}`,
    }),
  );
  if (entries.length > 1 && found.length === 0)
    throw changedFault(
      "App Store",
      {
        ru: `не прочиталась ни одна запись из ${entries.length}`,
        en: `none of ${entries.length} entries could be read`,
      },
      unreadable[0]?.why,
    );
  const { next, more } = afterPage(walk, idsOf(entries), storefronts);
  return {
    found,
    unreadable,
    next: JSON.stringify(next),
    more,
    list: storefront,
    ...(!isNew && { progress: { done: walk.done + entries.length } }),
  };
}

/**
 * When the first reading dates what comes without a date. All that is certain is that it was written before: it feeds
 * trends and must not flood the inbox, unless the person asked for everything.
 */
const beforeInbox = (inboxFrom: Date, now: Date): Date =>
  inboxFrom.getTime() > 0 && inboxFrom <= now ? new Date(inboxFrom.getTime() - 1) : now;

const noFeed = ({ app }: Settings, storefront: string): NetworkFault =>
  new NetworkFault("gone", {
    ru: `В App Store страны ${storefront.toUpperCase()} нет ленты приложения ${app}. Проверьте номер и страну.`,
    en: `The App Store of ${storefront.toUpperCase()} has no feed of the app ${app}. Check the id and the country.`,
  });

/** A link to an app: its newest reviews in the store of the country that the link names. */
async function recognise(
  { link, settings: given }: Given,
  tools: Tools,
): Promise<Recognised<Settings> | null> {
  const named = link ? appOfLink(link) : null;
  if (!named) return null;
  const settings = Settings.safeParse(given).data ?? named;
  const [storefront = "us"] = settings.storefronts;
  const entries = await readPage(settings, { storefront, page: 1 }, tools);
  if (entries === null) throw noFeed(settings, storefront);
  const name = entries.map(appNameOf).find(Boolean) ?? settings.name;
  const of = { settings: { ...settings, name }, storefront, undatedAt: tools.now() };
  const { found, unreadable } = readEach(
    entries.filter((entry) => !isApp(entry)),
    reviewMention(of),
  );
  return { title: name ?? `App Store ${settings.app}`, settings: of.settings, sample: found, unreadable };
}
