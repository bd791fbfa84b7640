import { unseen } from "./cleaned.ts";
import { knownWords } from "./known-words.ts";
import { cutByPattern, isStrewn } from "./pieces.ts";
import { cutPlain, isPlain } from "./plain-pieces.ts";
import { signTone } from "./signs.ts";
import { anyTraits, lookOf, numberOf, traitsOf } from "./word-numbers.ts";

/** One piece of a text: a word, a sign of mood (emoji, smiley), or a break between clauses. */
export interface Token {
  kind: "word" | "sign" | "break";
  /** Words: folded (lower case, "ё" as "е", one alphabet, long runs cut to two letters). Else as written. */
  word: string;
  /** Where it stands in the text, in UTF-16 units: from `at` up to, not including, `to`. */
  at: number;
  to: number;
  /** Written with a run of three or more equal letters, such as "оооочень". */
  stretched: boolean;
  /** At least three letters, all of them capitals. */
  loud: boolean;
  /** Words only: as `numberOf` gives it. */
  number: number;
  /** Words only: as `lookOf` gives it. */
  look: number;
  /** Words only: as `traitsOf` gives them; any of one that is stretched. */
  traits: number;
  /** Signs only: how it speaks of the mood, below zero for a bad one. */
  tone: number;
}

const allUnseen = new RegExp(unseen, "gu");

/**
 * Cuts a text into words, signs and breaks; addresses and whatever is none of these are left out.
 * Linear in the length of the text; never throws.
 */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  let open = 0;
  const isHard = !isPlain(text);
  const strewn = isHard && isStrewn(text);
  const cut = isHard ? cutByPattern : cutPlain;
  cut(text, (kind, at, to) => {
    if (kind === "word") {
      const spelling =
        (strewn ? undefined : spellings.find(text, at, to)) ?? spellingOf(text.slice(at, to), strewn);
      tokens.push(wordToken(spelling, at, to));
      return;
    }
    const written = text.slice(at, to);
    if (kind === "sign") tokens.push(signToken(written, at));
    else if (kind === "end") tokens.push(plain("break", written, at));
    else {
      // A bracket around words is a break; one that opens or closes nothing is a Russian smiley.
      const opens = written[0] === "(" && /[\p{L}\p{N}]/u.test(text[to] ?? "");
      const closes = written === ")" && open > 0;
      open += opens ? 1 : closes ? -1 : 0;
      tokens.push(opens || closes ? plain("break", written, at) : signToken(written, at));
    }
  });
  return tokens;
};

const signToken = (written: string, at: number): Token => ({
  ...plain("sign", written, at),
  tone: signTone(written),
});

const plain = (kind: Token["kind"], word: string, at: number): Token => ({
  kind,
  word,
  at,
  to: at + word.length,
  stretched: false,
  loud: false,
  number: -1,
  look: 0,
  traits: 0,
  tone: 0,
});

const longRun = /(\p{L})\1{2,}/u;
const longRuns = /(\p{L})\1{2,}/gu;

const wordToken = ({ word, number, look, stretched, loud }: Spelling, at: number, to: number): Token => ({
  kind: "word",
  word,
  at,
  to,
  stretched,
  loud,
  number,
  look,
  traits: stretched ? anyTraits : traitsOf(word, number),
  tone: 0,
});

type Spelling = Pick<Token, "word" | "number" | "look" | "stretched" | "loud">;

/** Frequent words are folded once; the others, and whatever is long, each time anew. */
const spellings = knownWords<Spelling>(50_000);
const longestSpelling = 32;

const spellingOf = (written: string, isStrewn: boolean): Spelling => {
  const folded = fold(isStrewn ? written.replace(allUnseen, "") : written);
  const stretched = longRun.test(folded);
  const word = stretched ? folded.replace(longRuns, "$1$1") : folded;
  const loud = written.length >= 3 && written === written.toUpperCase() && written !== written.toLowerCase();
  const spelling = { word, number: numberOf(word), look: lookOf(word), stretched, loud };
  if (!isStrewn && written.length <= longestSpelling) spellings.keep(written, spelling);
  return spelling;
};

const latinShapes = "aAbBcCeEhHkKmMoOpPtTxXyYuUrn";
const cyrillicShapes = "аАвВсСеЕнНкКмМоОрРтТхХуУигп";
const toCyrillic = new Map(
  [...latinShapes].map((letter, place) => [letter, cyrillicShapes[place] ?? letter]),
);
const toLatin = new Map([...cyrillicShapes].map((letter, place) => [letter, latinShapes[place] ?? letter]));
const cyrillic = /[\u0400-\u04ff]/;
const latin = /[A-Za-z]/;

/** Lower case, "ё" as "е", straight apostrophes, and a word of two alphabets brought into the one it imitates. */
export const fold = (written: string): string => {
  const oneAlphabet = cyrillic.test(written) && latin.test(written) ? unmixed(written) : written;
  const lower = oneAlphabet.toLowerCase();
  return /[ё’ʼ]/.test(lower) ? lower.replaceAll("ё", "е").replace(/[’ʼ]/g, "'") : lower;
};

const unmixed = (written: string): string => {
  const letters = [...written];
  if (letters.every((letter) => !latin.test(letter) || toCyrillic.has(letter)))
    return letters.map((letter) => toCyrillic.get(letter) ?? letter).join("");
  if (letters.every((letter) => !cyrillic.test(letter) || toLatin.has(letter)))
    return letters.map((letter) => toLatin.get(letter) ?? letter).join("");
  return written;
};
