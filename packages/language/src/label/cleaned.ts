/** One character that shows nothing, controls or turns the writing; joiners inside an emoji are among them. */
export const unseen = String.raw`[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]`;

const onlyUnseen = new RegExp(`^${unseen}$`, "u");
/** Whether this one character shows nothing; line ends and tabs count as such too. */
export const isUnseen = (sign: string): boolean => onlyUnseen.test(sign);

// An emoji is written with joiners and selectors of its own, which stay.
const inEmoji = String.raw`(?<=\p{Emoji})\ufe0f|(?<=\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d(?=\p{Extended_Pictographic})`;
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const hidden = new RegExp(String.raw`${inEmoji}|[\n\t]|(${unseen})`, "gu");
const suspicious = new RegExp(String.raw`(?![\n\t])${unseen}|[\u2028\u2029\u2800]|\n{3}`, "u");
const stacked = /(\p{M}{3})\p{M}+/gu;

/**
 * A text as a person sees it: without characters that show nothing (zero-width, tags, soft hyphens, byte order marks,
 * fillers), that turn the writing (bidi controls) or that control a terminal; with one kind of line end, at most one
 * empty line in a row, three combining marks a letter and no halves of surrogate pairs. Emoji stay whole. Linear in the
 * length of the text.
 */
export const cleaned = (text: string): string => {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  const plain = suspicious.test(whole) ? shown(whole) : whole;
  return plain.replace(stacked, "$1");
};

const shown = (text: string): string =>
  text
    .replace(lineEnds, "\n")
    .replaceAll("\u2800", " ")
    .replace(hidden, (written: string, gone?: string) => (gone === undefined ? written : ""))
    .replace(/\n{3,}/g, "\n\n");

// What could end a list, a tag, a fence or a special token, also where a model takes a compatibility form (NFKC) for it.
const structural =
  /[<>[\]{}`\u1fef\ufe37\ufe38\ufe47\ufe48\ufe5b\ufe5c\ufe64\ufe65\ufe68\uff02\uff1c\uff1e\uff3b-\uff3d\uff40\uff5b\uff5d]/g;

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

/**
 * JSON of these values in which texts hold no bracket, brace, angle or backtick as such but as their escapes: every JSON
 * parser reads it back the same, and neither a tag, a code fence nor a special token of some model's template stands in
 * it. Its own structure is untouched.
 */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value).replace(strings, (string) => string.replace(structural, escaped));

const strings = /"[^"\\]*(?:\\.[^"\\]*)*"/g;
