// What the tokens are and what they are good for, in plain words; and which communities they reach.
import type { Account, Discovered, Said, Standing, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { z } from "zod";
import { faultIn, isAboutToken, type VkFault } from "./faults.ts";
import { missing } from "./lacking.ts";
import { type Community, parts, partUrl } from "./parts.ts";
import { type Caller, call, callWith, read } from "./requests.ts";
import { kindNames, type Method, type TokenKind, tokenOf } from "./tokens.ts";
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
  const given = givenIn(account);
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

/** @throws NetworkFault "unauthorized" where there is none */
function givenIn(account: Account): TokenKind[] {
  const given = kinds.filter((kind) => tokenOf(account, kind) !== undefined);
  if (given.length === 0) throw nothingGiven();
  return given;
}

/**
 * The communities of these tokens, each of its four parts as a source of its own.
 * @throws NetworkFault "unauthorized" where no token is given, or one in the field of another
 */
export async function discover(account: Account, tools: Tools): Promise<Discovered<Community>[]> {
  const caller: Caller = { account, tools };
  let own: Known | null = null;
  for (const kind of givenIn(account)) {
    const known = await kindOf(caller, tokenOf(account, kind) as string);
    // Nothing can be asked with a token in the wrong place: that is said at once, not as VK's error for it.
    if (known.kind !== kind) throw new NetworkFault("unauthorized", misplaced(kind, known.kind));
    if (kind === "community") own = known;
  }
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
 * A community token tells its rights; a user token tells whose it is; a service key has neither. By which error VK
 * refuses the first question to another kind of token, its schema does not say: only the second one decides.
 * @throws NetworkFault when it is no token, or VK does not answer just now
 */
async function kindOf(caller: Caller, token: string): Promise<Known> {
  const rights = await probe(caller, token, "groups.getTokenPermissions");
  if ("response" in rights) {
    const { permissions } = read(Permissions, rights.response, "groups.getTokenPermissions");
    return { kind: "community", rights: permissions.map(({ name }) => name) };
  }
  if (isAboutNow(rights.fault)) throw rights.fault;
  const self = await probe(caller, token, "users.get");
  if ("response" in self)
    return { kind: z.array(Profile).min(1).safeParse(self.response).success ? "user" : "service" };
  if (isAboutToken(self.fault.code) || self.fault.kind === "refused") return { kind: "service" };
  throw self.fault;
}

async function probe(
  caller: Caller,
  token: string,
  method: Method,
): Promise<{ response: unknown } | { fault: VkFault }> {
  const answer = await callWith(caller, token, method, {});
  if (!("error" in answer)) return answer;
  return { fault: faultIn(Fault.parse(answer.error), method, caller.tools.now()) };
}

/** Limits, outages and captchas say nothing about the kind of a token. */
const isAboutNow = ({ kind, code }: VkFault): boolean =>
  kind === "throttled" || kind === "unavailable" || [14, 17, 3300].includes(code);

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

const nothingGiven = (): NetworkFault =>
  new NetworkFault("unauthorized", {
    ru: "VK: не дан ни один токен. Вставьте ключ сообщества.",
    en: "VK: no token was given. Paste the community token.",
  });
