import type { Account } from "../account/account.ts";
import { getAccount, listAccounts } from "../account/account-store.ts";
import { saveAccount, unsealCredentials } from "../account/credentials.ts";
import type { AccountField, Connector, Account as OpenAccount, Said, Standing } from "../connector.ts";
import { NetworkFault, Refusal } from "../errors.ts";
import { newId } from "../id.ts";
import { send } from "../pipeline/jobs.ts";
import type { Ports } from "../ports.ts";
import { forgetFault, listSources, saveSource } from "../source/source-store.ts";
import type { ScopedTable } from "../table-scope.ts";
import { toolsFor } from "../tools.ts";

export interface Around {
  ports: Ports;
  table: ScopedTable;
  signal: AbortSignal;
}

type Credentials = Record<string, string>;

/** @throws Refusal for a network that we do not know */
export function connectorOf({ connectors }: Pick<Ports, "connectors">, network: string): Connector {
  const connector = connectors.find((one) => one.network === network);
  if (connector) return connector;
  const known = connectors.map((one) => one.network).join(", ");
  throw new Refusal("bad-input", {
    ru: `Площадки «${network}» нет. Известны: ${known}.`,
    en: `There is no network called "${network}". Known: ${known}.`,
  });
}

/** @throws Refusal not-found */
export async function accountOr404(table: ScopedTable, id: string): Promise<Account> {
  const read = await getAccount(table, id);
  if (!read)
    throw new Refusal("not-found", {
      ru: "Такого подключения на этом рабочем месте нет.",
      en: "There is no such account in this workspace.",
    });
  const { version: _, ...account } = read;
  return account;
}

/**
 * The account, or what its sources tell of one whose credentials stayed behind when Otklik moved.
 * @throws Refusal not-found
 */
export async function accountOrLost(table: ScopedTable, id: string): Promise<Account> {
  const lost = (await lostAccounts(table)).find((one) => one.id === id);
  return lost ?? accountOr404(table, id);
}

/** Accounts that sources name and nobody keeps. */
export async function lostAccounts(table: ScopedTable): Promise<Account[]> {
  const kept = new Set((await listAccounts(table)).map(({ id }) => id));
  const lost = new Map<string, Account>();
  for (const { source } of await listSources(table)) {
    const { accountId: id, network, title, connectedAt } = source;
    if (id === undefined || kept.has(id)) continue;
    const ended = { at: connectedAt, why: stayedBehind };
    lost.set(id, { id, network, title, connectedAt, ended, sealed: "", warnings: [] });
  }
  return [...lost.values()];
}

const stayedBehind: Said = {
  ru: "Отклик переехал, и доступ остался на прежнем месте.",
  en: "Otklik has moved, and the credentials stayed behind.",
};

/** The fields that were filled in, tidied. @throws Refusal that names the first one missing */
export function filledIn({ title, account }: Connector, given: Credentials = {}): Credentials {
  const fields: readonly AccountField[] = account.is === "none" ? [] : account.fields;
  const help = account.is === "none" ? null : account.help;
  const filled: Credentials = {};
  for (const field of fields) {
    const value = given[field.name]?.trim();
    if (value) filled[field.name] = value;
    else if (!field.optional)
      throw new Refusal("bad-input", {
        ru: `${title}: заполните поле «${field.title.ru}». ${help?.ru ?? ""}`.trim(),
        en: `${title} wants: ${field.title.en}. ${help?.en ?? ""}`.trim(),
      });
  }
  return filled;
}

/**
 * Asks the network with these credentials whose they are, and what they are too weak for. Without settings, those that
 * need none, or those of the first place that the credentials give access to.
 * @throws Refusal, with what is wrong and what to do
 */
