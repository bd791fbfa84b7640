// A sign-in that lives: its access token is renewed before it ends, or when the network takes it no longer.
import type { Connector, OAuthKind, Account as OpenAccount, Said } from "../connector.ts";
import { NetworkFault, OutOfTurn } from "../errors.ts";
import { newId } from "../id.ts";
import type { Ports } from "../ports.ts";
import type { ScopedTable } from "../table-scope.ts";
import { type Account, renewFrom } from "./account.ts";
import { changeAccount, getAccount, type KeptAccount, writeAccount } from "./account-store.ts";
import { openAccount, sealCredentials, unsealCredentials } from "./credentials.ts";
import { renewTokens, type Tokens } from "./oauth.ts";

export interface Around {
  table: ScopedTable;
  ports: Pick<Ports, "secret" | "http" | "now" | "random">;
  signal: AbortSignal;
}

export interface SignIn {
  /** Makes sure that it is good now, as `use` does before it calls; throws likewise. */
  open(): Promise<void>;
  /**
   * Calls with the account as it is good now; where the network refuses its token, once more with a renewed one.
   * @throws NetworkFault "unauthorized" when only a person can sign in again, OutOfTurn while another worker renews
   */
  use<T>(call: (account: OpenAccount | null) => Promise<T>): Promise<T>;
}

/** A worker that died while it renewed is followed by another one after so long; longer than a request may take. */
export const leaseMs = 60_000;
const requestMs = 25_000;
/** A token that is refused at this age is refused for another reason than its age. */
const tooYoungToBlameMs = 60_000;
/** Whoever finds another worker renewing looks again so much later. */
const lookAgainMs = 10_000;

interface Fresh {
  account: OpenAccount | null;
  /** Until then it need not be looked at again. */
  goodUntil: Date | null;
}

/** The sign-in of a source's account; of a source without an account, none. */
export function signIn(
  { connector, accountId }: { connector: Connector; accountId: string | undefined },
  around: Around,
): SignIn {
  let held: Fresh | null = null;
  const fresh = (refused?: string): Promise<Fresh> => {
    if (accountId === undefined) return Promise.resolve({ account: null, goodUntil: null });
    if (connector.account.is === "oauth")
      return freshOf({ id: accountId, title: connector.title, kind: connector.account, refused }, around);
    const { table, ports } = around;
    return openAccount({ table, secret: ports.secret }, accountId).then((account) => ({
      account,
      goodUntil: null,
    }));
  };
  const opened = async (): Promise<OpenAccount | null> => {
    if (!held || (held.goodUntil && held.goodUntil <= around.ports.now())) held = await fresh();
    return held.account;
  };
  return {
    open: async () => void (await opened()),
    async use(call) {
      const account = await opened();
      try {
        return await call(account);
      } catch (error) {
        const isRefused = error instanceof NetworkFault && error.kind === "unauthorized";
        if (!isRefused || connector.account.is !== "oauth") throw error;
        held = await fresh(account?.credentials.accessToken);
        if (held.account?.credentials.accessToken === account?.credentials.accessToken) throw error;
        return call(held.account);
      }
    },
  };
}

interface Renewing {
  id: string;
  title: string;
  kind: OAuthKind;
  /** A token that the network has just refused. */
  refused: string | undefined;
}

/** The account with a token that is good, renewed by us where it is due and nobody else does. */
async function freshOf(of: Renewing, around: Around): Promise<Fresh> {
  const { table, ports } = around;
  const row = await getAccount(table, of.id);
  if (!row) return { account: null, goodUntil: null };
  if (row.ended) throw new NetworkFault("unauthorized", reconnect(of.title, row.ended.why));
  const now = ports.now();
  const credentials = await unsealCredentials(ports.secret, row);
  const isRefused = credentials.accessToken === undefined || blames(row, credentials, of.refused, now);
  const dueAt = row.access ? renewFrom(row.access, of.kind.renewal) : null;
  const isUsable = !isRefused && !(row.access?.until && row.access.until <= now);
  const asItIs = handOut(of.id, credentials, isUsable ? row.access?.until : undefined);
  if (!isRefused && !(dueAt && dueAt <= now)) return handOut(of.id, credentials, dueAt ?? undefined);
  if (row.lease && row.lease.until > now) {
    if (isUsable) return asItIs;
    const lookAt = Math.min(row.lease.until.getTime(), now.getTime() + lookAgainMs);
    throw new OutOfTurn(new Date(lookAt), beingRenewed(of.title));
  }
  const lease = { by: newId(ports.random), until: new Date(now.getTime() + leaseMs) };
  const claim = await writeAccount(table, { ...row, lease });
  if (!claim) return freshOf(of, around); // another worker was faster
  try {
    return await renew(of, claim, { credentials, around });
  } catch (error) {
    await changeAccount(table, of.id, (account) => (account.lease?.by === lease.by ? free(account) : null));
    if (error instanceof NetworkFault && error.kind !== "unauthorized" && isUsable) return asItIs;
    throw error;
  }
}

