// The Callback API: VK posts events to our address. It signs nothing; a secret stands in each body.
import { createHash, timingSafeEqual } from "node:crypto";
import type { Hook, Received, Tools } from "@otklik/core/connector";
import { Refusal } from "@otklik/core/errors";
import { readBytes } from "../kit/bounded.ts";
import { parseJson } from "../kit/json.ts";
import { canList } from "./containers.ts";
import { mayAnswerEvents } from "./entries.ts";
import { eventsOf, readEvent } from "./events.ts";
import { VkFault } from "./faults.ts";
import { namesOf } from "./names.ts";
import { type Community, placeOf } from "./parts.ts";
import { apiVersion, type Caller, call, read } from "./requests.ts";
import { AddedServer, CallbackServers, ConfirmationCode, Event } from "./wire.ts";

/** VK's own limits. */
const longestSecret = 50;
const serverTitle = "Otklik"; // at most 14 letters
const mostBytes = 1_000_000;
const tooManyServers = 2000;

/** As VK keeps it and sends it along. */
export const secretOf = ({ secret }: Pick<Hook, "secret">): string => secret.slice(0, longestSecret);

/**
 * @throws Refusal "forbidden" for a body without the secret, before anything else of it is looked at
 */
export async function receive(request: Request, hook: Hook<Community>, tools: Tools): Promise<Received> {
  const body = await bodyOf(request);
  const secret = (body as { secret?: unknown } | null)?.secret;
  const expected = secretOf(hook);
  if (typeof secret !== "string" || expected === "" || !isSame(secret, expected))
    throw new Refusal("forbidden", {
      ru: "Событие VK без верного секрета.",
      en: "An event of VK without the right secret.",
    });
  const caller: Caller = { account: hook.account, tools };
  const event = Event.safeParse(body).data;
  if (event?.type === "confirmation") return confirmed(caller, event.group_id);
  const names = await namesOf(caller, [body]);
  const mayAnswer = (part: Community["part"]) => mayAnswerEvents(caller, part);
  const { found, unreadable, receipts, visits } = readEvent(body, { names, mayAnswer, now: tools.now() });
  const places = new Set(hook.sources.map(({ settings }) => placeOf(settings)));
  const toPull = visits.filter(({ of }) => canList(caller, of.part)).map(({ of }) => placeOf(of));
  return {
    answer: plain("ok"),
    found: found.filter(({ place }) => places.has(place ?? "")),
    unreadable: toPull.length > 0 ? [] : unreadable,
    receipts: receipts.filter(({ place }) => places.has(place ?? "")),
    pull: toPull.filter((place) => places.has(place)),
  };
}

const plain = (body: string): Received["answer"] => ({
  status: 200,
  body,
  headers: { "content-type": "text/plain; charset=utf-8" },
});

/** What came, as far as it is JSON. */
async function bodyOf(request: Request): Promise<unknown> {
  const of = { ru: "Событие VK", en: "An event of VK" };
  const bytes = await readBytes(request.body, { maxBytes: mostBytes, of });
  try {
    return parseJson(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** In a time that tells nothing about where they differ. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** VK asks a new address for a word that only those who manage the community can know. */
async function confirmed(caller: Caller, community: string): Promise<Received> {
  const method = "groups.getCallbackConfirmationCode";
  const { code } = read(ConfirmationCode, await call(caller, method, { group_id: community }), method);
  return { answer: plain(code), found: [], unreadable: [] };
}

/** Makes our address known to each community, or known anew, and asks for the events of its sources. */
export async function listen(hook: Hook<Community>, tools: Tools): Promise<void> {
  const caller: Caller = { account: hook.account, tools };
  const communities = new Map<string, Set<Community["part"]>>();
  for (const { settings } of hook.sources) {
    const wanted = communities.get(settings.community) ?? new Set();
    communities.set(settings.community, wanted.add(settings.part));
  }
  for (const [community, wanted] of communities) {
    const server = await serverFor(caller, community, hook);
    const flags = Object.entries(eventsOf).flatMap(([part, names]) =>
      names.map((name) => [name, Number(wanted.has(part as Community["part"]))]),
    );
    await call(caller, "groups.setCallbackSettings", {
      ...{ group_id: community, server_id: server, api_version: apiVersion },
      ...Object.fromEntries(flags),
    });
  }
}

async function serverFor(caller: Caller, community: string, hook: Hook<Community>): Promise<string> {
  const method = "groups.getCallbackServers";
  const { items } = read(CallbackServers, await call(caller, method, { group_id: community }), method);
  const ours = items.find(({ url }) => url === hook.url);
  const words = { group_id: community, url: hook.url, title: serverTitle, secret_key: secretOf(hook) };
  if (ours) {
    await call(caller, "groups.editCallbackServer", { ...words, server_id: ours.id });
    return ours.id;
  }
  try {
    const added = await call(caller, "groups.addCallbackServer", words);
    return read(AddedServer, added, "groups.addCallbackServer").server_id;
  } catch (error) {
    if (!(error instanceof VkFault) || error.code !== tooManyServers) throw error;
    throw new Refusal("conflict", {
      ru: "У сообщества уже 10 серверов Callback API, больше VK не разрешает. Удалите ненужный: Управление → Работа с API → Callback API.",
      en: "The community already has 10 Callback API servers, the most that VK allows. Remove one: Manage → API usage → Callback API.",
    });
  }
}
