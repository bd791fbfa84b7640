// Instagram: comments under a professional account's media, and where others name it; by the Graph API with a sign-in by
// Facebook, which the contract's files describe.
import type { Connector } from "@otklik/core/connector";
import { addressField } from "../kit/address.ts";
import { receipt, reply } from "./answers.ts";
import { backfill } from "./backfill.ts";
import { listen, receive } from "./hook.ts";
import { pull } from "./pull.ts";
import { host, title, version } from "./requests.ts";
import { Settings } from "./settings.ts";
import { check, discover, scopes } from "./standing.ts";
import { pullEveryMinutes } from "./walk.ts";

const tokenUrl = `https://${host}${version}/oauth/access_token`;
const exchange = {
  url: tokenUrl,
  grantType: "fb_exchange_token",
  parameter: "fb_exchange_token",
  withClient: true,
};

export const instagram: Connector<Settings> = {
  network: "instagram",
  title,
  about: {
    reads: {
      ru: "комментарии под своими публикациями с ответами на них, отметки на чужих фото, упоминания",
      en: "comments under the brand's media with their replies, tags in others' pictures, mentions",
    },
    needs: {
      ru: "профессиональный аккаунт, привязанный к странице Facebook, и своё приложение Meta с одобренными правами",
      en: "a professional account linked to a Facebook Page, and a Meta app of your own with approved permissions",
    },
    note: {
      ru: "Упоминания в чужих комментариях и подписях приходят только уведомлениями. Удаление замечается у недавних комментариев. Изменить ответ нельзя.",
      en: "Mentions in others' comments and captions come by pushes only. A removal is noticed of recent comments. A reply cannot be edited.",
    },
  },
  account: {
    is: "oauth",
    fields: [
      {
        name: "clientId",
        title: { ru: "Идентификатор приложения Meta", en: "App ID at Meta" },
        secret: false,
      },
      { name: "clientSecret", title: { ru: "Секрет приложения", en: "App secret" }, secret: true },
      addressField,
    ],
    help: {
      ru: "Создайте приложение на developers.facebook.com, добавьте в него вход через Facebook и Instagram и впишите наш адрес возврата. Аккаунт Instagram должен быть профессиональным и привязанным к странице, которой вы управляете. Чтобы входить могли не только участники приложения, Meta должна одобрить instagram_basic и instagram_manage_comments.",
      en: "Make an app at developers.facebook.com, add Facebook Login and Instagram to it, and put in our return address. The Instagram account must be a professional one, linked to a Page that you manage. For others than the app's own people to sign in, Meta must approve instagram_basic and instagram_manage_comments.",
    },
    authorizeUrl: `https://www.facebook.com${version}/dialog/oauth`,
    tokenUrl,
    scopes,
    scopeSeparator: ",",
    renewal: { by: "exchange", first: exchange, again: exchange },
  },
  settings: Settings,
  limits: {
    // Meta counts by how often an account is seen; 200 an hour is what it gave to every app before. From memory.
    buckets: [{ per: "source", requests: 200, seconds: 3600, burst: 60 }],
    reply: {
      once: "read-back",
      minLength: 1,
      // 300 letters, 4 hashtags, 1 link: from memory of Meta's reference.
      maxLength: 300,
      unit: "characters",
      edits: 0,
      moderated: false,
    },
  },
  every: pullEveryMinutes,
  place: ({ account }) => account,
  check,
  discover,
  pull,
  backfill,
  listen,
  receive,
  reply,
  receipt,
};
