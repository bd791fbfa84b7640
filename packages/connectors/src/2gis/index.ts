// 2GIS, assisted: its API tells ratings only. The cabinet's letters tell of reviews; the answer is given by hand there.
import type { Connector, Given, Page, Recognised, Said, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { z } from "zod";
import { addressField } from "../kit/address.ts";
import { assistedBy } from "../kit/mail/assisted.ts";
import { twoGisSenders } from "../kit/mail/cabinets.ts";
import { mailFields, noticesHelp } from "../kit/mail/login.ts";
import { noticeFields } from "../kit/mail/notice-settings.ts";
import { titled } from "../kit/mail/titled.ts";
import { pageOf, readLink } from "./links.ts";
import { ratingOf } from "./rating.ts";

const Settings = z
  .object({
    ...noticeFields(twoGisSenders),
    /** Whose rating is asked for, where the account has a key. */
    branch: z
      .string()
      .regex(/^\d{6,20}$/)
      .optional()
      .meta(titled("Номер филиала для рейтинга", "Number of the branch whose rating is shown")),
  })
  .prefault({});
type Settings = z.infer<typeof Settings>;

const letters = assistedBy({ readLink, pageOf }, (given) => Settings.parse(given));

export const twoGis: Connector<Settings> = {
  network: "2gis",
  title: "2GIS",
  about: {
    reads: {
      ru: "новые отзывы из писем кабинета; средняя оценка филиала по ключу Places API",
      en: "new reviews from the cabinet's letters; a branch's rating by a key of the Places API",
    },
    needs: {
      ru: "ящик, на который приходят уведомления об отзывах; по желанию ключ Places API",
      en: "the mailbox that gets the notices of reviews; a key of the Places API, if wanted",
    },
    note: {
      ru: "У 2ГИС нет API отзывов: ответ копируется, а публикуете его вы сами, в кабинете. Вид писем известен не точно, отправителей и темы можно поправить.",
      en: "2GIS has no API for reviews: the reply is copied, and you publish it in the cabinet. The form of its letters is not known for certain; senders and subjects can be corrected.",
    },
  },
  account: {
    is: "token",
    fields: [
      ...mailFields(false),
      {
        name: "key",
        title: { ru: "Ключ Places API (для рейтинга)", en: "Key of the Places API (for the rating)" },
        secret: true,
        optional: true,
      },
      addressField,
    ],
    help: noticesHelp({ ru: "кабинет 2ГИС", en: "the cabinet of 2GIS" }),
  },
  settings: Settings,
  limits: { buckets: [{ per: "account", requests: 30, seconds: 60, burst: 10 }] },
  every: 5,
  ...letters,
  async check(account, settings, tools) {
    const standing = await letters.check(account, settings, tools);
    const { key } = account.credentials;
    if (!key || !settings.branch) return standing;
    const trouble = await ratingOf(settings.branch, key, { account, tools }).then(
      (rating) => (rating ? null : noRating),
      (error: unknown) => troubleOf(error),
    );
    return { ...standing, warnings: [...standing.warnings, ...(trouble ? [trouble] : [])] };
  },
  async pull(feed, from, tools) {
    const before = ratedOn(from);
    const page = await letters.pull(feed, before.letters, tools);
    const today = tools.now().toISOString().slice(0, 10);
    const { key } = feed.account?.credentials ?? {};
    const isDue = !page.more && key && feed.settings.branch && before.day !== today;
    const rating = isDue
      ? await ratingOrNothing(feed.settings.branch ?? "", key, { account: feed.account, tools })
      : {};
    const next = { letters: page.next, day: isDue ? today : before.day };
    return { ...page, ...rating, next: JSON.stringify(next) };
  },
  recognise: async (given) => recognised(given),
};

const noRating: Said = {
  ru: "2ГИС не показывает рейтинга у этого филиала: проверьте номер.",
  en: "2GIS shows no rating of this branch: check its number.",
};

function troubleOf(error: unknown): Said {
  if (!(error instanceof NetworkFault)) throw error;
  return {
    ru: `Отзывы из писем будут приходить, а рейтинг нет. ${error.said.ru}`,
    en: `Reviews will come by letter, and the rating will not. ${error.said.en}`,
  };
}

/** Asked once a day, and left out when it cannot be had: letters do not wait for it, and `check` tells why. */
async function ratingOrNothing(
  branch: string,
  key: string,
  at: { account: Parameters<typeof ratingOf>[2]["account"]; tools: Tools },
): Promise<Pick<Page, "standing">> {
  const standing = await ratingOf(branch, key, at).catch((error: unknown) => {
    if (error instanceof NetworkFault) return null;
    throw error;
  });
  return standing ? { standing } : {};
}

const Rated = z.object({ letters: z.string(), day: z.string().nullable() });

/** The cursor of the letters, and the day on which the rating was asked for. */
function ratedOn(from: string | null): { letters: string | null; day: string | null } {
  try {
    return Rated.parse(JSON.parse(from ?? ""));
  } catch {
    return { letters: null, day: null };
  }
}

/** A link to a place is where connecting begins: its letters are what is read, never the page. */
function recognised({ link }: Given): Recognised<Settings> | null {
  const to = link && readLink(link);
  if (!to) return null;
  const { placeId } = to;
  return {
    title: placeId ? `2GIS, ${placeId}` : "2GIS",
    settings: Settings.parse(placeId ? { places: [placeId], branch: placeId } : {}),
    sample: [],
    count: 0,
    unreadable: [],
  };
}
