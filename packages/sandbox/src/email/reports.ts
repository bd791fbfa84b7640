// Letters that nobody wrote: delivery reports (RFC 3464), answers by themselves (RFC 3834), and newsletters.
import { resident } from "./door.ts";
import { type Draft, written } from "./letter.ts";

/** The report of a letter that could not be delivered, with that letter's headers. */
export function bounceTo({ to, raw, at }: { from: string; to: string; raw: string; at: Date }): string {
  const headers = raw.split("\r\n\r\n", 1)[0] ?? "";
  const mark = "report-of-delivery";
  return [
    "Return-Path: <>",
    `Date: ${at.toUTCString().replace("GMT", "+0000")}`,
    "From: Mail Delivery System <MAILER-DAEMON@pochta.example>",
    `To: <${resident.address}>`,
    "Subject: Undelivered Mail Returned to Sender",
    `Message-ID: <bounce-${at.getTime()}-${to.replace(/\W/g, "-")}@pochta.example>`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${mark}"`,
    "",
    `--${mark}`,
    "Content-Type: text/plain; charset=us-ascii",
    "",
    `Your message to <${to}> could not be delivered.`,
    `--${mark}`,
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.pochta.example",
    "",
    `Final-Recipient: rfc822; ${to}`,
    "Action: failed",
    "Status: 5.1.1",
    "Diagnostic-Code: smtp; 550 5.1.1 The mailbox does not exist",
    "",
    `--${mark}`,
    "Content-Type: text/rfc822-headers",
    "",
    headers,
    "",
    `--${mark}--`,
    "",
  ].join("\r\n");
}

type Bare = Pick<Draft, "id" | "at" | "from">;

export const outOfOffice = ({ id, at, from, answers }: Bare & Pick<Draft, "answers">): string =>
  written({
    ...{ id, at, from, to: resident },
    subject: "Автоматический ответ: Ваше обращение",
    text: "Здравствуйте! Я в отпуске до понедельника и отвечу, когда вернусь.",
    headers: ["Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All"],
    ...(answers && { answers }),
  });

export const newsletter = ({ id, at, from }: Bare, number: number): string =>
  written({
    ...{ id, at, from, to: resident },
    subject: `Поставки для кофеен: выпуск ${number}`,
    text: `Выпуск ${number}. Стаканы, крышки и сиропы по цене прошлого года.`,
    headers: [
      "Precedence: bulk",
      "List-Id: <vypusk.postavki.example>",
      "List-Unsubscribe: <mailto:stop@postavki.example>",
    ],
  });