function blames(
  { access }: Account,
  { accessToken }: Record<string, string>,
  refused: string | undefined,
  now: Date,
): boolean {
  const age = access ? now.getTime() - access.from.getTime() : Number.POSITIVE_INFINITY;
  return refused !== undefined && refused === accessToken && age >= tooYoungToBlameMs;
}

const free = ({ lease: _, ...account }: Account): Account => account;

async function renew(
  of: Renewing,
  claim: KeptAccount,
  { credentials, around }: { credentials: Record<string, string>; around: Around },
): Promise<Fresh> {
  const { table, ports, signal } = around;
  const now = ports.now();
  const way = {
    title: of.title,
    http: ports.http,
    now,
    signal: AbortSignal.any([signal, AbortSignal.timeout(requestMs)]),
  };
  const told = await renewTokens(of.kind, credentials, way);
  if ("denied" in told) {
    if (told.denied === "application")
      throw new NetworkFault("unauthorized", wrongApplication(of.title, told.said));
    const ended = { at: now, why: told.said };
    await changeAccount(table, of.id, (account) =>
      account.sealed === claim.sealed ? { ...free(account), ended } : null,
    );
    throw new NetworkFault("unauthorized", reconnect(of.title, told.said));
  }
  const renewed = withTokens(credentials, told);
  const sealed = await sealCredentials(ports.secret, of.id, renewed);
  // Over whatever else was written meanwhile, but not over credentials that a person has given since.
  await changeAccount(table, of.id, (account) =>
    account.sealed === claim.sealed ? { ...free(account), sealed, ...livesOf(told, of.kind, now) } : null,
  );
  const { access } = livesOf(told, of.kind, now);
  return handOut(of.id, renewed, renewFrom(access, of.kind.renewal) ?? undefined);
}

/** The credentials with new tokens in them; a refresh token that was not replaced stays. */
export const withTokens = (
  credentials: Record<string, string>,
  { accessToken, refreshToken }: Tokens,
): Record<string, string> => ({ ...credentials, accessToken, ...(refreshToken && { refreshToken }) });

/** How long a sign-in lives: its token, and itself where only renewing in time carries it on. */
export function livesOf(
  { until, refreshUntil }: Tokens,
  { renewal }: OAuthKind,
  now: Date,
): Required<Pick<Account, "access">> & Pick<Account, "expiresAt"> {
  const expiresAt = renewal.by === "exchange" ? until : refreshUntil;
  return { access: { from: now, ...(until && { until }) }, ...(expiresAt && { expiresAt }) };
}

/** What a connector is given: it has no use for what renews. */
function handOut(id: string, credentials: Record<string, string>, goodUntil: Date | undefined): Fresh {
  const { refreshToken: _, ...given } = credentials;
  return { account: { id, credentials: given }, goodUntil: goodUntil ?? null };
}

const reconnect = (title: string, why: Said): Said => ({
  ru: `${title}: вход больше не действует. ${closed(why.ru)} Откройте «Источники» и нажмите «Подключить заново»: источники останутся на месте.`,
  en: `${title}: the sign-in is no longer good. ${closed(why.en)} Open “Sources” and choose “Reconnect”: the sources stay as they are.`,
});
const wrongApplication = (title: string, why: Said): Said => ({
  ru: `${title} не принимает приложение: проверьте Client ID и секрет и подключите заново. ${closed(why.ru)}`,
  en: `${title} does not take the application: check its client id and secret, and reconnect. ${closed(why.en)}`,
});
const beingRenewed = (title: string): Said => ({
  ru: `${title}: вход сейчас продлевается.`,
  en: `${title}: the sign-in is being renewed.`,
});
const closed = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
