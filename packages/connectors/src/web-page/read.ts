import type { Said, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { readBytes } from "../kit/bounded.ts";
import { readDate } from "../kit/dates.ts";
import { decodeText } from "../kit/encoding.ts";
import { faultOf, networkError } from "../kit/faults.ts";

/** What came of asking for a page. */
export interface WebPage {
  /** Where it was found, redirects followed. */
  url: URL;
  html: string;
  etag?: string;
  /** As the server writes it. */
  lastModified?: string;
  /** The latest time at which anything on it can have been written. */
  writtenBy: Date;
}
/** What is known of the page from the last time. */
export interface Known {
  etag?: string | undefined;
  lastModified?: string | undefined;
}

const mostBytes = 5_000_000; // real pages are a tenth of it
const html = /^(?:text\/html|application\/xhtml\+xml)\b/i;
const agent = "Otklik/0.1 (reads a page's review markup at its owner's wish)";

/**
 * Fetches a page; null when it has not changed since it was last known.
 * @throws NetworkFault saying what is there instead of a page
 */
export async function readPage(url: URL, known: Known, tools: Tools): Promise<WebPage | null> {
  const response = await ask(url, known, tools);
  if (response.status === 304) return null;
  if (!response.ok) throw faultAt(url, response, tools.now());
  const type = response.headers.get("content-type") ?? "text/html";
  if (!html.test(type)) {
    await response.body?.cancel();
    throw new NetworkFault("changed", {
      ru: `По адресу ${url.href} не страница, а файл (${type.split(";")[0]}).`,
      en: `${url.href} is no web page but a file (${type.split(";")[0]}).`,
    });
  }
  const bytes = await readBytes(response.body, { maxBytes: mostBytes, of: pageAt(url) });
  const text = decodeText(bytes, charsetIn(type) ?? charsetInMeta(bytes));
  if (text.trim() === "")
    throw new NetworkFault("changed", {
      ru: `По адресу ${url.href} пустая страница.`,
      en: `${url.href} is an empty page.`,
    });
  const etag = response.headers.get("etag");
  const lastModified = response.headers.get("last-modified");
  return {
    url: new URL(response.url || url.href),
    html: text,
    ...(etag && { etag }),
    ...(lastModified && { lastModified }),
    writtenBy: earlier(readDate(lastModified), tools.now()),
  };
}

async function ask(url: URL, { etag, lastModified }: Known, tools: Tools): Promise<Response> {
  const headers = new Headers({ accept: "text/html,application/xhtml+xml", "user-agent": agent });
  if (etag) headers.set("if-none-match", etag);
  if (lastModified) headers.set("if-modified-since", lastModified);
  try {
    return await tools.http(new Request(url, { headers, signal: tools.signal }));
  } catch (cause) {
    throw networkError(cause, url.host);
  }
}

/** There is no sign-in here, so what the status means is told in other words. */
function faultAt(url: URL, response: Response, now: Date): NetworkFault {
  const fault = faultOf(response, { network: url.host, now });
  if (fault.kind === "gone")
    return new NetworkFault("gone", {
      ru: `По адресу ${url.href} страницы нет (${response.status}).`,
      en: `There is no page at ${url.href} (${response.status}).`,
    });
  if (fault.kind !== "unauthorized") return fault;
  return new NetworkFault("refused", {
    ru: `Сайт ${url.host} не показывает эту страницу программам или показывает только после входа (${response.status}).`,
    en: `${url.host} does not show this page to programs, or only after signing in (${response.status}).`,
  });
}

const pageAt = ({ host }: URL): Said => ({ ru: `Страница на ${host}`, en: `The page at ${host}` });

const earlier = (stated: Date | null, now: Date): Date => (stated && stated < now ? stated : now);

const charsetIn = (text: string): string | undefined => /charset\s*=\s*["']?\s*([\w-]+)/i.exec(text)?.[1];

/** What `<meta>` declares. It was read as one-byte letters, so it is certainly not UTF-16. */
function charsetInMeta(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const meta = /<meta\s[^>]*charset[^>]*>/i.exec(head)?.[0];
  const charset = meta && charsetIn(meta);
  return charset && !/^utf-?16/i.test(charset) ? charset : undefined;
}
