import { type Judging, negatedLean, phraseHash, phraseOfWords } from "./valence.ts";
import type { ReadWord } from "./word.ts";

/** So many words at most may be open as the beginning of a phrase. */
const mostOpen = 4;

/** A text of more words is heard by all it says, not by one phrase. */
const fewWords = 8;
/** So plain must a phrase be, of 7, to turn a text of few words, and from here on it does so wholly. */
const turnsFrom = 3;
const turnsWholly = 5;

/** "Претензий нет, только не включается": beside contrasts, what asks, narrows or holds on a condition. */
const takesBack = /\?|(?<!\p{L})(?:а|только|лишь|кроме|если|бы|yet|only|if|until|unless)(?!\p{L})/iu;

/** Follows a text word by word and tells of each judged phrase that ends there. */
export interface PhraseReader {
  /** Another text begins. */
  begin(): void;
  /** No phrase goes on over this. */
  stop(): void;
  /** The next word, in the light of a negation that stands before it or not. */
  word(word: ReadWord, isNegated: boolean): void;
  /**
   * How far a phrase says the opposite of its words in this text, which was read and has few of them: from -1, "толку нет",
   * to 1, "no complaints"; 0 where none does, where phrases do so both ways, or where it is asked or taken back.
   */
  turned(text: string): number;
}

/** A phrase says how it was judged and how that differs from its words, or, negated from before, that it was negated. */
export const phraseReader = (phraseOf: Judging, tell: (feature: number) => void): PhraseReader => {
  const hashes = new Int32Array(mostOpen);
  /** What the words so far lean to together, and whether the first of them is negated from before. */
  const leans = new Int32Array(mostOpen);
  const negated = new Uint8Array(mostOpen);
  let open = 0;
  let words = 0;
  let isContrasted = false;
  let highest = 0;
  let lowest = 0;
  const hold = (hash: number, lean: number, isNegated: number): void => {
    hashes[open] = hash;
    leans[open] = lean;
    negated[open] = isNegated;
    open += 1;
  };
  return {
    begin() {
      open = 0;
      words = 0;
      isContrasted = false;
      highest = 0;
      lowest = 0;
    },
    stop() {
      open = 0;
    },
    word({ hash, role, lean, goesOn }, isNegated) {
      words += 1;
      if (role === "contrast") isContrasted = true;
      const before = open;
      open = 0;
      for (let at = 0; at < before; at += 1) {
        const whole = phraseHash(hashes[at] as number, hash);
        const phrase = phraseOf(whole);
        const ofWords = (leans[at] as number) + lean;
        if (phrase.features.length > 0) {
          if (negated[at] === 0) {
            for (const feature of phrase.features) tell(feature);
            tell(phraseOfWords(phrase.lean, ofWords));
            if (phrase.lean > highest && ofWords < 0) highest = phrase.lean;
            if (phrase.lean < lowest && ofWords > 0) lowest = phrase.lean;
          } else if (phrase.lean !== 0) tell(negatedLean(phrase.lean));
        }
        if (phrase.goesOn) hold(whole, ofWords, negated[at] as number);
      }
      if (goesOn && open < mostOpen) hold(hash, lean, isNegated ? 1 : 0);
    },
    turned(text) {
      const turn = highest + lowest;
      const isPlain = (highest === 0 || lowest === 0) && !isContrasted;
      if (words > fewWords || !isPlain || Math.abs(turn) < turnsFrom || takesBack.test(text)) return 0;
      return Math.max(-1, Math.min(1, turn / turnsWholly));
    },
  };
};
