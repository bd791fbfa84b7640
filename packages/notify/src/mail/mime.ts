import type { SendMailOptions } from "nodemailer";
import type { Letter } from "./letter.ts";

/**
 * A letter as nodemailer encodes it. Nothing in it may be read from a file or fetched; replies of machines are not
 * wanted, and the Message-ID is the same however often it is sent.
 * @param from such as `Otklik <alerts@example.com>`
 */
export function mailOf(letter: Letter, from: string): SendMailOptions {
  const { id, at, to, language, subject, text, html, alertsUrl } = letter;
  return {
    from,
    to: { name: "", address: to },
    subject,
    text,
    html,
    date: at,
    messageId: `<${id}@${domainOf(from)}>`,
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": language },
    ...(alertsUrl === null ? {} : { list: { unsubscribe: alertsUrl } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The whole letter in MIME, for services that take it so. */
export async function mimeOf(letter: Letter, from: string): Promise<Buffer> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  return new MailComposer(mailOf(letter, from)).compile().build();
}

const domainOf = (from: string): string => /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? "otklik.invalid";
