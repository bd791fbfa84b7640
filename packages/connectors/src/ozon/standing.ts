// What a key can do: Ozon tells its roles, and of the shop's plan only what it refuses.
import type { Account, Discovered, Said, Standing, Tools } from "@otklik/core/connector";
import { readJson } from "../kit/json.ts";
import { failureOf, faultBy, faultFrom, isOfPlan, keysOf, send, title } from "./requests.ts";
import { type Settings, streamsOf } from "./settings.ts";
import { Stream } from "./walk.ts";
import { Roles } from "./wire.ts";

/** Who the key belongs to, its roles, and what of the chosen streams it cannot read. Throws a NetworkFault. */
export async function check(account: Account, settings: Settings, tools: Tools): Promise<Standing> {
  const roles = await rolesOf(account, tools);
  const warnings: Said[] = [];
  for (const stream of streamsOf(settings)) {
    const access = await accessTo(stream, account, tools);
    if (access !== "open") warnings.push(closed[access](nouns[stream]));
  }
  if (cannotAnswer(roles)) warnings.push(readingOnly);
  const names = roles.flatMap(({ name }) => name ?? []).join(", ");
  return {
    name: nameOf(account),
    ...(names && { kind: { ru: `API-ключ, роли: ${names}`, en: `API key, roles: ${names}` } }),
    warnings,
  };
}

/** The one shop of the key, with what its plan lets be read. Throws a NetworkFault. */
export async function discover(account: Account, tools: Tools): Promise<Discovered<Settings>[]> {
  await rolesOf(account, tools);
  const open: Stream[] = [];
  const warnings: Said[] = [];
  for (const stream of Stream.options) {
    const access = await accessTo(stream, account, tools);
    if (access === "open") open.push(stream);
    else warnings.push(closed[access](nouns[stream]));
  }
  const settings = open.length > 0 ? { reads: open } : {};
  const { "client-id": clientId } = keysOf(account);
  return [
    {
      ...{ title: nameOf(account), detail: `Client ID ${clientId}`, is: "shop", settings },
      ...(warnings.length > 0 && { warnings }),
    },
  ];
}

const nameOf = (account: Account): string => `${title} ${keysOf(account)["client-id"]}`;

/** The method is in beta: where it is no more, nothing is known of the key's roles. */
async function rolesOf(account: Account, tools: Tools) {
  const response = await send(account, tools, { path: "/v1/roles", body: {} });
  if (response.status === 404) return [];
  if (!response.ok) throw await faultFrom(response, tools);
  return Roles.safeParse(await readJson(response, { network: title })).data?.roles ?? [];
}

const probes: Record<Stream, { path: string; body: Record<string, unknown> }> = {
  reviews: { path: "/v2/review/list", body: { limit: 20, last_id: "", sort_dir: "DESC" } },
  questions: { path: "/v1/question/list", body: { filter: { status: "ALL" }, last_id: "" } },
  chats: { path: "/v3/chat/list", body: { limit: 1 } },
};

/** The shop's plan and the key's roles are refused with one status; only the words tell them apart. */
async function accessTo(stream: Stream, account: Account, tools: Tools): Promise<"open" | "plan" | "role"> {
  const response = await send(account, tools, probes[stream]);
  if (response.ok || response.status === 404) return "open"; // 404: an older method will do
  const failure = await failureOf(response);
  if (isOfPlan(failure)) return "plan";
  if (response.status === 403) return "role";
  throw faultBy(response, tools, failure);
}

/** The key's methods are told, and none is the one that answers. */
function cannotAnswer(roles: Awaited<ReturnType<typeof rolesOf>>): boolean {
  const methods = roles.flatMap((role) => role.methods ?? []);
  const isFor = (method: string) =>
    method === answering || answering.startsWith(`${method.replace(/\/$/, "")}/`);
  return methods.length > 0 && !methods.some(isFor);
}
const answering = "/v1/review/comment/create";

const nouns: Record<Stream, { of: Said; plan: string }> = {
  reviews: { of: { ru: "Отзывы", en: "Reviews" }, plan: "«Управление отзывами» / Premium Pro" },
  questions: { of: { ru: "Вопросы", en: "Questions" }, plan: "Premium Plus" },
  chats: { of: { ru: "Чаты", en: "Chats" }, plan: "Premium Plus" },
};

const closed: Record<"plan" | "role", (noun: (typeof nouns)[Stream]) => Said> = {
  plan: ({ of, plan }) => ({
    ru: `${of.ru} не открываются: подписка магазина этого не включает (нужна ${plan}). С ключом всё в порядке.`,
    en: `${of.en} cannot be read: the shop's plan does not include them (it takes ${plan}). The key is fine.`,
  }),
  role: ({ of }) => ({
    ru: `${of.ru} не открываются: у API-ключа нет такой роли. Создайте в кабинете Ozon ключ с ролью Admin.`,
    en: `${of.en} cannot be read: the API key lacks the role. Create a key with the role Admin in Ozon's cabinet.`,
  }),
};
const readingOnly: Said = {
  ru: "Ключ только читает: отзывы будут приходить, но отвечать с ним нельзя. Создайте ключ с ролью Admin.",
  en: "This key may only read: reviews will come, but cannot be answered. Create a key with the role Admin.",
};
