import type { Letter } from "./letter.ts";

/**
 * Who a letter comes from: a person; a program that answers by itself (RFC 3834: out-of-office, read receipts); one that
 * tells of a letter it could not deliver (RFC 3464); one that writes by itself (a form, an order); a newsletter.
 */
export type SenderKind = "person" | "auto-reply" | "bounce" | "automatic" | "newsletter";

const absent =
  /^(?:(?:re|автоответ)\s*:\s*)?(?:автоматический ответ|автоответ|авто-ответ|вне офиса|я в отпуске|automatic reply|auto(?:matic)?[- ]?reply|autoreply|out of (?:the )?office|abwesen)/iu;

export function senderKind({ header, from, subject }: Letter): SenderKind {
  const type = header("content-type")?.toLowerCase() ?? "";
  const submitted = header("auto-submitted")?.toLowerCase().trim() ?? "no";
  const precedence = header("precedence")?.toLowerCase().trim() ?? "";
  if (type.startsWith("multipart/report") && type.includes("disposition-notification")) return "auto-reply";
  const isReport = type.startsWith("multipart/report") && type.includes("delivery-status");
  const isDaemon = /^(?:mailer-daemon|postmaster)@/.test(from.address);
  const hasNoSender = header("return-path")?.trim() === "<>";
  if (isReport || header("x-failed-recipients") !== undefined || (isDaemon && hasNoSender)) return "bounce";
  if (submitted.startsWith("auto-replied") || precedence === "auto_reply") return "auto-reply";
  if (["x-autoreply", "x-autorespond", "x-autoresponder"].some((name) => header(name) !== undefined))
    return "auto-reply";
  const isByItself = submitted !== "no" || header("x-auto-response-suppress") !== undefined || hasNoSender;
  if (isByItself && absent.test(subject)) return "auto-reply";
  if (["bulk", "junk"].includes(precedence) || header("list-unsubscribe") !== undefined) return "newsletter";
  return submitted === "no" ? "person" : "automatic";
}

/** It reaches many at once, so that an answer by itself would go to all of them. */
export const isList = ({ header }: Letter): boolean =>
  header("list-id") !== undefined || header("precedence")?.toLowerCase().trim() === "list";

/** An address at which nobody reads. */
export const readsNothing = (address: string): boolean =>
  address === "" ||
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster|bounces?)\b/i.test(address);
