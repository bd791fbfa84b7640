import { askedAt } from "@otklik/core/address";
import type { Account, AccountField } from "@otklik/core/connector";

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
 * The address of a path at a network's host; below the account's `address`, where it has one, host first.
 * @throws Refusal "bad-input" when the account's address is none
 */
export function urlAt(account: Account | null, host: string, path: string, query: Query = {}): URL {
  const url = askedAt(`https://${host}${path}`, account?.credentials.address);
  for (const [name, given] of Object.entries(query))
    for (const value of [given].flat()) if (value !== undefined) url.searchParams.append(name, String(value));
  return url;
}

/** Parameters by name; a list is repeated, what is undefined is left out. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** The credential is used at the network itself, not at a sandbox. */
export const isAtHome = (account: Account): boolean => !account.credentials.address?.trim();
