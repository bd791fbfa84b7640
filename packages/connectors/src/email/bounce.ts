// A letter that tells that a reply of ours could not be delivered (RFC 3464), or looks like one.
import type { ReplyReceipt } from "@otklik/core/connector";
import type { Letter } from "../kit/mail/letter.ts";
import { ourIdIn } from "./ids.ts";

const decoder = new TextDecoder();
const mostWords = 300;

/** What it means for a reply of ours; null: it is about another letter, or says only that delivery takes longer. */
export function bounceOf(letter: Letter): ReplyReceipt | null {
  const parts = letter.attachments.map(({ bytes }) => decoder.decode(bytes));
  const all = [...parts, letter.text ?? ""].join("\n\n");
  const reply = ourIdIn(all);
  if (!reply) return null;
  const report = letter.attachments.find(({ type }) => type === "message/delivery-status");
  const status = report ? unfolded(decoder.decode(report.bytes)) : "";
  const action = field(status, "action")?.toLowerCase();
  if (action !== undefined && action !== "failed") return null;
  const thread = threadIn(all);
  if (!thread) return null;
  const why = field(status, "diagnostic-code")?.replace(/^smtp;\s*/i, "") ?? field(status, "status") ?? "";
  const to =
    field(status, "final-recipient")?.replace(/^rfc822;\s*/i, "") ?? letter.header("x-failed-recipients");
  const words = why.slice(0, mostWords);
  return {
    threadId: thread,
    reply,
    receipt: {
      state: "bounced",
      why: {
        ru: `Письмо${to ? ` на ${to}` : ""} не доставлено${words ? `: ${words}` : "."}`,
        en: `The letter${to ? ` to ${to}` : ""} could not be delivered${words ? `: ${words}` : "."}`,
      },
    },
  };
}

/** The thread of the letter that came back, by its headers. */
function threadIn(text: string): string | undefined {
  const headers = unfolded(text);
  const listed = field(headers, "references") ?? field(headers, "in-reply-to");
  return /<([^<>\s]+)>/.exec(listed ?? "")?.[1];
}

const unfolded = (text: string): string => text.replace(/\r?\n[ \t]+/g, " ");

const field = (text: string, name: string): string | undefined =>
  new RegExp(`^${name}:(.+)$`, "im").exec(text)?.[1]?.trim();
