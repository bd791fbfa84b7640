// Yandex Maps, assisted: it gives programs no reviews and takes no answers. The cabinet's letters tell of reviews; the
// answer is copied and given by hand in the cabinet.
import type { Connector, Given, Recognised } from "@otklik/core/connector";
import { z } from "zod";
import { assistedBy } from "../kit/mail/assisted.ts";
import { yandexBusinessSenders } from "../kit/mail/cabinets.ts";
import { mailFields, noticesHelp } from "../kit/mail/login.ts";
import { noticeFields } from "../kit/mail/notice-settings.ts";
import { pageOf, readLink } from "./links.ts";

const Settings = z.object(noticeFields(yandexBusinessSenders)).prefault({});
type Settings = z.infer<typeof Settings>;

export const yandexMaps: Connector<Settings> = {
  network: "yandex-maps",
  title: "Yandex Maps",
  about: {
    reads: {
      ru: "новые отзывы из писем, которые присылает Яндекс Бизнес",
      en: "new reviews from the letters that Yandex Business sends",
    },
    needs: {
      ru: "ящик, на который приходят уведомления об отзывах",
      en: "the mailbox that gets the notices of reviews",
    },
    note: {
      ru: "У Яндекс Карт нет API отзывов: ответ копируется, а публикуете его вы сами, в кабинете. Вид писем известен не точно, отправителей и темы можно поправить.",
      en: "Yandex Maps has no API for reviews: the reply is copied, and you publish it in the cabinet. The form of its letters is not known for certain; senders and subjects can be corrected.",
    },
  },
  account: {
    is: "token",
    fields: mailFields(false),
    help: noticesHelp({ ru: "Яндекс Бизнес", en: "Yandex Business" }),
  },
  settings: Settings,
  limits: { buckets: [{ per: "account", requests: 30, seconds: 60, burst: 10 }] },
  every: 5,
  ...assistedBy({ readLink, pageOf }, (given) => Settings.parse(given)),
  recognise: async (given) => recognised(given),
};

/** A link to a place is where connecting begins: its letters are what is read, never the page. */
function recognised({ link }: Given): Recognised<Settings> | null {
  const to = link && readLink(link);
  if (!to) return null;
  return {
    title: to.placeId ? `Yandex Maps, ${to.placeId}` : "Yandex Maps",
    settings: Settings.parse(to.placeId ? { places: [to.placeId] } : {}),
    sample: [],
    count: 0,
    unreadable: [],
  };
}
