import { findHook, getHook, hookId, hookUrl, noteHook } from "../account/hook-store.ts";
import { type SignIn, signIn } from "../account/sign-in.ts";
import type { Account, Connector, Hook, Received } from "../connector.ts";
import { NetworkFault, Refusal, refusalStatus } from "../errors.ts";
import type { Ports } from "../ports.ts";
import { activeRefs, hearersAt, hearersOf, type PlacedSource } from "../source/stream.ts";
import { type ScopedTable, scopedTable } from "../table-scope.ts";
import { toolsFor } from "../tools.ts";
import { sendReceipts, takeIn } from "./intake.ts";
import { type Posting, send } from "./jobs.ts";

/** A push as it came: its body untouched, since signatures are over bytes. Header names are lower case. */
export interface PushRequest {
  method: string;
  path: string;
  /** With its question mark, or "". */
  query: string;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

export interface PushAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const mostBytes = 2_000_000;
/** So many at once and so many a second at one address; a network that is turned away comes again. */
const pushes = { requests: 30, seconds: 1, burst: 100 };

/**
 * Takes a network's push: whose address, is it theirs, what does it bring. The network hears its answer once all of it
 * is on the queues, and whoever is not the network hears nothing.
 */
export async function webhook(
  request: PushRequest,
  ports: Ports,
  { signal }: { signal: AbortSignal },
): Promise<PushAnswer> {
  if (request.body.byteLength > mostBytes) return silent(413);
  const [, network = "", id = ""] = /^\/hooks\/([a-z0-9-]+)\/([^/]+)/.exec(request.path) ?? [];
  const whose = hookId.test(id) ? await findHook(ports.table, id) : null;
  if (whose?.network !== network) return silent(404);
  const turn = await ports.pace.take([{ key: `hook.${whose.accountId}`, ...pushes }], { patienceMs: 0 });
  if ("retryAt" in turn) return silent(429, { "retry-after": "1" });
  try {
    const table = scopedTable(ports.table, whose.workspaceId);
    const there = await open(table, { ...whose, id, signal }, ports);
    if (!there) return silent(404);
    const received = await there.signedIn.use(async (account) => {
      if (!account) throw new Refusal("not-found", { ru: "Входа больше нет.", en: "The sign-in is gone." });
      const hook = { ...there.hook, account };
      return there.receive(requestOf(request, hook), hook, toolsOf(there, { account, signal, ports }));
    });
    await handOn(there, received, ports);
    const { status, headers = {}, body = "" } = received.answer;
    return { status, headers: { "cache-control": "no-store", ...headers }, body };
  } catch (error) {
    if (error instanceof Refusal) return silent(refusalStatus[error.code]);
    if (!(error instanceof NetworkFault)) throw error;
    ports.log.warn("webhook.fault", { network, kind: error.kind });
    return silent(503, { "retry-after": "60" });
  }
}

/** An answer of which only the number tells anything. */
const silent = (status: number, headers: Record<string, string> = {}): PushAnswer => ({
  status,
  headers: { "cache-control": "no-store", ...headers },
  body: "",
});

interface There {
  table: ScopedTable;
  connector: Connector;
  receive: NonNullable<Connector["receive"]>;
  accountId: string;
  signedIn: SignIn;
  hook: Omit<Hook, "account">;
  hearers: readonly PlacedSource[];
  wasHeard: boolean;
}

async function open(
  table: ScopedTable,
  given: { accountId: string; id: string; network: string; signal: AbortSignal },
  ports: Ports,
): Promise<There | null> {
  const { accountId, id, network, signal } = given;
  const connector = ports.connectors.find((one) => one.network === network);
  const kept = await getHook({ table, secret: ports.secret }, accountId);
  if (!connector?.receive || kept?.id !== id) return null;
  const hearers = await hearersOf(table, connector, accountId);
  const url = hookUrl(ports.messenger.publicUrl ?? "http://localhost", network, id);
  const receive = connector.receive.bind(connector);
  const hook = { sources: activeRefs(hearers), secret: kept.secret, url };
  const signedIn = signIn({ connector, accountId }, { table, ports, signal });
  const wasHeard = kept.heardAt !== undefined;
  return { table, connector, receive, accountId, signedIn, hook, hearers, wasHeard };
}

const toolsOf = (
  { connector, table: { workspaceId } }: There,
  { account, signal, ports }: { account: Account; signal: AbortSignal; ports: Ports },
) => toolsFor(connector, ports, { workspaceId, signal, account });

/** Some networks put words of their own behind the address that they were given. */
function requestOf({ method, path, query, headers, body }: PushRequest, { url }: Hook): Request {
  const carries = method !== "GET" && method !== "HEAD";
  const more = path
    .split("/")
    .slice(4)
    .map((part) => `/${part}`);
  return new Request(`${url}${more.join("")}${query}`, { method, headers, body: carries ? body : null });
}

/** What the push brought, onto the queues; where nobody listens any more, nowhere. */
async function handOn(there: There, received: Received, ports: Ports): Promise<void> {
  const { table, connector, hearers, accountId, wasHeard } = there;
  const [lead] = hearers;
  if (lead) {
    const { workspaceId } = table;
    const stream = { isShared: connector.place !== undefined, lead, hearers };
    await takeIn(ports, { table, stream }, received);
    await sendReceipts(ports, { workspaceId, stream }, received.receipts ?? []);
    const asked = (received.pull ?? []).flatMap((place) =>
      hearersAt({ ...stream, isShared: true }, { place }),
    );
    const active = new Set(asked.filter(({ source }) => source.state.is === "active"));
    const one = connector.feed === "account" ? [...active].slice(0, 1) : [...active];
    const postings = one.map(
      ({ source }): Posting<"pull"> => ({ job: { workspaceId, sourceId: source.id }, group: accountId }),
    );
    await send(ports, "pull", postings);
  }
  if (!wasHeard) await noteHook(table, accountId, { heardAt: ports.now() });
}
