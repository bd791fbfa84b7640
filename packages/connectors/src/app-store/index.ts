// App Store: reviews of one's own apps, by the App Store Connect API. Anybody's are in the public feed, `app-store-feed`.
import type { Connector } from "@otklik/core/connector";
import { addressField } from "../kit/address.ts";
import { backfillNewestFirst, pullNewestFirst } from "../kit/newest-first.ts";
import { changeOnce, publishOnce, readReceipt } from "../kit/one-reply.ts";
import { replyTo } from "./answers.ts";
import { check, discover } from "./apps.ts";
import { title } from "./requests.ts";
import { reviewsOf } from "./reviews.ts";
import { appOf, Settings } from "./settings.ts";

/** The connector, reading in pages of this size (Apple's most is 200); tests read in small ones. */
export function appStoreBy(size?: number): Connector<Settings> {
  return {
    network: "app-store",
    title,
    about: {
      reads: {
        ru: "отзывы на ваши приложения во всех странах, ответы разработчика с их состоянием",
        en: "reviews of your apps in all territories, the developer's responses with their state",
      },
      needs: {
        ru: "ключ App Store Connect API с ролью Customer Support или Admin",
        en: "a key of the App Store Connect API with the role Customer Support or Admin",
      },
      note: {
        ru: "Об удалённых отзывах Apple не сообщает. Отзывы из открытой ленты App Store имеют другие номера и с этими не объединяются.",
        en: "Apple does not tell of deleted reviews. Reviews of the App Store's public feed have other ids, and are not merged with these.",
      },
    },
    account: {
      is: "token",
      fields: [
        { name: "issuerId", title: { ru: "Issuer ID", en: "Issuer ID" }, secret: false },
        { name: "keyId", title: { ru: "Key ID", en: "Key ID" }, secret: false },
        {
          name: "privateKey",
          title: { ru: "Содержимое файла .p8", en: "Content of the .p8 file" },
          secret: true,
          multiline: true,
        },
        addressField,
      ],
      help: {
        ru: "Откройте appstoreconnect.apple.com → Users and Access → Integrations → App Store Connect API, создайте ключ с ролью Customer Support и скачайте файл .p8 (это можно сделать один раз). Issuer ID стоит над списком ключей.",
        en: "Open appstoreconnect.apple.com → Users and Access → Integrations → App Store Connect API, create a key with the role Customer Support and download its .p8 file (which is possible once). The issuer ID stands above the list of keys.",
      },
    },
    settings: Settings,
    limits: {
      buckets: [{ per: "account", requests: 3500, seconds: 3600, burst: 60 }],
      reply: {
        once: "replace",
        minLength: 1,
        maxLength: 5970,
        unit: "characters",
        edits: "any",
        moderated: true,
      },
    },
    every: 15,
    place: appOf,
    check,
    discover,
    pull: (feed, from, tools) =>
      pullNewestFirst(reviewsOf(feed, tools, size), {
        from,
        scope: scopeOf(feed.settings),
        now: tools.now(),
      }),
    backfill: (feed, range, from, tools) =>
      backfillNewestFirst(reviewsOf(feed, tools, size), { from, range }),
    reply: (answer, tools) => publishOnce(answer, replyTo(answer, tools)),
    receipt: (answer, tools) => readReceipt(answer, replyTo(answer, tools)),
    edit: (answer, tools) => changeOnce(answer, replyTo(answer, tools)),
  };
}

export const appStore = appStoreBy();

const scopeOf = (settings: Settings): string =>
  [appOf(settings), ...[...(settings.territories ?? [])].sort()].join();
