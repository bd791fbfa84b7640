import { spread, step } from "./hash.ts";
import { kindOf, kinds } from "./letters.ts";
import type { PhraseReader } from "./phrases.ts";
import { contrastedLean, leanAfter, negatedLean } from "./valence.ts";
import type { ReadWord } from "./word.ts";

/** Takes up what is read. */
export interface Reader {
  /** The word that stands from there up to there, in a negation's light or not; what is returned holds until the next word is read. */
  word(from: number, to: number, isNegated: boolean): ReadWord;
  /** Hears of each word once more, and of what parts them. */
  phrases: PhraseReader;
  /** A feature of neighbouring words or of signs. */
  feature(hash: number): void;
}

const seeds = { pair: 11, sign: 12, negated: 13, afterContrast: 14, emoji: 17 };
/** So many words after a negation stand in its light. */
const negationReach = 3;
const longestWord = 40;
const longestRun = 12;
/** A text of more letters is read at both ends, where the verdict stands. */
const longestRead = 700;

/**
 * Cuts a text into words and signs and tells the reader of each and of what stands together; of a long text only its
 * beginning and its end. Linear; never throws.
 */
export const readEnds = (text: string, reader: Reader): void => {
  const isLong = text.length > longestRead;
  readStretch(isLong ? text.slice(0, longestRead / 2) : text, 0, reader);
  if (isLong) readStretch(text.slice(-longestRead / 2), text.length - longestRead / 2, reader);
};

/** Reads a part that begins at `start` of its text. */
const readStretch = (text: string, start: number, reader: Reader): void => {
  let before = 0;
  let negated = 0;
  let isAfterContrast = false;
  let open = 0;
  reader.phrases.stop();
  const endSentence = () => {
    reader.phrases.stop();
    before = 0;
    negated = 0;
    isAfterContrast = false;
  };

  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const kind = kindOf[code];
    if (kind === kinds.space || kind === kinds.joiner) {
      if (code === lineBreak) endSentence();
      at += 1;
      continue;
    }
    if (kind === kinds.letter || kind === kinds.digit) {
      const end = wordEnd(text, at);
      const isNegated = negated > 0 || isDenied(text, end);
      const word = reader.word(start + at, start + Math.min(end, at + longestWord), isNegated);
      at = end;
      if (word.role === "address") {
        reader.phrases.stop();
        at = addressEnd(text, end);
        continue;
      }
      reader.feature(spread(step(step(seeds.pair, before), word.hash)));
      if (negated > 0) reader.feature(spread(step(seeds.negated, word.hash)));
      if (isAfterContrast) reader.feature(spread(step(seeds.afterContrast, word.hash)));
      if (word.lean !== 0) {
        reader.feature(leanAfter(before, word.lean));
        if (isNegated) reader.feature(negatedLean(word.lean));
        if (isAfterContrast) reader.feature(contrastedLean(word.lean));
      }
      reader.phrases.word(word, negated > 0);
      negated = word.role === "negator" ? negationReach : negated - 1;
      if (word.role === "contrast") isAfterContrast = true;
      before = word.hash;
      continue;
    }
    if (kind === kinds.surrogate || isDingbat(code)) {
      const point = text.codePointAt(at) ?? code;
      at += point > 0xffff ? 2 : 1;
      if (!isSkinTone(point)) reader.feature(spread(step(seeds.emoji, point)));
      continue;
    }

    // A run of signs is one feature: repeats count as twice, and brackets around words as nothing.
    let hash = seeds.sign;
    let last = 0;
    let repeats = 0;
    let size = 0;
    let ends = false;
    for (; at < text.length && isSign(text.charCodeAt(at)); at += 1) {
      const sign = text.charCodeAt(at);
      if (sentenceEnds.has(sign)) ends = true;
      if (clauseEnds.has(sign)) {
        negated = 0;
        reader.phrases.stop();
      }
      if (sign === openBracket && kindOf[text.charCodeAt(at + 1)] === kinds.letter) {
        open += 1;
        continue;
      }
      if (sign === closeBracket && open > 0) {
        open -= 1;
        continue;
      }
      repeats = sign === last ? repeats + 1 : 0;
      last = sign;
      if (repeats >= 2 || size >= longestRun) continue;
      hash = step(hash, sign);
      size += 1;
    }
    if (ends) endSentence();
    if (size > 1 || (size === 1 && !plainSigns.has(last))) reader.feature(spread(hash));
  }
};

const codes = (signs: string) => new Set([...signs].map((sign) => sign.charCodeAt(0)));
const lineBreak = 10;
const openBracket = 40;
const closeBracket = 41;
const sentenceEnds = codes(".!?…");
const clauseEnds = codes(",;:—–");
/** These say nothing where they stand alone. */
const plainSigns = codes(',.-"#@');

const isDingbat = (code: number): boolean => code >= 0x2600 && code < 0x27c0;
const isSkinTone = (point: number): boolean => point >= 0x1f3fb && point <= 0x1f3ff;
const isSign = (code: number): boolean => {
  const kind = kindOf[code];
  return (kind === kinds.other || kind === kinds.apostrophe) && !isDingbat(code);
};

const wordEnd = (text: string, from: number): number => {
  let end = from + 1;
  for (; end < text.length; end += 1) {
    const kind = kindOf[text.charCodeAt(end)];
    if (kind === kinds.letter || kind === kinds.digit) continue;
    // Within a word an apostrophe belongs to it, and a character that shows nothing does not part it.
    const joins =
      (kind === kinds.apostrophe || kind === kinds.joiner) &&
      kindOf[text.charCodeAt(end + 1)] === kinds.letter;
    if (!joins) break;
  }
  return end;
};

/** "Проблем нет": Russian denies what there is none of from behind. */
const isDenied = (text: string, end: number): boolean =>
  text.startsWith(denial, end) && kindOf[text.charCodeAt(end + denial.length)] !== kinds.letter;
const denial = " нет";

/** "https://..." goes on to the next space; a stand-in for an address, such as "http" alone, ends where it ends. */
const addressEnd = (text: string, from: number): number => {
  if (!text.startsWith("://", from)) return from;
  let end = from;
  while (end < text.length && kindOf[text.charCodeAt(end)] !== kinds.space) end += 1;
  return end;
};
