// Google Business Profile: reviews of a company's locations on Google Maps and Search.
import type { Connector } from "@otklik/core/connector";
import { addressField } from "../kit/address.ts";
import { backfillNewestFirst, pullNewestFirst } from "../kit/newest-first.ts";
import { changeOnce, publishOnce, readReceipt } from "../kit/one-reply.ts";
import { replyTo } from "./answers.ts";
import { check, discover } from "./places.ts";
import { listen, pushHelp, receive } from "./push.ts";
import { title } from "./requests.ts";
import { reviewsOf } from "./reviews.ts";
import { locationOf, resourceOf, Settings } from "./settings.ts";

/** The connector, reading in pages of this size (Google's most is 50); tests read in small ones. */
export function googleBusinessBy(size?: number): Connector<Settings> {
  return {
    network: "google-business",
    title,
    about: {
      reads: {
        ru: "отзывы и оценки точек, их средняя оценка, ответы владельца с состоянием модерации",
        en: "reviews and star ratings of locations, their average, the owner's replies with their moderation state",
      },
      needs: {
        ru: "вход Google того, кто управляет точками, и проект Google Cloud, которому Google одобрил Business Profile API",
        en: "the Google sign-in of somebody who manages the locations, and a Google Cloud project that Google has approved for the Business Profile APIs",
      },
      note: {
        ru: "Отвечать может только подтверждённая точка. Вопросов и ответов нет: Google закрыл их API в ноябре 2025 года. Удалённый отзыв Google не называет, он просто исчезает из списка. Push требует своей темы Pub/Sub.",
        en: "Only a verified location can reply. There are no questions and answers: Google retired their API in November 2025. Google does not tell of a deleted review, it merely leaves the list. Pushes take a Pub/Sub topic of your own.",
      },
    },
    account: {
      is: "oauth",
      fields: [
        { name: "clientId", title: { ru: "Client ID", en: "Client ID" }, secret: false },
        { name: "clientSecret", title: { ru: "Client secret", en: "Client secret" }, secret: true },
        {
          name: "pubsubTopic",
          title: { ru: "Тема Pub/Sub для push", en: "Pub/Sub topic for pushes" },
          secret: false,
          optional: true,
        },
        {
          name: "pushEmail",
          title: {
            ru: "Почта сервисного аккаунта push-подписки",
            en: "E-mail of the push subscription's service account",
          },
          secret: false,
          optional: true,
        },
        addressField,
      ],
      help: {
        ru: "В console.cloud.google.com заведите проект, получите для него доступ к Business Profile API и создайте OAuth client ID типа «Web application». Впишите его сюда и войдите под тем, кто управляет точками.",
        en: "At console.cloud.google.com make a project, get it access to the Business Profile APIs, and create an OAuth client ID of the type “Web application”. Enter it here and sign in as somebody who manages the locations.",
      },
      authorizeUrl: "https://accounts.google.com/o/oauth2/v2/auth",
      tokenUrl: "https://oauth2.googleapis.com/token",
      scopes: ["https://www.googleapis.com/auth/business.manage"],
      // Without these Google gives no refresh token to somebody who has consented before.
      parameters: { access_type: "offline", prompt: "consent" },
      renewal: { by: "refresh-token" },
    },
    settings: Settings,
    limits: {
      buckets: [
        { per: "app", requests: 300, seconds: 60, burst: 50 },
        { per: "source", requests: 10, seconds: 60, burst: 10, of: "writes" },
      ],
      reply: { once: "replace", minLength: 1, maxLength: 4096, unit: "bytes", edits: "any", moderated: true },
    },
    every: 5,
    place: locationOf,
    pushHelp,
    check,
    discover,
    pull: (feed, from, tools) =>
      pullNewestFirst(reviewsOf(feed, tools, size), {
        from,
        scope: resourceOf(feed.settings),
        now: tools.now(),
      }),
    backfill: (feed, range, from, tools) =>
      backfillNewestFirst(reviewsOf(feed, tools, size), { from, range }),
    listen,
    receive,
    reply: (answer, tools) => publishOnce(answer, replyTo(answer, tools)),
    receipt: (answer, tools) => readReceipt(answer, replyTo(answer, tools)),
    edit: (answer, tools) => changeOnce(answer, replyTo(answer, tools)),
  };
}

export const googleBusiness = googleBusinessBy();
