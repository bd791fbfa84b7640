import type { Mailbox, MailLogin } from "@otklik/core/connector";
import type { Resolve } from "./guarded-connect.ts";

interface MailboxGuard {
  /** Hosts, as "host" or "host:port", that the operator allows although their address is private. */
  allowHosts: readonly string[];
  /** All addresses of a name; the system's resolver unless given. */
  resolve?: Resolve;
  /** How long a server may keep silent, in milliseconds. Default 15 s. */
  timeoutMs?: number;
}

/**
 * Opens mailboxes on servers that anybody on the Internet may reach, and on those that the operator allows, by the guard
 * of `guardedHttp`: the address that was checked is the one connected to, under the server's own name. Only a server
 * that is declared so (a sandbox) is spoken to without TLS; a server that offers none where it is due is a fault.
 * @throws NetworkFault, also when the mailbox is opened; Refusal "forbidden" for a private address
 */
export function guardedMailbox(given: MailboxGuard): (login: MailLogin) => Promise<Mailbox> {
  const guard = { ...given, timeoutMs: given.timeoutMs ?? 15_000 };
  return async (login) => {
    // Only who has a mailbox pays for its protocols.
    const { openImap } = await import("./mail/imap.ts");
    const smtp = () => import("./mail/smtp.ts");
    return {
      ...(await openImap(login, guard)),
      checkSending: async () => (await smtp()).checkSmtp(login, guard),
      send: async (envelope, raw) => (await smtp()).sendBySmtp(login, guard, { envelope, raw }),
    };
  };
}
