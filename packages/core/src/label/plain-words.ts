import type { Mention } from "../mention/mention.ts";
import { fields, type Label } from "./label.ts";
import { blot, masked } from "./mask.ts";

/** The longest text of the training data, in letters. */
const mostLetters = 1500;

/** What is nobody's business is blotted also where a label, of another model or of an older one, tells of no contacts. */
const surely = [
  /(?<![^\s@])[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+/g,
  /(?:https?:\/\/|www\.)\S+/gi,
  /(?<![\p{L}\p{N}_])@[\p{L}\p{N}_.]{3,}/gu,
  /(?<!\d)\+?\d(?:[\s()-]{0,2}\d){9,18}(?!\d)/g,
];

/**
 * What a customer said on one line, without what tells who it was: contacts are blotted out, and so is the author's name
 * wherever it is signed.
 */
export function plainWords(mention: Mention, label: Label): string {
  const said = fields.map((field) => masked(mention[field] ?? "", field, label.contacts)).join(" ");
  const blotted = [...surely, ...namesOf(mention.author.name)].reduce(
    (rest, pattern) => rest.replace(pattern, blot),
    said,
  );
  const line = blotted.normalize("NFC").replace(/\s+/g, " ").trim();
  return [...line].slice(0, mostLetters).join("");
}

/** Each word of a name from three letters on; shorter ones are words of their own. */
const namesOf = (name: string | undefined): RegExp[] =>
  (name?.match(/[\p{L}\p{N}_]{3,}/gu) ?? []).map(
    (word) => new RegExp(`(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}\\p{N}_])`, "giu"),
  );
