import { dropHook, getHook, hookUrl, type KeptHook, makeHook, noteHook } from "../../account/hook-store.ts";
import { signIn } from "../../account/sign-in.ts";
import type { Connector } from "../../connector.ts";
import { NetworkFault, Refusal } from "../../errors.ts";
import type { Source } from "../../source/source.ts";
import { listSources } from "../../source/source-store.ts";
import { activeRefs, hearersOf } from "../../source/stream.ts";
import { toolsFor } from "../../tools.ts";
import type { Context, Handlers } from "../context.ts";
import type { PushesView } from "../routes/pushes.ts";

interface Pushing {
  accountId: string;
  connector: Connector;
  sources: Source[];
}

/** The sign-ins whose networks can push, in the order of their networks' names. */
async function pushingAccounts({ table, ports }: Context): Promise<Pushing[]> {
  const sources = (await listSources(table)).map(({ source }) => source);
  const byAccount = Map.groupBy(sources, ({ accountId }) => accountId);
  return [...byAccount]
    .flatMap(([accountId, served]): Pushing[] => {
      const connector = ports.connectors.find(({ network }) => network === served[0]?.network);
      return accountId && connector?.receive ? [{ accountId, connector, sources: served }] : [];
    })
    .sort((a, b) => a.connector.title.localeCompare(b.connector.title));
}

/** @throws Refusal not-found when there is no such sign-in, or its network does not push */
async function pushing404(context: Context, id: string): Promise<Pushing> {
  const found = (await pushingAccounts(context)).find(({ accountId }) => accountId === id);
  if (found) return found;
  throw new Refusal("not-found", {
    ru: "Здесь нет такого входа, или его площадка сама ничего не присылает.",
    en: "There is no such sign-in here, or its network does not push.",
  });
}

/** @throws Refusal conflict, with what to do, where nobody could reach us */
function publicUrl({ ports }: Context): string {
  const { publicUrl: url } = ports.messenger;
  if (url !== null) return url;
  throw new Refusal("conflict", {
    ru: "Площадка может прислать новое только на публичный адрес. Задайте OTKLIK_PUBLIC_URL, например https://otklik.example, и перезапустите Отклик. Без этого новое приходит опросом по расписанию.",
    en: "A network can only push to a public address. Set OTKLIK_PUBLIC_URL, such as https://otklik.example, and start Otklik again. Without it what is new is asked for on schedule.",
  });
}

function show(
  { accountId, connector, sources }: Pushing,
  hook: KeptHook | null,
  { ports }: Context,
): PushesView {
  const { network, title, pushHelp, listen } = connector;
  const isOn = hook?.listeningAt !== undefined || hook?.heardAt !== undefined;
  const home = ports.messenger.publicUrl;
  return {
    accountId,
    network,
    networkTitle: title,
    sources: sources.map(({ id, title }) => ({ id, title })),
    state: !hook ? "off" : isOn ? "on" : "waiting",
    switchedOnBy: listen ? "otklik" : "person",
    ...(hook && home !== null
      ? { url: hookUrl(home, network, hook.id), ...(listen ? {} : { secret: hook.secret }) }
      : {}),
    ...(pushHelp && !listen ? { help: pushHelp } : {}),
  };
}

/** @throws Refusal when the network does not take it */
async function switchOn(
  { accountId, connector }: Pushing,
  { hook, url }: { hook: KeptHook; url: string },
  { table, ports, signal }: Context,
): Promise<void> {
  if (!connector.listen) return;
  const sources = activeRefs(await hearersOf(table, connector, accountId));
  const { workspaceId } = table;
  try {
    await signIn({ connector, accountId }, { table, ports, signal }).use(async (account) => {
      if (!account) return;
      const tools = toolsFor(connector, ports, { workspaceId, signal, account, does: "writes" });
      await connector.listen?.({ account, sources, secret: hook.secret, url }, tools);
    });
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error;
    throw new Refusal("unavailable", {
      ru: `${connector.title}: включить не удалось. ${error.said.ru}`,
      en: `${connector.title}: it could not be switched on. ${error.said.en}`,
    });
  }
  await noteHook(table, accountId, { listeningAt: ports.now() });
}

export const pushes: Handlers<
  "GET /api/pushes" | "POST /api/accounts/:id/listen" | "DELETE /api/accounts/:id/listen"
> = {
  async "GET /api/pushes"(_, context) {
    const { table, ports } = context;
    const accounts = await pushingAccounts(context);
    return Promise.all(
      accounts.map(async (one) => {
        const hook = await getHook({ table, secret: ports.secret }, one.accountId);
        return show(one, hook, context);
      }),
    );
  },

  async "POST /api/accounts/:id/listen"({ id }, context) {
    const { table, ports } = context;
    const { secret, random } = ports;
    const account = await pushing404(context, id);
    const home = publicUrl(context);
    const { network } = account.connector;
    const stores = { table, all: ports.table, secret };
    const hook = await makeHook(stores, { accountId: id, network, random });
    await switchOn(account, { hook, url: hookUrl(home, network, hook.id) }, context);
    return show(account, await getHook({ table, secret }, id), context);
  },

  async "DELETE /api/accounts/:id/listen"({ id }, context) {
    const { table, ports } = context;
    const account = await pushing404(context, id);
    await dropHook({ table, all: ports.table, secret: ports.secret }, id);
    return show(account, null, context);
  },
};
