import { unseen } from "./cleaned.ts";

/** What a text is cut into, before it is known what each piece means; addresses and names with "@" are left out. */
export type PieceKind = "word" | "sign" | "brackets" | "end";
/** Cuts a text and tells `take` of each piece in turn: it stands from `at` up to, not including, `to`. */
export type Cut = (text: string, take: (kind: PieceKind, at: number, to: number) => void) => void;

// Bounded where two parts of a pattern could share letters, so that no text makes the search quadratic.
const address = String.raw`https?:\/\/\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\S+|@\w+`;
const smiley = String.raw`(?<![\p{L}\p{N}])[:;=xXхХ8]['’]?-?[)D(\][*дД/\\3|]+|\^_*\^|<\/?3`;
const word = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ]\p{L}+)*`;
const strewing = String.raw`(?![\n\t\r\v\f\u0085])${unseen}`;
const strewnWord = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|${strewing}|['’ʼ](?=\p{L}))*`;
const emoji = String.raw`\p{Extended_Pictographic}`;
const brackets = String.raw`\)+|\(+`;
const end = String.raw`[.,;:!?…—–\n"«»]+|\s-+\s`;
const pieceWith = (aWord: string) =>
  new RegExp(`(${address})|(${aWord})|(${smiley}|${emoji})|(${brackets})|(?:${end})`, "gu");
const piece = pieceWith(word);
/** For texts in which characters that show nothing may part the letters of a word. */
const strewnPiece = pieceWith(strewnWord);

const hidden = new RegExp(String.raw`[\p{L}\p{N}]${strewing}`, "u");
const uncommon = /[^\t\n\r -~\u0400-\u0482\u048a-\u04ff«»—–…№’]/;
/** Whether a text holds nothing but ASCII, Cyrillic letters and the signs that go with them, as most do. */
export const isCommon = (text: string): boolean => !uncommon.test(text);
/** Whether characters that show nothing stand within words. */
export const isStrewn = (text: string): boolean => !isCommon(text) && hidden.test(text);

/** Cuts any text. Linear. */
export const cutByPattern: Cut = (text, take) => {
  for (const match of text.matchAll(isStrewn(text) ? strewnPiece : piece)) {
    const [written, inAddress, inWord, inSign, inBrackets] = match;
    if (inAddress !== undefined) continue;
    const kind = inWord !== undefined ? "word" : inSign !== undefined ? "sign" : undefined;
    take(kind ?? (inBrackets === undefined ? "end" : "brackets"), match.index, match.index + written.length);
  }
};
