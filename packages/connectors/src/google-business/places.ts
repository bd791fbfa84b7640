// What a sign-in gives access to: accounts, and their locations.
import type { Account, Discovered, Said, Standing, Tools } from "@otklik/core/connector";
import { readEachPage } from "./paging.ts";
import { ask, hosts } from "./requests.ts";
import { reviewsOf } from "./reviews.ts";
import { locationOf, Settings } from "./settings.ts";
import { AccountsPage, Location, LocationsPage } from "./wire.ts";

const readMask = "name,title,storeCode,storefrontAddress,metadata"; // without one Google refuses
const mostPages = 50;

/** Every location of every account, once, though a group and a person may both manage it. */
export async function discover(account: Account, tools: Tools): Promise<Discovered<Settings>[]> {
  const found = new Map<string, Discovered<Settings>>();
  for (const { name } of await accountsOf(account, tools)) {
    for (const location of await locationsOf(account, name, tools)) {
      if (!found.has(location.name)) found.set(location.name, discovered(name, location));
    }
  }
  return [...found.values()];
}

async function accountsOf(account: Account, tools: Tools) {
  return readEachPage(mostPages, async (pageToken) => {
    const query = { pageSize: 20, pageToken };
    const call = { host: hosts.accounts, path: "/v1/accounts", query };
    const { accounts = [], nextPageToken } = await ask(account, tools, { ...call, shape: AccountsPage });
    return { entries: accounts, next: nextPageToken };
  });
}

async function locationsOf(account: Account, owner: string, tools: Tools): Promise<Location[]> {
  const entries = await readEachPage(mostPages, async (pageToken) => {
    const query = { pageSize: 100, readMask, pageToken };
    const call = { host: hosts.locations, path: `/v1/${owner}/locations`, query };
    const { locations = [], nextPageToken } = await ask(account, tools, { ...call, shape: LocationsPage });
    return { entries: locations, next: nextPageToken };
  });
  // One that cannot be read hides no other; it can still be connected by its name.
  return entries.flatMap((entry) => Location.safeParse(entry).data ?? []);
}

function discovered(owner: string, location: Location): Discovered<Settings> {
  const { locality, addressLines } = location.storefrontAddress ?? {};
  const address = [...(addressLines ?? []), locality].filter(Boolean).join(", ");
  const verified = location.metadata?.hasVoiceOfMerchant ?? undefined;
  const title = location.title ?? location.storeCode ?? location.name;
  return {
    title,
    detail: address || undefined,
    is: "location",
    settings: {
      account: owner,
      location: location.name,
      name: address ? `${title}, ${address}` : title,
      url: location.metadata?.mapsUri ?? undefined,
      verified,
    },
    ...(verified === false && { warnings: [notVerified] }),
  };
}

const notVerified: Said = {
  ru: "Точка не подтверждена в Google: отзывы будут приходить, но отвечать на них нельзя.",
  en: "The location is not verified at Google: reviews will come, but cannot be answered.",
};
const noAccounts: Said = {
  ru: "У этого входа нет ни одного профиля компании. Войдите под тем, кто управляет точками.",
  en: "This sign-in manages no business profile. Sign in as somebody who manages the locations.",
};

/** Whose sign-in it is; with a location, also whether its reviews can be read and answered. */
export async function check(account: Account, given: unknown, tools: Tools): Promise<Standing> {
  const accounts = await accountsOf(account, tools);
  const settings = Settings.safeParse(given).data;
  const warnings = accounts.length === 0 ? [noAccounts] : [];
  if (settings) {
    await reviewsOf({ account, settings }, tools, 1).read(null);
    if (!(await isVerified(account, settings, tools))) warnings.push(notVerified);
  }
  const [first] = accounts;
  return { name: first?.accountName ?? first?.name ?? "Google", kind: kinds[first?.type ?? ""], warnings };
}

async function isVerified(account: Account, settings: Settings, tools: Tools): Promise<boolean> {
  const call = { host: hosts.locations, path: `/v1/${locationOf(settings)}`, query: { readMask } };
  const { metadata } = await ask(account, tools, { ...call, shape: Location });
  return metadata?.hasVoiceOfMerchant !== false;
}

const kinds: Record<string, Said> = {
  PERSONAL: { ru: "личный аккаунт", en: "personal account" },
  LOCATION_GROUP: { ru: "группа точек", en: "group of locations" },
  USER_GROUP: { ru: "группа пользователей", en: "group of users" },
  ORGANIZATION: { ru: "организация", en: "organisation" },
};
