// Whose the token is, what it may do, and how often.
import type { Account, Discovered, RateBucket, Said, Standing, Tools } from "@otklik/core/connector";
import { isAtHome } from "../kit/address.ts";
import { readJson } from "../kit/json.ts";
import { faultFrom, hosts, send, title, tokenOf, wordsOf } from "./requests.ts";
import type { Settings } from "./settings.ts";
import { isBasic, tokenStanding } from "./token.ts";
import { Seller } from "./wire.ts";

/** Per seller. The general one holds for reviews and questions, and nothing else is allowed more at once. */
const reviews: RateBucket = { per: "account", requests: 3, seconds: 1, burst: 6 };
export const buckets: readonly RateBucket[] = [
  reviews,
  { per: "account", requests: 10, seconds: 10, burst: 10, at: hosts.chats },
  { per: "account", requests: 3, seconds: 30, burst: 3, at: `${hosts.feedbacks}/ping` },
  { per: "account", requests: 3, seconds: 30, burst: 3, at: `${hosts.chats}/ping` },
  { per: "account", requests: 1, seconds: 60, burst: 10, at: `${hosts.common}/api/v1/seller-info` },
];
const basicBuckets: readonly RateBucket[] = [
  reviews,
  { per: "account", requests: 5, seconds: 3600, burst: 1, at: `${hosts.feedbacks}/api` },
  { per: "account", requests: 1, seconds: 3600, burst: 1, at: `${hosts.chats}/api` },
  { per: "account", requests: 3, seconds: 30, burst: 3, at: `${hosts.feedbacks}/ping` },
];

/** A plain basic token has 5 requests an hour. */
export const bucketsOf = ({ credentials: { token = "" } }: Account): readonly RateBucket[] =>
  isBasic(token) ? basicBuckets : buckets;

/** A test call of each host that is read. Throws a NetworkFault. */
export async function check(account: Account, settings: Settings, tools: Tools): Promise<Standing> {
  await ping(account, tools);
  const standing = standingOf(account, settings.chats === true);
  const name = await sellerOf(account, tools);
  const warnings = settings.chats && !(await readsChats(account, tools)) ? [chatsClosed] : [];
  return { ...standing, ...(name && { name }), warnings: [...standing.warnings, ...warnings] };
}

/** The token's one shop; its chats are ticked where they open. Throws a NetworkFault. */
export async function discover(account: Account, tools: Tools): Promise<Discovered<Settings>[]> {
  await ping(account, tools);
  const { name, warnings } = standingOf(account, false);
  const settings = (await readsChats(account, tools)) ? { chats: true } : {};
  const shop = { title: (await sellerOf(account, tools)) ?? name, is: "shop" as const, settings };
  return [{ ...shop, ...(name !== title && { detail: name }), ...(warnings.length > 0 && { warnings }) }];
}

async function ping(account: Account, tools: Tools): Promise<void> {
  const response = await send(account, tools, { path: "/ping" });
  if (!response.ok) throw faultFrom(response, tools, (await wordsOf(response)).said);
}

const standingOf = (account: Account, chats: boolean): Standing =>
  tokenStanding(tokenOf(account), { atHome: isAtHome(account), chats });

/** A basic token may ask this once a day, so it is spared. What goes wrong here is no fault of the sign-in. */
async function sellerOf(account: Account, tools: Tools): Promise<string | undefined> {
  if (isBasic(tokenOf(account))) return undefined;
  try {
    const response = await send(account, tools, { host: "common", path: "/api/v1/seller-info" });
    if (!response.ok) return undefined;
    const { tradeMark, name } = Seller.parse(await readJson(response, { network: title }));
    return tradeMark || name || undefined;
  } catch {
    return undefined;
  }
}

async function readsChats(account: Account, tools: Tools): Promise<boolean> {
  try {
    return (await send(account, tools, { host: "chats", path: "/ping" })).ok;
  } catch {
    return false;
  }
}

const chatsClosed: Said = {
  ru: "Чаты с покупателями не открываются: создайте токен с категорией «Чат с покупателями».",
  en: "Chats with buyers cannot be read: create a token with the category “Chat with buyers”.",
};
