import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { Refusal } from "@otklik/core/errors";
import { buildConnector } from "undici";
import { isPublic } from "./addresses.ts";

export type Resolve = (hostname: string) => Promise<readonly string[]>;

export interface ConnectGuard {
  /** Hosts, as "host" or "host:port", that the operator allows although their address is private. */
  allowHosts: readonly string[];
  /** All addresses of a name; the system's resolver unless given. */
  resolve?: Resolve;
  /** How long a connection may take to open, in milliseconds. */
  timeoutMs: number;
}

/**
 * Opens connections to public addresses and to allowed hosts only; anything else ends in a Refusal "forbidden". The
 * addresses that were checked are the very ones connected to, so a name that resolves to something else a moment later
 * (DNS rebinding) gains nothing.
 */
export function guardedConnect(guard: ConnectGuard): buildConnector.connector {
  const { allowHosts, resolve = everyAddress, timeoutMs } = guard;
  const isAllowed = allowance(allowHosts);
  const options = { allowH2: false, timeout: timeoutMs };
  const toAnywhere = buildConnector({ ...options, lookup: asLookup(resolve) });
  const toPublic = buildConnector({ ...options, lookup: asLookup((name) => publicAddresses(name, resolve)) });
  return (target, callback) => {
    const hostname = target.hostname.replace(/^\[|\]$/g, "");
    const port = target.port || (target.protocol === "https:" ? "443" : "80");
    if (isAllowed(hostname, port)) return toAnywhere(target, callback);
    const hidden = hiddenAddress(hostname);
    if (hidden) return callback(hidden, null);
    toPublic(target, callback);
  };
}

/**
 * The same guard for a socket of another protocol: the look-up to open it with.
 * @throws Refusal "forbidden" when the host is itself an address that is not public
 */
export function guardedLookup(
  { allowHosts, resolve = everyAddress }: Omit<ConnectGuard, "timeoutMs">,
  target: { host: string; port: number },
): LookupFunction {
  if (allowance(allowHosts)(target.host, String(target.port))) return asLookup(resolve);
  const hidden = hiddenAddress(target.host);
  if (hidden) throw hidden;
  return asLookup((name) => publicAddresses(name, resolve));
}

/** Whether the operator allows a host, named alone or with its port. */
function allowance(allowHosts: readonly string[]): (hostname: string, port: string) => boolean {
  const allowed = new Set(allowHosts.map((host) => host.toLowerCase()));
  return (hostname, port) => {
    const written = asWritten(hostname);
    return [hostname, written, `${written}:${port}`].some((host) => allowed.has(host.toLowerCase()));
  };
}

/** An address in place of a name is never looked up, so it is checked by itself. */
const hiddenAddress = (hostname: string): Refusal | null =>
  isIP(hostname) && !isPublic(hostname) ? privateTarget(asWritten(hostname), hostname) : null;

const asWritten = (hostname: string): string => (isIP(hostname) === 6 ? `[${hostname}]` : hostname);

async function publicAddresses(hostname: string, resolve: Resolve): Promise<readonly string[]> {
  const addresses = await resolve(hostname);
  const hidden = addresses.find((address) => !isPublic(address));
  if (hidden !== undefined) throw privateTarget(hostname, hidden);
  return addresses;
}

const privateTarget = (host: string, address: string): Refusal =>
  new Refusal("forbidden", {
    ru:
      `Сервер ${host} стоит по адресу ${address}, а он не публичный, поэтому мы туда не обращаемся. ` +
      `Если это ваш собственный сервер, добавить «${host}» в разрешённые может тот, кто ведёт эту установку.`,
    en:
      `${host} is at ${address}, which is not a public address, so it is not fetched. ` +
      `If it is a server of your own, the operator of this installation can add "${host}" to the allowed hosts.`,
  });

/** The resolver as a socket asks for it: one address, or all of them where it tries several. */
const asLookup =
  (resolve: Resolve): LookupFunction =>
  (hostname, { all }, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const known = addresses.map((address) => ({ address, family: isIP(address) }));
        const [first] = known;
        if (!first) return callback(new Error(`${hostname} has no address`), "");
        return all ? callback(null, known) : callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, ""),
    );
  };

const everyAddress: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address }) => address);
