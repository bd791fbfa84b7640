// Whose sign-in it is, what it may do, and which accounts come with it.
import type { Account, Discovered, Said, Standing, Tools } from "@otklik/core/connector";
import { get, isNotAllowed } from "./requests.ts";
import type { Settings } from "./settings.ts";
import { afterIn, List, Page, Permission, Account as Profile } from "./wire.ts";

/** All that is asked for; without the first two nothing can be read or answered. */
export const scopes = [
  "instagram_basic",
  "instagram_manage_comments",
  "pages_show_list",
  "pages_read_engagement",
  "pages_manage_metadata",
] as const;

export async function check(account: Account, settings: Settings, tools: Tools): Promise<Standing> {
  const me = await get(account, tools, { path: "/me", query: { fields: "id,name" }, shape: Profile });
  const warnings = [await missingScopes(account, tools), await closedAccount(account, settings, tools)];
  return {
    name: me.name ?? me.username ?? `Facebook ${me.id}`,
    kind: { ru: "вход через Facebook, на 60 дней", en: "sign-in by Facebook, for 60 days" },
    warnings: warnings.filter((warning) => warning !== null),
  };
}

/** What was not allowed on the consent page. Meta's list of it is from memory, so that its absence says nothing. */
async function missingScopes(account: Account, tools: Tools): Promise<Said | null> {
  const list = await get(account, tools, { path: "/me/permissions", shape: List }).catch(ifAllowed);
  if (!list) return null;
  const told = list.data.flatMap((entry) => Permission.safeParse(entry).data ?? []);
  const granted = new Set(
    told.filter(({ status }) => status === "granted").map(({ permission }) => permission),
  );
  const missing = told.length === 0 ? [] : scopes.filter((scope) => !granted.has(scope));
  if (missing.length === 0) return null;
  const names = missing.join(", ");
  return {
    ru: `При входе не разрешено: ${names}. Войдите заново и разрешите всё, о чём спросит Facebook.`,
    en: `Not allowed at the sign-in: ${names}. Sign in anew and allow all that Facebook asks for.`,
  };
}

async function closedAccount(account: Account, settings: Settings, tools: Tools): Promise<Said | null> {
  if (!settings?.account) return null;
  const fields = "id,username";
  const profile = await get(account, tools, {
    ...{ path: `/${settings.account}`, query: { fields }, shape: Profile },
  }).catch(ifAllowed);
  if (profile) return null;
  const name = settings.username ? `@${settings.username}` : settings.account;
  return {
    ru: `Этому входу не виден аккаунт ${name}: он должен быть профессиональным и привязанным к странице Facebook, которой вы управляете.`,
    en: `This sign-in does not see the account ${name}: it must be a professional one, linked to a Facebook Page that you manage.`,
  };
}

function ifAllowed(error: unknown): null {
  if (isNotAllowed(error)) return null;
  throw error;
}

const mostPages = 20;

/** The Pages that the person manages, each with its professional account, where it has one. */
export async function pagesOf(account: Account, tools: Tools): Promise<Page[]> {
  const pages: Page[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const fields = "id,name,access_token,instagram_business_account{id,username,name}";
    const query = { fields, limit: 100, after };
    const list: List = await get(account, tools, { path: "/me/accounts", query, shape: List });
    pages.push(...list.data.flatMap((entry) => Page.safeParse(entry).data ?? []));
    const next = afterIn(list);
    if (next === undefined || next === after) break;
    after = next;
  }
  return pages;
}

export async function discover(account: Account, tools: Tools): Promise<Discovered<Settings>[]> {
  const pages = await pagesOf(account, tools);
  return pages.flatMap(({ id: page, name, instagram_business_account: profile }) => {
    if (!profile) return [];
    const { id, username } = profile;
    return [
      {
        title: username ? `@${username}` : (profile.name ?? id),
        ...(name && { detail: name }),
        is: "page" as const,
        settings: { account: id, page, ...(username && { username: username.toLowerCase() }) },
      },
    ];
  });
}
