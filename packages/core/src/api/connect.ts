import { saveAccount } from "../account/account-store.ts";
import { getBrand } from "../brand/brand-store.ts";
import type { Connector, Said, Standing } from "../connector.ts";
import { NetworkFault, Refusal } from "../errors.ts";
import { newId } from "../id.ts";
import type { Ports } from "../ports.ts";
import { inboxFromChoice, type Source } from "../source/source.ts";
import { forgetFault, listSources, saveSource } from "../source/source-store.ts";
import type { ScopedTable } from "../table-scope.ts";
import { toolsFor } from "../tools.ts";
import type { ParsedInputOf } from "./routes.ts";

interface Around {
  ports: Ports;
  table: ScopedTable;
  signal: AbortSignal;
}

/**
 * Connects a source: the settings are checked against the connector's own schema, the credentials by a test call, and
 * only then is anything kept.
 * @throws Refusal when the network is unknown, the settings or the credentials are wrong
 */
export async function connectSource(
  input: ParsedInputOf<"POST /api/sources">,
  around: Around,
): Promise<{ source: Source; warnings: Said[] }> {
  const { ports, table } = around;
  const connector = connectorOf(ports, input.network);
  const parsed = connector.settings.safeParse(input.settings ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Refusal("bad-input", {
      ru: `Настройки заполнены не до конца или неверно: «${issue?.path.join(".")}».`,
      en: `The settings are not complete: ${issue?.path.join(".")}: ${issue?.message}`,
    });
  }
  if (!(await getBrand(table, input.brand)))
    throw new Refusal("not-found", { ru: "Такого бренда здесь нет.", en: "There is no such brand here." });
  const now = ports.now();
  const account = await connectAccount({ connector, settings: parsed.data, input }, around);
  const source: Source = {
    id: newId(ports.random, 12),
    brandId: input.brand,
    network: input.network,
    title: input.title,
    ...(account ? { accountId: account.id } : {}),
    settings: parsed.data,
    every: connector.every,
    inboxFrom: inboxFromChoice(input.inboxFrom, now),
    state: { is: "active" },
    connectedAt: now,
  };
  await saveSource({ scoped: table, all: ports.table }, source);
  return { source, warnings: account?.warnings ?? [] };
}

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

/**
 * Gives the account of a source its credentials anew, after the same test call as at connecting, and takes the sources
 * that wait for them up again.
 * @throws Refusal when the source has no account, or the credentials are wrong
 */
export async function giveCredentials(
  { source, credentials }: { source: Source; credentials: Record<string, string> },
  around: Around,
): Promise<{ warnings: Said[] }> {
  const { ports, table } = around;
  const connector = connectorOf(ports, source.network);
  const settings = connector.settings.parse(source.settings);
  const account = source.accountId
    ? await connectAccount({ connector, settings, input: { credentials } }, around, source.accountId)
    : null;
  if (!account)
    throw new Refusal("bad-input", {
      ru: `Источнику «${source.title}» ключ доступа не нужен.`,
      en: `The source "${source.title}" needs no credential.`,
    });
  for (const { source: one } of await listSources(table)) {
    const waits =
      one.accountId === source.accountId && one.state.is === "paused" && one.state.by === "otklik";
    if (!waits) continue;
    await forgetFault(table, one);
    await saveSource({ scoped: table, all: ports.table }, { ...one, state: { is: "active" } });
  }
  return { warnings: account.warnings };
}

async function connectAccount(
  {
    connector,
    settings,
    input,
  }: {
    connector: Connector;
    settings: unknown;
    input: Pick<ParsedInputOf<"POST /api/sources">, "credentials">;
  },
  { ports, table, signal }: Around,
  id = newId(ports.random, 12),
): Promise<{ id: string; warnings: Said[] } | null> {
  if (connector.account.is === "none") return null;
  const credentials: Record<string, string> = {};
  for (const field of connector.account.fields) {
    const value = input.credentials?.[field.name]?.trim();
    if (value) credentials[field.name] = value;
    else if (!field.optional)
      throw new Refusal("bad-input", {
        ru: `${connector.title}: заполните поле «${field.title.ru}». ${connector.account.help.ru}`,
        en: `${connector.title} wants: ${field.title.en}. ${connector.account.help.en}`,
      });
  }
  const standing = await check(
    connector,
    { account: { id, credentials }, settings },
    { ports, table, signal },
  );
  const { expiresAt } = standing;
  await saveAccount(
    { table, secret: ports.secret },
    {
      id,
      network: connector.network,
      title: standing.name,
      connectedAt: ports.now(),
      ...(expiresAt ? { expiresAt } : {}),
    },
    credentials,
  );
  return { id, warnings: standing.warnings };
}

async function check(
  connector: Connector,
  { account, settings }: { account: { id: string; credentials: Record<string, string> }; settings: unknown },
  { ports, table, signal }: Around,
): Promise<Standing> {
  if (!connector.check) return { name: connector.title, warnings: [] };
  try {
    return await connector.check(
      account,
      settings,
      toolsFor(connector, ports, { workspaceId: table.workspaceId, signal }),
    );
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error;
    throw notConnected(connector, error);
  }
}

/** What a fault of the test call means to the person who connects. */
function notConnected({ title, account }: Connector, { kind, said }: NetworkFault): Refusal {
  if (kind !== "unauthorized")
    return new Refusal("unavailable", {
      ru: `${title}: проверить доступ сейчас не удалось. ${said.ru} Попробуйте позже.`,
      en: `${title} could not be asked now: ${said.en} Try again later.`,
    });
  const help = account.is === "token" ? account.help : { ru: "", en: "" };
  return new Refusal("bad-input", {
    ru: `${title}: токен не подошёл. ${said.ru} ${help.ru}`.trim(),
    en: `${title} refused the token: ${said.en} ${help.en}`.trim(),
  });
}
