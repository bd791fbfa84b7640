import type { Account } from "../../account/account.ts";
import { listAccounts, removeAccount } from "../../account/account-store.ts";
import { dropHook } from "../../account/hook-store.ts";
import { signIn } from "../../account/sign-in.ts";
import type { Standing } from "../../connector.ts";
import { NetworkFault, Refusal } from "../../errors.ts";
import { newId } from "../../id.ts";
import { placeOf } from "../../source/place.ts";
import { freshHealth } from "../../source/source.ts";
import { listSources } from "../../source/source-store.ts";
import { toolsFor } from "../../tools.ts";
import { findSession } from "../../workspace/workspace-store.ts";
import { connectSource, readStanding, renewAccount, sourcesAt } from "../connect.ts";
import {
  accountOr404,
  accountOrLost,
  connectAccount,
  connectorOf,
  filledIn,
  lostAccounts,
  notConnected,
  standingOf,
} from "../connect-account.ts";
import type { Context, Handlers } from "../context.ts";
import { importSources } from "../import-sources.ts";
import { beginDance, endDance, outcomeOf } from "../oauth-door.ts";
import { tokenOf } from "../request.ts";
import type {
  AccountView,
  accountRoutes,
  ConnectedView,
  PlaceView,
  StandingView,
} from "../routes/accounts.ts";
import { showSource } from "../show.ts";
import { askForPull } from "./sources.ts";

function showStanding({ name, kind, expiresAt, warnings }: Standing): StandingView {
  return { name, warnings, ...(kind && { kind }), ...(expiresAt && { expiresAt: expiresAt.toISOString() }) };
}

function showAccount(account: Account, sources: number, { ports }: Context): AccountView {
  const { id, network, title, kind, expiresAt, warnings, connectedAt, ended } = account;
  const connector = ports.connectors.find((one) => one.network === network);
  return {
    ...{ id, network, title, warnings, sources },
    networkTitle: connector?.title ?? network,
    is: connector?.account.is === "oauth" ? "oauth" : "token",
    connectedAt: connectedAt.toISOString(),
    ...(kind && { kind }),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    ...(ended && { ended: { why: ended.why, at: ended.at.toISOString() } }),
  };
}

async function countSources({ table }: Context): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { source } of await listSources(table))
    if (source.accountId) counts.set(source.accountId, (counts.get(source.accountId) ?? 0) + 1);
  return counts;
}

async function view(id: string, context: Context): Promise<AccountView> {
  const account = await accountOr404(context.table, id);
  return showAccount(account, (await countSources(context)).get(id) ?? 0, context);
}

async function placesOf(id: string, context: Context): Promise<PlaceView[]> {
  const { ports, table, signal } = context;
  const account = await accountOr404(table, id);
  const connector = connectorOf(ports, account.network);
  if (!connector.discover) return [];
  const { workspaceId } = table;
  const found = await signIn({ connector, accountId: id }, context).use(async (opened) => {
    const tools = toolsFor(connector, ports, { workspaceId, signal, account: opened });
    return (opened && (await connector.discover?.(opened, tools))) ?? [];
  });
  const standing = await readStanding(context);
  return found.map(({ title, detail, is, settings, warnings = [] }) => {
    const key = placeOf(connector, { settings });
    const there = sourcesAt(connector, { place: key, accountId: id }, standing);
    const connected = there.map((source) => ({ brand: source.brandId, source: source.id }));
    return { key, title, is, settings, warnings, connected, ...(detail !== undefined && { detail }) };
  });
}

