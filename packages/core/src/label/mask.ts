import type { Label, Span } from "./label.ts";

/** Stands where a contact stood; of one length, so that it tells nothing of what was there. */
export const blot = "•••";

/**
 * A field of a mention without the customer's contacts, for copies that leave the inbox: exports, training rows, quotes.
 * Contacts of other fields, and what lies outside the text, are left alone; those that overlap become one blot.
 */
export const masked = (text: string, field: Span["in"], contacts: Label["contacts"]): string => {
  const spans = contacts
    .filter((contact) => contact.in === field && contact.from < contact.to && contact.from < text.length)
    .sort((a, b) => a.from - b.from);
  let out = "";
  let at = 0;
  for (const { from, to } of spans) {
    if (to <= at) continue;
    if (from >= at) out += `${text.slice(at, from)}${blot}`;
    at = to;
  }
  return out + text.slice(at);
};

type Written = Partial<Record<Span["in"], string | undefined>>;

/** All that a customer wrote, each field without contacts. */
export const maskedWords = <T extends Written>(
  { title, text, pros, cons }: T,
  contacts: Label["contacts"],
): Pick<T, "title" | "text" | "pros" | "cons"> => {
  const without = (written: string | undefined, field: Span["in"]) =>
    written === undefined ? undefined : masked(written, field, contacts);
  return {
    title: without(title, "title"),
    text: without(text, "text"),
    pros: without(pros, "pros"),
    cons: without(cons, "cons"),
  } as Pick<T, "title" | "text" | "pros" | "cons">;
};
