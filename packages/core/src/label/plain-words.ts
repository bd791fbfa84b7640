import type { Mention } from "../mention/mention.ts";
import { fields, type Label } from "./label.ts";

/** The longest text of the training data, in letters. */
const mostLetters = 1500;

/** What stands in the training data in the place of a contact. */
const stands: Record<Label["contacts"][number]["is"], string> = {
  phone: "phone",
  email: "mail",
  handle: "@user",
  link: "http",
  card: "card",
};

/**
 * What a customer said on one line, without what tells who it was: contacts stand masked, and so does the author's name
 * wherever it is signed.
 */
export function plainWords(mention: Mention, label: Label): string {
  const said = fields.map((field) => withoutContacts(mention[field] ?? "", { field, label }));
  const line = withoutName(said.join(" "), mention.author.name).normalize("NFC").replace(/\s+/g, " ").trim();
  return [...line].slice(0, mostLetters).join("");
}

function withoutContacts(
  text: string,
  { field, label }: { field: (typeof fields)[number]; label: Label },
): string {
  const here = label.contacts.filter((one) => one.in === field).toSorted((a, b) => b.from - a.from);
  return here.reduce((rest, { from, to, is }) => rest.slice(0, from) + stands[is] + rest.slice(to), text);
}

/** Each word of a name from three letters on; shorter ones are words of their own. */
function withoutName(text: string, name: string | undefined): string {
  const words = name?.match(/[\p{L}\p{N}_]{3,}/gu) ?? [];
  return words.reduce(
    (rest, word) =>
      rest.replace(new RegExp(`(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}\\p{N}_])`, "giu"), "@user"),
    text,
  );
}
