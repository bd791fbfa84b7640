// Wildberries: reviews, questions and chats of a seller's shop, by its public API for sellers.
import type { Connector } from "@otklik/core/connector";
import { addressField } from "../kit/address.ts";
import { change, publish, receipt } from "./answers.ts";
import { openFile } from "./chats.ts";
import { pullEveryMinutes } from "./plan.ts";
import { backfill, pull } from "./pull.ts";
import { title } from "./requests.ts";
import { Settings, scopeOf } from "./settings.ts";
import { buckets, bucketsOf, check, discover } from "./standing.ts";
import type { PageSizes } from "./walk.ts";

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
        ru: "отзывы, вопросы, архив, чаты с покупателями, ответы из кабинета",
        en: "reviews, questions, the archive, chats with buyers, answers made in the cabinet",
      },
      needs: {
        ru: "персональный токен API, категории «Вопросы и отзывы» и, для чатов, «Чат с покупателями»",
        en: "a personal API token of the category “Questions and feedback” and, for chats, “Chat with buyers”",
      },
    },
    account: {
      is: "token",
      fields: [{ name: "token", title: { ru: "Токен API", en: "API token" }, secret: true }, addressField],
      help: {
        ru: "Откройте seller.wildberries.ru → Настройки → Доступ к API и создайте персональный токен с категориями «Вопросы и отзывы» и «Чат с покупателями» и правом записи. Он действует 180 дней.",
        en: "Open seller.wildberries.ru → Settings → Access to API and create a personal token with the categories “Questions and feedback” and “Chat with buyers” that may write. It is good for 180 days.",
      },
    },
    settings: Settings,
    limits: {
      ...{ buckets, bucketsOf },
      reply: {
        once: "read-back",
        minLength: 2,
        maxLength: 5000,
        unit: "characters",
        edits: 1,
        moderated: true,
        forbids: ["links", "phones"],
        kinds: { message: { minLength: 1, maxLength: 1000, edits: 0, moderated: false, forbids: [] } },
      },
    },
    every: pullEveryMinutes,
    // A token is that of one seller: two sources of it differ by their articles only.
    place: (settings) => scopeOf(settings) || "shop",
    check,
    discover,
    pull: (feed, from, tools) => pull(feed, from, { tools, pages }),
    backfill: (feed, range, from, tools) => backfill(feed, range, { from, tools, pages }),
    reply: publish,
    receipt,
    edit: change,
    media: openFile,
  };
}

export const wildberries = wildberriesBy(usualPages);
