// Example Reviews: reviews of a shop. A model to begin a network from.
import { addressField } from "@otklik/connectors/kit/address";
import { readEach } from "@otklik/connectors/kit/lists";
import type { Connector, Cursor, Feed, Page, Range, Tools } from "@otklik/core/connector";
import { z } from "zod";
import { publish, receipt } from "./answers.ts";
import { reviewMention } from "./map.ts";
import { ask, changed, title } from "./requests.ts";
import { afterPage, walkOf } from "./walk.ts";
import { ReviewPage, Shop } from "./wire.ts";

const Settings = z.object({});
type Settings = z.infer<typeof Settings>;

export const exampleReviews: Connector<Settings> = {
  network: "example-reviews",
  title,
  about: {
    reads: { ru: "отзывы", en: "reviews" },
    needs: { ru: "токен API", en: "an API token" },
  },
  account: {
    is: "token",
    fields: [{ name: "token", title: { ru: "Токен API", en: "API token" }, secret: true }, addressField],
    help: {
      ru: "Создайте токен в кабинете Example Reviews: Настройки → API.",
      en: "Create a token in the cabinet of Example Reviews: Settings → API.",
    },
  },
  settings: Settings,
  limits: {
    buckets: [{ per: "account", requests: 60, seconds: 60, burst: 10 }],
    reply: { once: "replace", maxLength: 1000, unit: "characters", edits: "any", moderated: true },
  },
  every: 15,
  async check(account, _settings, tools) {
    const shop = Shop.safeParse(await ask(account, tools, { path: "/v1/shop" }));
    if (!shop.success) throw changed();
    return { name: shop.data.name, warnings: [] };
  },
  pull,
  backfill,
  reply: publish,
  receipt,
  edit: publish,
};

async function pull({ account }: Feed<Settings>, from: Cursor | null, tools: Tools): Promise<Page> {
  const walk = walkOf(from);
  const { entries, cursor } = await listed(account, tools, walk.underway?.cursor);
  const { found, unreadable } = readEach(entries, reviewMention);
  if (entries.length > 1 && found.length === 0) throw changed();
  const oldest = found.at(-1);
  const next = afterPage(
    walk,
    { oldest: oldest ? (oldest.editedAt ?? oldest.postedAt) : null, cursor },
    tools.now(),
  );
  return { found, unreadable, next: JSON.stringify(next), more: next.underway !== null };
}

/** The whole list, as the network has no filter by date; what lies outside the range is left out. */
async function backfill(
  { account }: Feed<Settings>,
  { since, until }: Range,
  from: Cursor | null,
  tools: Tools,
): Promise<Page> {
  const { entries, cursor } = await listed(account, tools, from ?? undefined);
  const { found, unreadable } = readEach(entries, reviewMention);
  const within = found.filter(({ postedAt }) => postedAt >= since && postedAt < until);
  return { found: within, unreadable, next: cursor ?? "", more: cursor !== undefined };
}

async function listed(account: Feed<Settings>["account"], tools: Tools, cursor: string | undefined) {
  const page = ReviewPage.safeParse(
    await ask(account, tools, { path: "/v1/reviews", query: { limit: 50, cursor } }),
  );
  if (!page.success) throw changed();
  return { entries: page.data.reviews, cursor: page.data.next_cursor || undefined };
}
