import type { Account, AccountField } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";

/** Where a network's hosts are found instead of on the Internet: a sandbox, or a proxy of the operator's. */
export const addressField: AccountField = {
  name: "address",
  title: {
    ru: "Адрес вместо самой площадки (обычно пусто)",
    en: "Address instead of the network itself (usually empty)",
  },
  secret: false,
  optional: true,
};

/**
 * The address of a path at a network's host; below the account's `address`, where it has one, host first: with
 * http://127.0.0.1:4411/x, https://api.example/v1/y is asked at http://127.0.0.1:4411/x/api.example/v1/y.
 * @throws Refusal "bad-input" when the account's address is none
 */
export function urlAt(account: Account | null, host: string, path: string, query: Query = {}): URL {
  const address = account?.credentials.address?.trim().replace(/\/+$/, "");
  const url = URL.parse(address ? `${address}/${host}${path}` : `https://${host}${path}`);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Refusal("bad-input", {
      ru: `Адрес площадки не похож на веб-адрес: ${address}`,
      en: `The network's address is no web address: ${address}`,
    });
  for (const [name, given] of Object.entries(query))
    for (const value of [given].flat()) if (value !== undefined) url.searchParams.append(name, String(value));
  return url;
}

/** Parameters by name; a list is repeated, what is undefined is left out. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** The credential is used at the network itself, not at a sandbox. */
export const isAtHome = (account: Account): boolean => !account.credentials.address?.trim();
