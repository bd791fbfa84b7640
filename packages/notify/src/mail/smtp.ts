import { NotTold } from "@otklik/core/alert/notice";
import type { Post } from "./letter.ts";
import { mailOf } from "./mime.ts";
import { type SmtpFailure, whyNotPosted } from "./smtp-failures.ts";

export interface SmtpServer {
  /** smtp://user:password@host:port, or smtps:// where the connection begins encrypted. */
  url: string;
  /** Whose name letters carry, such as `Otklik <alerts@example.com>`. */
  from: string;
}

/** A whole sending, from the name's look-up to the server's last word, in milliseconds. */
const patienceMs = 10_000;

/**
 * Hands letters to a mail server, each over a connection of its own. A password never goes over the network
 * unencrypted: only a server on this machine may do without STARTTLS.
 */
export function postBySmtp({ url, from }: SmtpServer): Post {
  let transport: ReturnType<typeof transportTo> | undefined;
  const host = new URL(url).hostname;
  return async (letter, { signal }) => {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    try {
      transport ??= transportTo(url);
      await (await transport).sendMail({ ...mailOf(letter, from), signal: patience });
    } catch (error) {
      const why = whyNotPosted(error as SmtpFailure, { to: letter.to, host });
      throw new NotTold(why.kind, why.said, { cause: error });
    }
  };
}

/** Signs in at the server and sends nothing. @throws NotTold with what to do, when it does not let us in */
export async function checkSmtp({ url, from }: SmtpServer): Promise<void> {
  try {
    await (await transportTo(url)).verify();
  } catch (error) {
    const why = whyNotPosted(error as SmtpFailure, { to: from, host: new URL(url).hostname });
    throw new NotTold(why.kind, why.said, { cause: error });
  }
}

async function transportTo(url: string) {
  const { createTransport } = await import("nodemailer");
  const { hostname, username } = new URL(url);
  return createTransport({
    url,
    requireTLS: username !== "" && !isThisMachine(hostname),
    connectionTimeout: 5000,
    greetingTimeout: 5000,
    socketTimeout: 8000,
  });
}

const isThisMachine = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
