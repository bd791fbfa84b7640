// Google Play: reviews of one's own apps, by the Android Publisher API.
import type { Connector, Given, Recognised } from "@otklik/core/connector";
import { addressField } from "../kit/address.ts";
import { backfillNewestFirst, pullNewestFirst } from "../kit/newest-first.ts";
import { changeOnce, publishOnce, readReceipt } from "../kit/one-reply.ts";
import { replyTo } from "./answers.ts";
import { reviewsOf } from "./reviews.ts";
import { keyFileOf, signIn, title } from "./session.ts";
import { appOfLink, packageOf, Settings } from "./settings.ts";

/** The connector, reading in pages of this size; tests read in small ones. */
export function googlePlayBy(size?: number): Connector<Settings> {
  return {
    network: "google-play",
    title,
    about: {
      reads: {
        ru: "отзывы с текстом за последние 7 дней, ответы разработчика",
        en: "reviews with a text of the last 7 days, the developer's replies",
      },
      needs: {
        ru: "ключ сервисного аккаунта с правом «Reply to reviews» в Play Console",
        en: "the key of a service account with the right “Reply to reviews” in the Play Console",
      },
      note: {
        ru: "Google показывает через API только последние 7 дней: историю выгрузите в Play Console (CSV) и импортируйте файлом. Оценки без текста не приходят. Времени первой публикации нет: время отзыва — его последняя правка. На отдельные отзывы ответить нельзя, и Google не говорит почему.",
        en: "By the API Google shows the last 7 days only: for history export the Play Console's CSV and import the file. Ratings without a text do not come. When a review was first written is not told: its time is that of its last change. Single reviews cannot be answered, and Google does not say why.",
      },
    },
    account: {
      is: "token",
      fields: [
        {
          name: "keyFile",
          title: { ru: "Файл JSON с ключом сервисного аккаунта", en: "JSON key file of the service account" },
          secret: true,
          multiline: true,
        },
        addressField,
      ],
      help: {
        ru: "В console.cloud.google.com включите Google Play Android Developer API, создайте сервисный аккаунт и ключ JSON. В play.google.com/console → Users and permissions пригласите его почту и дайте право «Reply to reviews». Вставьте сюда всё содержимое файла JSON.",
        en: "At console.cloud.google.com enable the Google Play Android Developer API, create a service account and a JSON key. At play.google.com/console → Users and permissions invite its e-mail and grant “Reply to reviews”. Paste here all that the JSON file holds.",
      },
    },
    settings: Settings,
    limits: {
      // The quota page of today says 3,000 a minute, an older page 200 an hour for reading: this keeps to both.
      buckets: [
        { per: "account", requests: 200, seconds: 3600, burst: 40, of: "reads" },
        { per: "account", requests: 2000, seconds: 86_400, burst: 60, of: "writes" },
      ],
      reply: {
        once: "replace",
        minLength: 1,
        maxLength: 350,
        unit: "characters",
        edits: "any",
        moderated: false,
      },
    },
    every: 60,
    forgetsAfterDays: 7,
    place: packageOf,
    async check(account, given, tools) {
      const settings = Settings.safeParse(given).data;
      const { client_email: name } = keyFileOf(account);
      if (settings) await reviewsOf({ account, settings }, tools, 1).read(null);
      else await signIn(account, "", tools);
      return { name, kind: { ru: "сервисный аккаунт", en: "service account" }, warnings: [] };
    },
    recognise: async (given) => recognise(given),
    pull: (feed, from, tools) =>
      pullNewestFirst(reviewsOf(feed, tools, size), {
        from,
        scope: packageOf(feed.settings),
        now: tools.now(),
      }),
    backfill: (feed, range, from, tools) =>
      backfillNewestFirst(reviewsOf(feed, tools, size), { from, range }),
    reply: async (answer, tools) => publishOnce(answer, await replyTo(answer, tools)),
    receipt: async (answer, tools) => readReceipt(answer, await replyTo(answer, tools)),
    edit: async (answer, tools) => changeOnce(answer, await replyTo(answer, tools)),
  };
}

export const googlePlay = googlePlayBy();

/** A link tells which app it is; its reviews take the key. */
function recognise({ link }: Given): Recognised<Settings> | null {
  const app = link ? appOfLink(link) : null;
  return app === null ? null : { title: app, settings: { app }, sample: [], unreadable: [] };
}
