import { connect, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { type ConnectGuard, guardedLookup } from "../guarded-connect.ts";

/** What a mailbox's connections may reach, and for how long they may keep silent. */
export type MailGuard = ConnectGuard;

/** The name in a certificate; an address has none. */
export const serverName = (host: string): { servername?: string } => (isIP(host) ? {} : { servername: host });

/**
 * A socket on its way to a mail server, to an address that was checked when it was looked up; `onConnect` is called once
 * it stands, with TLS where that is asked.
 * @throws Refusal "forbidden" for an address that is not public
 */
export function openSocket(
  target: { host: string; port: number; isTls: boolean },
  guard: MailGuard,
  onConnect: () => void,
): Socket {
  const { host, port, isTls } = target;
  const options = { host, port, lookup: guardedLookup(guard, target) };
  return isTls
    ? connectTls({ ...options, ...serverName(host) }, onConnect)
    : connect({ ...options, autoSelectFamily: true }, onConnect);
}

/** The socket with TLS from here on. */
export const upgraded = (socket: Socket, host: string, onSecure: () => void): Socket =>
  connectTls({ socket, ...serverName(host) }, onSecure);
