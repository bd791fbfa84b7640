import { Refusal } from "./errors.ts";

/**
 * Where an https address of a network is asked: there, or below `address` (a sandbox, or a proxy of the operator's),
 * host first: with http://127.0.0.1:4411/x, https://api.example/v1/y is asked at http://127.0.0.1:4411/x/api.example/v1/y.
 * @throws Refusal "bad-input" when `address` is none
 */
export function askedAt(url: string, address: string | undefined): URL {
  const base = address?.trim().replace(/\/+$/, "");
  const found = URL.parse(base ? url.replace(/^https:\//, base) : url);
  if (found && /^https?:$/.test(found.protocol)) return found;
  throw new Refusal("bad-input", {
    ru: `Адрес площадки не похож на веб-адрес: ${address}`,
    en: `The network's address is no web address: ${address}`,
  });
}
