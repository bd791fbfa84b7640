import type { Said } from "@otklik/core/connector";
import { NetworkFault, Refusal } from "@otklik/core/errors";

/** One request on the way to its answer. */
export interface Hop {
  url: URL;
  method: string;
  headers: Headers;
  body: Uint8Array<ArrayBuffer> | null;
}

// Anything else may name or authorise the caller: networks put keys into headers of their own invention.
const harmless = new Set([
  "accept",
  "accept-language",
  "user-agent",
  "if-none-match",
  "if-modified-since",
  "range",
]);

export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/**
 * The next hop after a redirect, by the rules of RFC 9110 section 15.4. Only harmless headers travel to another origin,
 * and no body does.
 * @throws Refusal "forbidden" when it leaves http and https, or would carry credentials on in the clear
 * @throws NetworkFault "changed" when it leads nowhere
 */
export function redirected(from: Hop, status: number, location: string | null): Hop {
  const url = location === null ? null : URL.parse(location, from.url.href);
  if (!url)
    throw new NetworkFault("changed", {
      ru: `Сервер ${from.url.host} перенаправляет, но не говорит куда.`,
      en: `${from.url.host} redirects, but does not say where to.`,
    });
  if (!isWeb(url))
    throw new Refusal("forbidden", {
      ru: `Сервер ${from.url.host} перенаправляет на ${url.protocol}, а такие адреса мы не открываем.`,
      en: `${from.url.host} redirects to ${url.protocol}, which is not fetched.`,
    });
  url.username = url.password = "";
  const hop = { ...from, ...asked(from, status), url, headers: new Headers(from.headers) };
  if (!hop.body) hop.headers.delete("content-type");
  if (url.origin === from.url.origin) return hop;
  const secrets = [...hop.headers.keys()].filter((name) => !harmless.has(name));
  if (hop.body) throw notCarried(from.url, url, whatWasSent);
  if (from.url.protocol === "https:" && url.protocol === "http:" && secrets.length > 0) {
    throw notCarried(from.url, url, theSignIn);
  }
  for (const name of secrets) hop.headers.delete(name);
  return hop;
}

export const isWeb = ({ protocol }: URL): boolean => protocol === "http:" || protocol === "https:";

function asked({ method, body }: Hop, status: number): Pick<Hop, "method" | "body"> {
  const becomesGet = status === 303 ? method !== "HEAD" : status < 303 && method === "POST";
  return becomesGet ? { method: "GET", body: null } : { method, body };
}

const whatWasSent: Said = { ru: "отправленное", en: "what was sent" };
const theSignIn: Said = { ru: "токен", en: "the sign-in" };

const notCarried = (from: URL, to: URL, what: Said): Refusal =>
  new Refusal("forbidden", {
    ru: `Сервер ${from.host} перенаправляет на ${to.origin}, но ${what.ru} мы туда не передаём.`,
    en: `${from.host} redirects to ${to.origin}, and ${what.en} is not carried on to there.`,
  });
