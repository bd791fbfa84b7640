// The way to a network's consent page and back.

import { getAccount } from "../account/account-store.ts";
import { saveAccount, unsealCredentials } from "../account/credentials.ts";
import { consentUrl, type Denied, redeemCode, type Tokens } from "../account/oauth.ts";
import {
  type Dance,
  danceContext,
  getDance,
  type KeptDance,
  oauthMinutes,
  putDance,
} from "../account/oauth-state-store.ts";
import { livesOf, withTokens } from "../account/sign-in.ts";
import type { Connector, OAuthKind, Said } from "../connector.ts";
import { NetworkFault, Refusal } from "../errors.ts";
import { newId } from "../id.ts";
import { scopedTable } from "../table-scope.ts";
import type { Session } from "../workspace/workspace.ts";
import {
  type Around,
  accountOrLost,
  connectorOf,
  filledIn,
  resumeSources,
  standingKept,
  standingOf,
} from "./connect-account.ts";
import type { Context, OpenContext } from "./context.ts";
import type { OutcomeView } from "./routes/accounts.ts";
import type { ParsedInputOf } from "./routes.ts";

type Credentials = Record<string, string>;

/** Where consent pages send people back to: below the public address, or else below the one this request was made to. */
export function returnAddress({ ports, headers, secure }: OpenContext): string | undefined {
  const { host } = headers;
  const base = ports.messenger.publicUrl ?? (host && `${secure ? "https" : "http"}://${host}`);
  return base && `${base}/api/oauth/return`;
}

/** Begins a dance that this person alone can end. @throws Refusal when the network has no such sign-in or a field is missing */
export async function beginDance(
  input: ParsedInputOf<"POST /api/accounts/oauth/begin">,
  context: Context,
): Promise<{ url: string }> {
  const { ports, table, session } = context;
  const connector = connectorOf(ports, input.network);
  const kind = oauthOf(connector);
  const before = input.account === undefined ? {} : await fieldsOf(input.account, connector, context);
  const credentials = filledIn(connector, { ...before, ...given(input.credentials) });
  const returnTo = returnAddress(context);
  if (!returnTo)
    throw new Refusal("unavailable", {
      ru: "Неизвестно, куда площадке вернуть вас после входа: задайте OTKLIK_PUBLIC_URL.",
      en: "There is no address for the network to send you back to: set OTKLIK_PUBLIC_URL.",
    });
  const [state, verifier] = [newId(ports.random, 40), newId(ports.random, 64)];
  const url = consentUrl(kind, credentials, { state, verifier, returnTo });
  const sealed = await ports.secret.seal(JSON.stringify({ verifier, credentials }), danceContext(state));
  const dance: Dance = {
    workspaceId: table.workspaceId,
    email: session.email,
    network: input.network,
    ...(input.account !== undefined && { account: input.account }),
    returnTo,
    expiresAt: new Date(ports.now().getTime() + oauthMinutes * 60_000),
    is: { is: "waiting", sealed },
  };
  await putDance(ports.table, state, dance);
  return { url: url.href };
}

const given = (fields: Credentials): Credentials =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ""));

async function fieldsOf(id: string, connector: Connector, { ports, table }: Around): Promise<Credentials> {
  const account = await accountOrLost(table, id);
  if (account.network !== connector.network)
    throw new Refusal("bad-input", {
      ru: `Подключение «${account.title}» не от площадки ${connector.title}.`,
      en: `The account "${account.title}" is not one of ${connector.title}.`,
    });
  return account.sealed === "" ? {} : unsealCredentials(ports.secret, account);
}

function oauthOf({ title, account }: Connector): OAuthKind {
  if (account.is === "oauth") return account;
  throw new Refusal("bad-input", {
    ru: `${title}: входа через саму площадку здесь нет.`,
    en: `${title} has no sign-in at the network itself.`,
  });
}

/**
 * Ends a dance once: the code is changed for tokens, the network is asked whose they are, and the account is kept.
 * What came of it stands under `state` for the web app to show; of a dance that is not this session's, nothing changes.
 */
export async function endDance(
  { state, ...back }: ParsedInputOf<"GET /api/oauth/return">,
  session: Session | null,
  { ports, signal }: OpenContext,
): Promise<void> {
  const dance = await getDance({ table: ports.table, now: ports.now() }, state);
  if (!dance || !isTheirs(dance, session) || dance.is.is !== "waiting") return;
  const taken = await putDance(ports.table, state, { ...dance, is: { is: "taken" } });
  if (!taken) return; // the same return twice: the other one goes on
  const table = scopedTable(ports.table, dance.workspaceId);
  const end = (is: Dance["is"]) => putDance(ports.table, state, { ...taken, is });
  try {
    const opened = JSON.parse(await ports.secret.open(dance.is.sealed, danceContext(state))) as {
      verifier: string;
      credentials: Credentials;
    };
    const account = await signedIn({ dance, ...opened, back }, { ports, table, signal });
    await end({ is: "connected", account });
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof NetworkFault)) throw error;
    await end({ is: "failed", said: error.said });
  }
}

