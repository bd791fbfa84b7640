import { type Judging, negatedLean, phraseHash, phraseOfWords } from "./valence.ts";
import type { ReadWord } from "./word.ts";

/** So many words at most may be open as the beginning of a phrase. */
const mostOpen = 4;

/** Follows a text word by word and tells of each judged phrase that ends there. */
export interface PhraseReader {
  /** No phrase goes on over this. */
  stop(): void;
  /** The next word, in the light of a negation that stands before it or not. */
  word(word: ReadWord, isNegated: boolean): void;
}

/** A phrase says how it was judged and how that differs from its words, or, negated from before, that it was negated. */
export const phraseReader = (phraseOf: Judging, tell: (feature: number) => void): PhraseReader => {
  const hashes = new Int32Array(mostOpen);
  /** What the words so far lean to together, and whether the first of them is negated from before. */
  const leans = new Int32Array(mostOpen);
  const negated = new Uint8Array(mostOpen);
  let open = 0;
  const hold = (hash: number, lean: number, isNegated: number): void => {
    hashes[open] = hash;
    leans[open] = lean;
    negated[open] = isNegated;
    open += 1;
  };
  return {
    stop() {
      open = 0;
    },
    word({ hash, lean, goesOn }, isNegated) {
      const before = open;
      open = 0;
      for (let at = 0; at < before; at += 1) {
        const whole = phraseHash(hashes[at] as number, hash);
        const phrase = phraseOf(whole);
        const words = (leans[at] as number) + lean;
        if (phrase.features.length > 0) {
          if (negated[at] === 0) {
            for (const feature of phrase.features) tell(feature);
            tell(phraseOfWords(phrase.lean, words));
          } else if (phrase.lean !== 0) tell(negatedLean(phrase.lean));
        }
        if (phrase.goesOn) hold(whole, words, negated[at] as number);
      }
      if (goesOn && open < mostOpen) hold(hash, lean, isNegated ? 1 : 0);
    },
  };
};
