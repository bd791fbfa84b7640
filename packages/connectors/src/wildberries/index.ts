// Wildberries: reviews and questions of a seller's shop, by its public API for sellers.
import type { Connector, Cursor, Feed, FoundMention, Page, Standing, Tools } from "@otklik/core/connector";
import { z } from "zod";
import { readEach } from "../kit/lists.ts";
import { change, publish, receipt } from "./answers.ts";
import { questionMention, reviewMention } from "./map.ts";
import { pullEveryMinutes } from "./plan.ts";
import { changed, faultFrom, isAtHome, listPage, send, title, tokenOf, wordsOf } from "./requests.ts";
import { tokenStanding } from "./token.ts";
import { afterPage, askOf, firstWalk, type PageSizes, underway, Walk } from "./walk.ts";

const Settings = z
  .object({
    /** Wildberries' article numbers (nmId); none: the whole shop. */
    articles: z
      .array(z.string().regex(/^\d{1,20}$/))
      .max(1000)
      .optional(),
  })
  .default({});
type Settings = z.infer<typeof Settings>;

// A list gives up to 5,000 rows; a thousand is what one watermark remembers. The archive is read in smaller pages,
// since it cannot be narrowed by date and is read each time.
const usualPages: PageSizes = { dated: 1000, archive: 300 };

/** The connector, reading in pages of these sizes; tests read in small ones. */
export function wildberriesBy(pages: PageSizes): Connector<Settings> {
  return {
    network: "wildberries",
    title,
    about: {
      reads: {
        ru: "отзывы, вопросы, архив, ответы из кабинета",
        en: "reviews, questions, the archive, answers made in the cabinet",
      },
      needs: {
        ru: "персональный токен API, категория «Вопросы и отзывы»",
        en: "a personal API token of the category “Questions and feedback”",
      },
    },
    account: {
      is: "token",
      fields: [
        { name: "token", title: { ru: "Токен API", en: "API token" }, secret: true },
        {
          name: "address",
          title: {
            ru: "Адрес API (пусто: сам Wildberries)",
            en: "Address of the API (empty: Wildberries itself)",
          },
          secret: false,
          optional: true,
        },
      ],
      help: {
        ru: "Откройте seller.wildberries.ru → Настройки → Доступ к API и создайте персональный токен с категорией «Вопросы и отзывы» и правом записи. Он действует 180 дней.",
        en: "Open seller.wildberries.ru → Settings → Access to API and create a personal token with the category “Questions and feedback” that may write. It is good for 180 days.",
      },
    },
    settings: Settings,
    limits: {
      buckets: [{ per: "account", requests: 3, seconds: 1, burst: 6 }],
      reply: {
        once: "read-back",
        minLength: 2,
        maxLength: 5000,
        unit: "characters",
        edits: 1,
        moderated: true,
        forbids: ["links", "phones"],
      },
    },
    every: pullEveryMinutes,
    async check(account, _settings, tools): Promise<Standing> {
      const response = await send(account, tools, { path: "/ping" });
      if (!response.ok) throw faultFrom(response, tools, (await wordsOf(response)).said);
      return tokenStanding(tokenOf(account), { atHome: isAtHome(account) });
    },
    pull: (feed, from, tools) => pull(feed, from, { tools, pages }),
    reply: publish,
    receipt,
    edit: change,
  };
}

export const wildberries = wildberriesBy(usualPages);

/** One page is one request; `walk.ts` says which. */
async function pull(
  { account, settings: { articles = [] } }: Feed<Settings>,
  from: Cursor | null,
  { tools, pages }: { tools: Tools; pages: PageSizes },
): Promise<Page> {
  const scope = [...articles].sort().join();
  const walk = underway(walkOf(from, scope), tools.now(), pages);
  const ask = askOf(walk, pages);
  const article = articles.length === 1 ? articles[0] : undefined;
  const entries = await listPage(account, tools, { ...ask, article });
  const read = ask.lane.endsWith("questions") ? questionMention : reviewMention;
  const { found, unreadable } = readEach(entries, read, (index) => ({
    ru: `${ask.list}, запись ${ask.skip + index + 1}`,
    en: `${ask.list}, entry ${ask.skip + index + 1}`,
  }));
  if (entries.length > 1 && found.length === 0) {
    throw changed(
      {
        ru: `не прочиталась ни одна запись из ${entries.length}`,
        en: `none of ${entries.length} entries could be read`,
      },
      unreadable[0]?.why,
    );
  }
  const next = afterPage(walk, { rows: entries.length, oldest: oldestOf(found) }, pages);
  return {
    found: articles.length === 0 ? found : found.filter((one) => articles.includes(one.product?.id ?? "")),
    unreadable,
    next: JSON.stringify({ ...next, scope }),
    more: next.began !== null,
    list: ask.list,
    ...(walk.caughtUp === null && { progress: { done: next.done } }),
  };
}

/** Where the cursor stands; the beginning where it is none of ours, or was about other articles. */
function walkOf(from: Cursor | null, scope: string): Walk {
  const cursor = ScopedWalk.safeParse(from === null ? null : jsonOrNull(from));
  return cursor.success && cursor.data.scope === scope ? cursor.data : firstWalk;
}
const ScopedWalk = Walk.extend({ scope: z.string() });

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const oldestOf = (found: readonly FoundMention[]): number | null =>
  found.length === 0 ? null : Math.floor(Math.min(...found.map(({ postedAt }) => postedAt.getTime())) / 1000);