export const accounts: Handlers<keyof typeof accountRoutes> = {
  async "GET /api/accounts"(_, context) {
    const counts = await countSources(context);
    const all = [...(await listAccounts(context.table)), ...(await lostAccounts(context.table))];
    return all
      .map((account) => showAccount(account, counts.get(account.id) ?? 0, context))
      .sort((a, b) => a.networkTitle.localeCompare(b.networkTitle) || a.title.localeCompare(b.title));
  },

  async "POST /api/accounts"({ network, credentials, settings, keep }, context) {
    const connector = connectorOf(context.ports, network);
    if (connector.account.is !== "token")
      throw new Refusal("bad-input", {
        ru: `${connector.title}: ключ доступа здесь не нужен.`,
        en: `${connector.title} takes no credentials here.`,
      });
    if (!keep) {
      // An id of its own, so that a trial counts against nobody's limits.
      const account = { id: newId(context.ports.random), credentials: filledIn(connector, credentials) };
      const standing = await standingOf(connector, { account, settings }, context);
      return { standing: showStanding(standing), account: null };
    }
    const { id, standing } = await connectAccount({ connector, credentials, settings }, context);
    return { standing: showStanding(standing), account: await view(id, context) };
  },

  async "POST /api/accounts/:id/credentials"({ id, credentials }, context) {
    const { network } = await accountOrLost(context.table, id);
    const connector = connectorOf(context.ports, network);
    const settings = await settingsUnder(id, context);
    await renewAccount({ connector, credentials, settings, id }, context);
    return { account: await view(id, context) };
  },

  async "DELETE /api/accounts/:id"({ id }, context) {
    const { title, sources } = await view(id, context);
    if (sources > 0)
      throw new Refusal("conflict", {
        ru: `Подключение «${title}» нужно источникам.`,
        en: `Sources still use the account "${title}".`,
      });
    const { table, ports } = context;
    await dropHook({ table, all: ports.table, secret: ports.secret }, id);
    await removeAccount(table, id);
    return { done: true };
  },

  async "GET /api/accounts/:id/places"({ id }, context) {
    try {
      return await placesOf(id, context);
    } catch (error) {
      if (!(error instanceof NetworkFault)) throw error;
      const { network } = await accountOr404(context.table, id);
      throw notConnected(connectorOf(context.ports, network), error);
    }
  },

  async "POST /api/accounts/:id/sources"({ id, places, inboxFrom }, context) {
    const { network } = await accountOr404(context.table, id);
    const results: ConnectedView[] = [];
    const connected = [];
    const standing = await readStanding(context);
    for (const place of places) {
      const { title } = place;
      try {
        const asked = { ...place, network, account: id, inboxFrom };
        const { source } = await connectSource(asked, context, standing);
        await askForPull(context, source);
        connected.push(source);
        results.push({ title, is: "connected", source: source.id });
      } catch (error) {
        results.push(notConnectedHere(title, error));
      }
    }
    const { title, backfill } = connectorOf(context.ports, network);
    const of = { title, canBackfill: backfill !== undefined };
    const fresh = { health: freshHealth, mentions: 0, unreadable: 0, backfill: null };
    const sources = connected.map((source) => showSource({ source, ...fresh }, of));
    return { results, sources };
  },

  "POST /api/accounts/oauth/begin": (input, context) => beginDance(input, context),

  "GET /api/accounts/oauth/outcome": ({ state }, context) => outcomeOf(state, context),

  async "GET /api/oauth/return"(input, context) {
    const { ports, headers } = context;
    const token = tokenOf({ headers });
    const session = token ? await findSession({ table: ports.table, now: ports.now() }, token) : null;
    await endDance(input, session, context);
    context.redirect(`/start?${new URLSearchParams({ "sign-in": input.state })}`);
    return { done: true };
  },

  "POST /api/sources/import": (input, context) => importSources(input, context),
};

/** Settings of any source that the account serves: some networks are tried with them. */
async function settingsUnder(id: string, { table }: Context): Promise<unknown> {
  const all = await listSources(table);
  return all.find(({ source }) => source.accountId === id)?.source.settings;
}

/** A place that did not become a source, and why; what is no refusal is a defect. */
export function notConnectedHere(title: string, error: unknown): ConnectedView {
  if (!(error instanceof Refusal)) throw error;
  const { source } = error.detail ?? {};
  if (error.code === "conflict" && typeof source === "string") return { title, is: "already", source };
  return { title, is: "refused", why: error.said };
}
