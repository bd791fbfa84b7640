import type { Connector, Cursor, Feed, Given, Page, Recognised, Said, Tools } from "@otklik/core/connector";
import { NetworkFault, Refusal, type RefusalCode } from "@otklik/core/errors";
import { digest } from "@otklik/core/id";
import { z } from "zod";
import { isBotWall, takenForRobot } from "./bot-wall.ts";
import { mentionsFrom } from "./map.ts";
import type { Markup } from "./markup.ts";
import { readPage, type WebPage } from "./read.ts";

const Settings = z.object({ url: z.url({ protocol: /^https?$/ }) });
type Settings = z.infer<typeof Settings>;

/** What was there last time, to ask for news only and to tell of what cannot be read once. */
const Seen = z.object({
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  unreadable: z.string().optional(),
});

const mostSampled = 500;
const tracking = /^(?:utm_\w+|gclid|yclid|fbclid|ysclid|_openstat)$/i;

/** Reviews on any page that marks them up by schema.org, as JSON-LD, microdata or RDFa. Read only. */
export const webPage: Connector<Settings> = {
  network: "web-page",
  title: "Web page",
  about: {
    reads: {
      ru: "любая страница с разметкой отзывов schema.org (JSON-LD, microdata, RDFa)",
      en: "any page with schema.org reviews (JSON-LD, microdata, RDFa)",
    },
    needs: { ru: "ничего", en: "nothing" },
    format: true,
  },
  account: { is: "none" },
  settings: Settings,
  limits: { buckets: [{ per: "source", requests: 1, seconds: 60, burst: 2 }] },
  every: 60,
  recognise: (given, tools) => show(given, tools).catch(refuse),
  pull: (feed, from, tools) => read(feed, from, tools).catch(fail),
};

async function show({ link }: Given, tools: Tools): Promise<Recognised<Settings> | null> {
  if (!link || !/^https?:$/.test(link.protocol)) return null;
  const page = await readPage(link, {}, tools);
  if (!page)
    throw new Refusal("unreadable", {
      ru: `Сайт ${link.host} отвечает, что страница не изменилась, и не показывает её.`,
      en: `${link.host} says that the page has not changed, and does not show it.`,
    });
  const source = withoutTracking(page.url);
  const markup = await markupOf(page, source);
  const { found, unreadable } = mentionsFrom(markup.reviews, { source, seenAt: page.writtenBy });
  if (markup.reviews.length === 0 && markup.unreadable.length === 0) {
    if (isBotWall(page.html)) throw takenForRobot(link.host, tools.now());
    throw new Refusal("unreadable", whyNothing(page, markup));
  }
  return {
    title: markup.title,
    settings: { url: source.href },
    sample: found.slice(0, mostSampled),
    count: found.length,
    unreadable: [...markup.unreadable, ...unreadable],
  };
}

async function read({ settings }: Feed<Settings>, from: Cursor | null, tools: Tools): Promise<Page> {
  const seen = Seen.parse(from === null ? {} : JSON.parse(from));
  const source = new URL(settings.url);
  const page = await readPage(source, seen, tools);
  if (!page) return { found: [], unreadable: [], next: JSON.stringify(seen), more: false };
  const markup = await markupOf(page, source);
  const isMarkedUp =
    markup.reviews.length > 0 || markup.standing !== undefined || markup.unreadable.length > 0;
  if (!isMarkedUp && isBotWall(page.html)) throw takenForRobot(source.host, tools.now());
  if (!isMarkedUp) throw new NetworkFault("changed", whyNothing(page, markup));
  const { found, unreadable } = mentionsFrom(markup.reviews, { source, seenAt: page.writtenBy });
  const troubles = [...markup.unreadable, ...unreadable];
  const told = digest(troubles.map(({ excerpt }) => excerpt));
  const { etag, lastModified } = page;
  return {
    found,
    unreadable: told === seen.unreadable ? [] : troubles,
    ...(markup.standing && { standing: markup.standing }),
    next: JSON.stringify({ etag, lastModified, unreadable: told }),
    more: false,
  };
}

/** Only who reads a page pays for a parser of HTML. */
async function markupOf({ html, url }: WebPage, source: URL): Promise<Markup> {
  const { readMarkup } = await import("./markup.ts");
  return readMarkup(html, { page: url, source });
}

/** Why there is nothing to show, and what to do about it. */
function whyNothing({ url }: WebPage, { standing }: Markup): Said {
  const what: Said = standing
    ? {
        ru: `На ${url.href} есть средняя оценка, но ни один отзыв не размечен`,
        en: `${url.href} states an average rating, but marks up no single review`,
      }
    : {
        ru: `На ${url.href} не нашлось разметки отзывов (schema.org)`,
        en: `No review markup (schema.org) was found on ${url.href}`,
      };
  return {
    ru:
      `${what.ru}. Отзывы, которые страница рисует скриптом, так не увидеть: ` +
      "выгрузите их в файл (CSV, XLSX или JSON) и перетащите его сюда.",
    en:
      `${what.en}. Reviews that a page draws by script cannot be seen this way: ` +
      "export them to a file (CSV, XLSX or JSON) and drop it here instead.",
  };
}

/** The page without its fragment and without the marks of an advertisement, which make many addresses of one page. */
function withoutTracking(url: URL): URL {
  const clean = new URL(url);
  clean.hash = "";
  for (const name of [...clean.searchParams.keys()]) if (tracking.test(name)) clean.searchParams.delete(name);
  return clean;
}

const codes: Partial<Record<NetworkFault["kind"], RefusalCode>> = {
  gone: "not-found",
  throttled: "unavailable",
  unavailable: "unavailable",
};

/** A person waits for the answer to a link, so a fault is an answer to them. */
function refuse(error: unknown): never {
  if (!(error instanceof NetworkFault)) throw error;
  throw new Refusal(codes[error.kind] ?? "unreadable", error.said);
}

/** Nobody waits for a pull, so a refusal, as of a private address, is a fault of the page. */
function fail(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  throw new NetworkFault("refused", error.said, { cause: error });
}