const isTheirs = ({ workspaceId, email }: Dance, session: Session | null): boolean =>
  session?.workspaceId === workspaceId && session.email === email;

interface Back {
  code?: string | undefined;
  error?: string | undefined;
  error_description?: string | undefined;
}

async function signedIn(
  of: { dance: KeptDance; verifier: string; credentials: Credentials; back: Back },
  around: Around,
): Promise<string> {
  const { dance, verifier, credentials, back } = of;
  const { ports, table, signal } = around;
  const connector = connectorOf(ports, dance.network);
  const kind = oauthOf(connector);
  const { title } = connector;
  if (!back.code) throw notConsented(title, back);
  const now = ports.now();
  const way = { title, http: ports.http, now, signal };
  const { code } = back;
  const told = await redeemCode(kind, credentials, { code, verifier, returnTo: dance.returnTo, way });
  if ("denied" in told) throw notTaken(title, told);
  const id = dance.account ?? newId(ports.random, 12);
  const complete = withTokens(credentials, told);
  const { refreshToken: _, ...handed } = complete;
  const standing = await standingOf(connector, { account: { id, credentials: handed } }, around);
  const warnings = [...shortcomings(kind, told), ...standing.warnings];
  const { expiresAt, ...kept } = standingKept({ ...standing, warnings });
  // The end of the access token is nobody's worry: it is renewed.
  const isOwnEnd = expiresAt !== undefined && !(told.until && expiresAt <= told.until);
  const { network } = connector;
  await saveAccount(
    { table, secret: ports.secret },
    { ...kept, ...(isOwnEnd && { expiresAt }), ...livesOf(told, kind, now), id, network, connectedAt: now },
    complete,
  );
  if (dance.account !== undefined) await resumeSources(id, around);
  return id;
}

/** What the person left out at the consent page, or the network did not give. */
function shortcomings({ scopes, renewal }: OAuthKind, tokens: Tokens): Said[] {
  const missing = tokens.scopes && scopes.filter((scope) => !tokens.scopes?.includes(scope));
  const warnings: Said[] = [];
  if (missing && missing.length > 0)
    warnings.push({
      ru: `Площадка не дала доступ: ${missing.join(", ")}. Подключите заново и оставьте все галочки.`,
      en: `The network did not grant: ${missing.join(", ")}. Reconnect, and leave every box ticked.`,
    });
  if (renewal.by === "refresh-token" && tokens.until && !tokens.refreshToken)
    warnings.push({
      ru: "Площадка не дала токена для продления: вход скоро закончится. Отзовите доступ приложения на площадке и подключите заново.",
      en: "The network gave no token to renew the sign-in with, so it ends soon. Take the application's access back at the network, and reconnect.",
    });
  return warnings;
}

function notConsented(title: string, { error, error_description: description }: Back): Refusal {
  if (error === "access_denied")
    return new Refusal("forbidden", {
      ru: `${title}: доступ не разрешили. Ничего не подключено; когда будете готовы, начните снова.`,
      en: `${title}: the access was refused there. Nothing was connected; begin again when you are ready.`,
    });
  const words = description || error || "";
  return new Refusal("bad-input", {
    ru: `${title} вернул вас без доступа. ${words}`.trim(),
    en: `${title} sent you back without an access. ${words}`.trim(),
  });
}

const notTaken = (title: string, { denied, said }: Denied): Refusal =>
  denied === "application"
    ? new Refusal("bad-input", {
        ru: `${title} не принимает приложение: проверьте Client ID, секрет и разрешённый адрес возврата. ${said.ru}`,
        en: `${title} does not take the application: check its client id, its secret and the address it may return to. ${said.en}`,
      })
    : new Refusal("bad-input", {
        ru: `${title} не принял код входа. Начните снова. ${said.ru}`,
        en: `${title} did not take the code of this sign-in. Begin again. ${said.en}`,
      });

/** How a dance of this session ended; one that nobody knows, or that stopped half-way, has failed. */
export async function outcomeOf(state: string, { ports, session }: Context): Promise<OutcomeView> {
  const dance = await getDance({ table: ports.table, now: ports.now() }, state);
  if (!dance || !isTheirs(dance, session)) return { is: "failed", network: null, said: unknownDance };
  const { network, is } = dance;
  if (is.is === "connected") {
    const account = await getAccount(scopedTable(ports.table, dance.workspaceId), is.account);
    if (account) return { is: "connected", network, account: is.account };
  }
  return { is: "failed", network, said: is.is === "failed" ? is.said : unknownDance };
}

const unknownDance: Said = {
  ru: `Вход прерван: он длится не больше ${oauthMinutes} минут, в одном браузере и на одном рабочем месте. Начните снова.`,
  en: `This sign-in was broken off: it lasts ${oauthMinutes} minutes at most, in one browser and one workspace. Begin again.`,
};