export async function standingOf(
  connector: Connector,
  { account, settings }: { account: OpenAccount; settings?: unknown },
  { ports, table, signal }: Around,
): Promise<Standing> {
  const tools = toolsFor(connector, ports, { workspaceId: table.workspaceId, signal, account });
  const unasked: Standing = { name: connector.title, warnings: [] };
  try {
    const parsed = connector.settings.safeParse(settings ?? {});
    if (parsed.success) return (await connector.check?.(account, parsed.data, tools)) ?? unasked;
    const [first] = (await connector.discover?.(account, tools)) ?? [];
    if (first) return (await connector.check?.(account, first.settings, tools)) ?? unasked;
    return { ...unasked, warnings: [connector.discover ? nothingThere : notTried] };
  } catch (error) {
    if (error instanceof NetworkFault) throw notConnected(connector, error);
    throw error;
  }
}

const nothingThere: Said = {
  ru: "Доступ есть, но подключать по нему нечего: площадка не показала ни одного места.",
  en: "The access is good, but there is nothing to connect: the network showed no place.",
};
const notTried: Said = {
  ru: "Доступ проверится, когда вы подключите первый источник.",
  en: "The access will be tried when the first source is connected.",
};

/**
 * An account with these credentials, after a test call; the one there is where they are already known. What the call
 * told is kept with it.
 * @param of.id of an account that gets new credentials
 * @throws Refusal when they are not complete or the network refuses them; then nothing is kept
 */
export async function connectAccount(
  of: { connector: Connector; credentials: Credentials | undefined; settings?: unknown; id?: string },
  around: Around,
): Promise<{ id: string; standing: Standing }> {
  const { ports, table } = around;
  const { connector, settings } = of;
  const credentials = filledIn(connector, of.credentials);
  const id = of.id ?? (await knownId(connector, credentials, around)) ?? newId(ports.random, 12);
  const standing = await standingOf(connector, { account: { id, credentials }, settings }, around);
  await saveAccount(
    { table, secret: ports.secret },
    { id, network: connector.network, connectedAt: ports.now(), ...standingKept(standing) },
    credentials,
  );
  return { id, standing };
}

/** The part of a test call's word that stays with the account. */
export const standingKept = ({ name, kind, warnings, expiresAt }: Standing) => ({
  title: name,
  warnings,
  ...(kind && { kind }),
  ...(expiresAt && { expiresAt }),
});

/** The same credentials given again are the same account. */
async function knownId(
  { network }: Connector,
  credentials: Credentials,
  { ports, table }: Around,
): Promise<string | null> {
  const wanted = asText(credentials);
  for (const account of await listAccounts(table)) {
    if (account.network !== network) continue;
    if (asText(await unsealCredentials(ports.secret, account)) === wanted) return account.id;
  }
  return null;
}

const asText = (credentials: Credentials): string =>
  JSON.stringify(Object.entries(credentials).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Takes up again, and pulls, the sources that we paused because their account was no longer good. */
export async function resumeSources(accountId: string, { ports, table }: Around): Promise<void> {
  for (const { source } of await listSources(table)) {
    const waits =
      source.accountId === accountId && source.state.is === "paused" && source.state.by === "otklik";
    if (!waits) continue;
    await forgetFault(table, source);
    await saveSource({ scoped: table, all: ports.table }, { ...source, state: { is: "active" } });
    const job = { workspaceId: table.workspaceId, sourceId: source.id };
    await send(ports, "pull", [{ job, group: accountId }]);
  }
}

/** What a fault of the test call means to the person who connects. */
export function notConnected({ title, account }: Connector, { kind, said }: NetworkFault): Refusal {
  if (kind !== "unauthorized")
    return new Refusal("unavailable", {
      ru: `${title}: проверить доступ сейчас не удалось. ${said.ru} Попробуйте позже.`,
      en: `${title} could not be asked now: ${said.en} Try again later.`,
    });
  const help = account.is === "none" ? { ru: "", en: "" } : account.help;
  const what = account.is === "oauth" ? signInRefused : tokenRefused;
  return new Refusal("bad-input", {
    ru: `${title}: ${what.ru}. ${said.ru} ${help.ru}`.trim(),
    en: `${title} refused the ${what.en}: ${said.en} ${help.en}`.trim(),
  });
}

const tokenRefused: Said = { ru: "токен не подошёл", en: "token" };
const signInRefused: Said = { ru: "вход не подошёл", en: "sign-in" };
