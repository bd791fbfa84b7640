import type { Account } from "../account/account.ts";
import { listAccounts } from "../account/account-store.ts";
import { getBrand } from "../brand/brand-store.ts";
import type { Connector, Said } from "../connector.ts";
import { Refusal } from "../errors.ts";
import { isSamePlace, placeOf, sourceIdOf } from "../source/place.ts";
import { inboxFromChoice, type Source } from "../source/source.ts";
import { createSource, listSources } from "../source/source-store.ts";
import { type Around, accountOr404, connectAccount, connectorOf, resumeSources } from "./connect-account.ts";
import type { ParsedInputOf } from "./routes.ts";

type Asked = ParsedInputOf<"POST /api/sources">;

/** What is connected, read once for many that are to be. */
export interface Standing {
  sources: Source[];
  accounts: Account[];
}

export const readStanding = async ({ table }: Pick<Around, "table">): Promise<Standing> => ({
  sources: (await listSources(table)).map(({ source }) => source),
  accounts: await listAccounts(table),
});

/**
 * Connects a source: the settings are checked against the connector's own schema, the credentials by a test call, and
 * only then is anything kept. `standing` is brought up to date.
 * @throws Refusal when the network is unknown, the settings or the credentials are wrong, or the brand has that source
 */
export async function connectSource(
  input: Asked,
  around: Around,
  given?: Standing,
): Promise<{ source: Source; warnings: Said[] }> {
  const { ports, table } = around;
  const connector = connectorOf(ports, input.network);
  const settings = readSettings(connector, input.settings);
  if (!(await getBrand(table, input.brand)))
    throw new Refusal("not-found", { ru: "Такого бренда здесь нет.", en: "There is no such brand here." });
  const account = await accountFor(connector, { input, settings }, around);
  const place = placeOf(connector, { settings });
  const now = ports.now();
  const source: Source = {
    id: sourceIdOf(input.brand, input.network, { place, accountId: account?.id }),
    brandId: input.brand,
    network: input.network,
    title: input.title,
    ...(account ? { accountId: account.id } : {}),
    settings,
    every: connector.every,
    inboxFrom: inboxFromChoice(input.inboxFrom, now),
    state: { is: "active" },
    connectedAt: now,
  };
  const standing = given ?? (await readStanding(around));
  const there = sourcesAt(connector, { place, accountId: account?.id }, standing);
  const same = there.find(({ brandId }) => brandId === input.brand);
  if (same) throw alreadyThere(same);
  if (!(await createSource({ scoped: table, all: ports.table }, source))) throw alreadyThere(source);
  standing.sources.push(source);
  return { source, warnings: account?.warnings ?? [] };
}

/** @throws Refusal that names the field */
function readSettings(connector: Connector, given: unknown): unknown {
  const parsed = connector.settings.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Refusal("bad-input", {
    ru: `Настройки заполнены не до конца или неверно: «${issue?.path.join(".")}».`,
    en: `The settings are not complete: ${issue?.path.join(".")}: ${issue?.message}`,
  });
}

async function accountFor(
  connector: Connector,
  { input, settings }: { input: Asked; settings: unknown },
  around: Around,
): Promise<{ id: string; warnings: Said[] } | null> {
  if (connector.account.is === "none") return null;
  if (input.account !== undefined) {
    const account = await accountOr404(around.table, input.account);
    if (account.network === connector.network) return { id: account.id, warnings: account.warnings };
    throw new Refusal("bad-input", {
      ru: `Подключение «${account.title}» не от площадки ${connector.title}.`,
      en: `The account "${account.title}" is not one of ${connector.title}.`,
    });
  }
  if (connector.account.is === "oauth")
    throw new Refusal("bad-input", {
      ru: `${connector.title}: сначала войдите на площадке, в Отклике это «Источники» → «Добавить источник».`,
      en: `${connector.title} wants a sign-in first: in Otklik, “Sources”, “Add a source”.`,
    });
  const { credentials } = input;
  const { id, standing } = await connectAccount({ connector, credentials, settings }, around);
  return { id, warnings: standing.warnings };
}

/** The sources, of any brand, that stand on a place of an account already. */
export function sourcesAt(
  connector: Connector,
  { place, accountId }: { place: string; accountId: string | undefined },
  { sources, accounts }: Standing,
): Source[] {
  const accountOf = (id: string | undefined) =>
    id === undefined ? undefined : (accounts.find((one) => one.id === id) ?? { id, title: connector.title });
  const wanted = { place, account: accountOf(accountId) };
  return sources.filter(
    (source) =>
      source.network === connector.network &&
      isSamePlace(
        { place: placeOf(connector, source), account: accountOf(source.accountId) },
        wanted,
        connector,
      ),
  );
}

const alreadyThere = ({ id, title }: Source): Refusal =>
  new Refusal(
    "conflict",
    {
      ru: `Это уже подключено: источник «${title}».`,
      en: `This is connected already: the source “${title}”.`,
    },
    { source: id },
  );

/**
 * Gives the account of a source its credentials anew, after the same test call as at connecting, and takes the sources
 * that wait for them up again.
 * @throws Refusal when the source has no account of that kind, or the credentials are wrong
 */
export async function giveCredentials(
  { source, credentials }: { source: Source; credentials: Record<string, string> },
  around: Around,
): Promise<{ warnings: Said[] }> {
  const connector = connectorOf(around.ports, source.network);
  if (!source.accountId || connector.account.is === "none")
    throw new Refusal("bad-input", {
      ru: `Источнику «${source.title}» ключ доступа не нужен.`,
      en: `The source "${source.title}" needs no credential.`,
    });
  return renewAccount({ connector, credentials, settings: source.settings, id: source.accountId }, around);
}

/** New credentials for an account that is there, or was before a move. @throws Refusal when they are wrong */
export async function renewAccount(
  of: { connector: Connector; credentials: Record<string, string>; settings?: unknown; id: string },
  around: Around,
): Promise<{ warnings: Said[] }> {
  if (of.connector.account.is === "oauth")
    throw new Refusal("bad-input", {
      ru: `${of.connector.title}: здесь входят на самой площадке. Откройте «Источники» и нажмите «Подключить заново».`,
      en: `${of.connector.title} is signed in to at the network itself: open “Sources” and choose “Reconnect”.`,
    });
  const { standing } = await connectAccount(of, around);
  await resumeSources(of.id, around);
  return { warnings: standing.warnings };
}
