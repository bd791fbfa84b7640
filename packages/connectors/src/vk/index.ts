// VK: what people say in a community, on its wall, in its topics, below its market items and in its messages.
import type { Account, Connector, RateBucket } from "@otklik/core/connector";
import { z } from "zod";
import { addressField } from "../kit/address.ts";
import { change, publish, receipt } from "./answers.ts";
import { backfill } from "./backfill.ts";
import { title } from "./faults.ts";
import { parts, placeOf } from "./parts.ts";
import { pull } from "./pull.ts";
import { listen, receive } from "./push.ts";
import { discover, standing } from "./standing.ts";
import { kindNames, tokenOf } from "./tokens.ts";
import type { PageSizes } from "./visit.ts";

const Settings = z.object({
  /** Its number, as in vk.com/club123; without a minus. */
  community: z.string().regex(/^[1-9]\d{0,19}$/),
  part: z.enum(parts),
});
type Settings = z.infer<typeof Settings>;

const usualPages: PageSizes = { comments: 100, messages: 200 };

/** VK counts for each token: 20 requests a second for a community's, 3 for a person's or an application's. */
const slow: readonly RateBucket[] = [{ per: "account", requests: 3, seconds: 1, burst: 3 }];
const fast: readonly RateBucket[] = [{ per: "account", requests: 20, seconds: 1, burst: 20 }];
const bucketsOf = (account: Account): readonly RateBucket[] =>
  tokenOf(account, "service") || tokenOf(account, "user") ? slow : fast;

/** The connector, reading in pages of these sizes; tests read in small ones. */
export function vkBy(sizes: PageSizes): Connector<Settings> {
  return {
    network: "vk",
    title,
    about: {
      reads: {
        ru: "комментарии на стене, обсуждения, комментарии к товарам, сообщения сообщества",
        en: "comments on the wall, board topics, comments on market items, messages to the community",
      },
      needs: {
        ru: "ключ сообщества; чтобы читать прошлое, сервисный ключ приложения; для товаров и ответов в обсуждениях, токен руководителя",
        en: "the community token; to read the past, an application's service key; for market items and answers in topics, a manager's user token",
      },
      note: {
        ru: "Вид токена решает, что возможно. Без токена руководителя на обсуждения и товары отвечают по ссылке, и ответы не правятся. Списком читаются 100 последних записей; к более старым комментарии приходят событиями или дочитываются за период. У отзывов со звёздами VK не даёт API.",
        en: "The kind of token decides what is possible. Without a manager's user token, topics and market items are answered by a link, and answers cannot be edited. Lists reach back 100 posts; comments on older ones come as events or by a backfill. VK gives no API for its reviews with stars.",
      },
    },
    account: {
      is: "token",
      fields: [
        { name: "token", title: kindNames.community, secret: true, optional: true },
        { name: "serviceKey", title: kindNames.service, secret: true, optional: true },
        { name: "userToken", title: kindNames.user, secret: true, optional: true },
        {
          name: "host",
          title: { ru: "Хост API (пусто: api.vk.com)", en: "Host of the API (empty: api.vk.com)" },
          secret: false,
          optional: true,
        },
        addressField,
      ],
      help: {
        ru: "Сообщество → Управление → Работа с API → Создать ключ: отметьте управление сообществом и сообщения. Сервисный ключ лежит в настройках приложения на id.vk.com. Otklik включит в сообществе нужные события.",
        en: "Community → Manage → API usage → Create token: tick managing the community, and messages. The service key is in the settings of an application at id.vk.com. Otklik switches the events it needs on in the community.",
      },
    },
    settings: Settings,
    limits: {
      buckets: slow,
      bucketsOf,
      reply: {
        once: "read-back",
        minLength: 1,
        maxLength: 2048, // of a comment on a market item; elsewhere there is room for more
        unit: "characters",
        edits: "any",
        moderated: false,
      },
    },
    every: 5,
    place: placeOf,
    check: standing,
    discover,
    pull: (feed, from, tools) => pull(feed, from, { tools, sizes }),
    backfill: (feed, range, from, tools) => backfill(feed, range, from, { tools, sizes }),
    listen,
    receive,
    reply: publish,
    receipt,
    edit: change,
  };
}

export const vk = vkBy(usualPages);
