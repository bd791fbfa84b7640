// What the tokens are and what they are good for, in plain words; and which communities they reach.
import type { Account, Discovered, Said, Standing, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { z } from "zod";
import { faultIn, isAboutToken } from "./faults.ts";
import { type Community, type Part, partNames, parts, partUrl } from "./parts.ts";
import { type Caller, call, callWith, read } from "./requests.ts";
import { kindNames, type TokenKind, tokenOf } from "./tokens.ts";
import { Fault, Group, Groups, Permissions, Profile } from "./wire.ts";

const kinds: readonly TokenKind[] = ["community", "service", "user"];

/** What a token turned out to be, and the rights of a community token. */
interface Known {
  kind: TokenKind;
  rights?: readonly string[];
}

/** @throws NetworkFault "unauthorized" when a token is no good, or none is given */
export async function standing(
  account: Account,
  settings: Partial<Community>,
  tools: Tools,
): Promise<Standing> {
  const caller: Caller = { account, tools };
  const given = kinds.filter((kind) => tokenOf(account, kind) !== undefined);
  if (given.length === 0) throw nothingGiven();
  const warnings: Said[] = [];
  let rights: readonly string[] | undefined;
  for (const kind of given) {
    const known = await kindOf(caller, tokenOf(account, kind) as string);
    if (known.kind !== kind) warnings.push(misplaced(kind, known.kind));
    rights ??= known.rights;
  }
  const groups = await communities(caller, settings.community);
  const name = groups
    .map((group) => group.name)
    .filter(Boolean)
    .join(", ");
  return {
    name: name || (settings.community ? `VK ${settings.community}` : "VK"),
    kind: {
      ru: given.map((kind) => kindNames[kind].ru).join(" + "),
      en: given.map((kind) => kindNames[kind].en).join(" + "),
    },
    warnings: [...warnings, ...missing(account, rights, settings.part)],
  };
}

/** The communities of these tokens, each of its four parts as a source of its own. */
export async function discover(account: Account, tools: Tools): Promise<Discovered<Community>[]> {
  const caller: Caller = { account, tools };
  const own = tokenOf(account, "community")
    ? await kindOf(caller, tokenOf(account, "community") as string)
    : null;
  const groups = await communities(caller, undefined);
  return groups.flatMap((group) =>
    parts.map((part): Discovered<Community> => {
      const settings = { community: group.id, part };
      const warnings = missing(account, own?.rights, part);
      return {
        title: group.name ?? `VK ${group.id}`,
        detail: partUrl(settings).replace("https://", ""),
        is: "community",
        settings,
        ...(warnings.length > 0 && { warnings }),
      };
    }),
  );
}

/**
 * A community token tells its rights; a user token tells whose it is; a service key has neither.
 * @throws NetworkFault when it is no token, or VK does not answer just now
 */
async function kindOf(caller: Caller, token: string): Promise<Known> {
  const now = caller.tools.now();
  const rights = await callWith(caller, token, "groups.getTokenPermissions", {});
  if (!("error" in rights)) {
    const { permissions } = read(Permissions, rights.response, "groups.getTokenPermissions");
    return { kind: "community", rights: permissions.map(({ name }) => name) };
  }
  refuseOthers(rights.error, now);
  const self = await callWith(caller, token, "users.get", {});
  if ("error" in self) {
    refuseOthers(self.error, now);
    return { kind: "service" };
  }
  return { kind: z.array(Profile).min(1).safeParse(self.response).success ? "user" : "service" };
}

/** Errors that say nothing about the kind of the token end the check. */
function refuseOthers(error: unknown, now: Date): void {
  const fault = faultIn(Fault.parse(error), "groups.getTokenPermissions", now);
  if (isAboutToken(fault.code) || fault.kind === "refused" || fault.kind === "gone") return;
  throw fault;
}

/** The community that was named; else the community token's own, and those that the user manages. */
async function communities(caller: Caller, named: string | undefined): Promise<z.infer<typeof Group>[]> {
  const { account } = caller;
  if (named) return groupsById(caller, { group_id: named });
  const own = tokenOf(account, "community") ? await groupsById(caller, {}) : [];
  if (!tokenOf(account, "user")) return own;
  const answer = await call(caller, "groups.get", { filter: "moder", extended: 1, count: 1000 });
  const { items } = read(z.object({ items: z.array(Group) }), answer, "groups.get");
  return [...own, ...items.filter(({ id }) => own.every((one) => one.id !== id))];
}

const groupsById = async (caller: Caller, of: { group_id?: string }) =>
  read(Groups, await call(caller, "groups.getById", of), "groups.getById").groups;

const misplaced = (field: TokenKind, is: TokenKind): Said => ({
  ru: `В поле «${kindNames[field].ru}» вставлен другой токен: это ${kindNames[is].ru}. Переставьте его в своё поле.`,
  en: `The field “${kindNames[field].en}” holds another token: it is the ${kindNames[is].en}. Put it into its own field.`,
});

/** What cannot be done with these tokens, for one part or for all. */
function missing(account: Account, rights: readonly string[] | undefined, part: Part | undefined): Said[] {
  const has = (kind: TokenKind) => tokenOf(account, kind) !== undefined;
  const isAbout = (...these: Part[]) => part === undefined || these.includes(part);
  const canList = has("service") || has("user");
  return [
    isAbout("wall", "board") && !canList && onlyEvents,
    isAbout("market") && !has("user") && marketNeedsUser,
    isAbout("board") && !has("user") && boardReadOnly,
    isAbout("wall") && !has("community") && !has("user") && wallReadOnly,
    isAbout("messages") && !has("community") && !has("user") && noMessages,
    isAbout("messages") && rights !== undefined && !rights.includes("messages") && noMessageRight,
    rights !== undefined && !rights.includes("manage") && noEventsRight,
  ].filter((warning) => warning !== false);
}

const about = (part: Part) => partNames[part];
const onlyEvents: Said = {
  ru: "Без сервисного ключа старые комментарии стены и обсуждений прочитать нельзя (VK ответит ошибкой 27): придут только новые, событиями. Добавьте сервисный ключ любого своего приложения VK.",
  en: "Without a service key, older comments on the wall and in topics cannot be read (VK answers with error 27): only new ones come, as events. Add the service key of any VK application of yours.",
};
const marketNeedsUser: Said = {
  ru: `Без токена руководителя ${about("market").ru} приходят только событиями, а отвечать на них можно только на странице VK.`,
  en: `Without a manager's user token, ${about("market").en} come as events only, and can be answered on VK's own page only.`,
};
const boardReadOnly: Said = {
  ru: "Отвечать в обсуждениях может только токен руководителя (право groups): без него ответ открывается ссылкой в VK.",
  en: "Only a manager's user token may answer in topics: without it the answer opens as a link to VK.",
};
const wallReadOnly: Said = {
  ru: "Сервисный ключ только читает. Чтобы отвечать на стене, добавьте ключ сообщества.",
  en: "A service key only reads. To answer on the wall, add the community token.",
};
const noMessages: Said = {
  ru: "Сообщения сообщества сервисному ключу не видны: добавьте ключ сообщества с правом на сообщения.",
  en: "A service key does not see messages to the community: add the community token with the right to messages.",
};
const noMessageRight: Said = {
  ru: "У ключа сообщества нет права на сообщения: создайте ключ с этим правом, иначе сообщения не читаются и на них нельзя ответить (ошибка 15).",
  en: "The community token lacks the right to messages: make one with it, or messages are neither read nor answered (error 15).",
};
const noEventsRight: Said = {
  ru: "У ключа сообщества нет права на управление: события (Callback API, Long Poll) он включить не сможет, а правки и удаления будут заметны с опозданием.",
  en: "The community token lacks the right to manage: it cannot switch events on (Callback API, Long Poll), and edits and deletions are noticed late.",
};

const nothingGiven = (): NetworkFault =>
  new NetworkFault("unauthorized", {
    ru: "VK: не дан ни один токен. Вставьте ключ сообщества.",
    en: "VK: no token was given. Paste the community token.",
  });
