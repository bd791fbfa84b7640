import { spread, step } from "./hash.ts";
import { type Slots, slotOf } from "./table.ts";

/** How a word or phrase was judged by itself, with neither texts nor labels at hand; train/valences/README.md says by whom. */
export interface Valence {
  /** What it says of its writer's mood, from -3 (horrible) to 3 (superb); 0 where it says nothing. */
  mood: number;
  /** As what it says so. */
  as: (typeof ways)[number];
  /** In what company it stands: from -4 (nearly all texts with it are bad) to 4 (nearly all are good). */
  company: number;
  /** What that rests on; a plain word stands mostly in what has no mood at all. */
  by: (typeof grounds)[number];
}

/** A judgement, a feeling, good or bad in the world, vulgar, what customers tell, irony; none where the mood is 0. */
export const ways = ["-", "q", "f", "e", "x", "c", "s"] as const;
/** Its own mood, only its company, vulgar, or plain information; none where it tells nothing. */
export const grounds = ["-", "m", "c", "x", "n"] as const;

export const mostMood = 3;
export const mostCompany = 4;

/** Valences by the hash of a word's stem, or of a phrase's stems one after the other: each as its code, beside its mark. */
export type Valences = Slots;
export const eachOfValences = 2;

/** Marks the code of what begins a phrase; alone where it was not judged itself. */
export const beginning = 1 << 13;
const judgement = 1 << 14;
export const isJudged = (code: number): boolean => (code & judgement) !== 0;

export const codeOf = ({ mood, as, company, by }: Valence): number =>
  judgement |
  ((((mood + mostMood) * 8 + ways.indexOf(as)) * 16 + company + mostCompany) * 8 + grounds.indexOf(by));

const valenceOf = (code: number): Valence => ({
  mood: ((code >> 10) & 7) - mostMood,
  as: ways[(code >> 7) & 7] ?? "-",
  company: ((code >> 3) & 15) - mostCompany,
  by: grounds[code & 7] ?? "-",
});

/** What a judged word, or phrase, brings to a text besides itself. */
export interface JudgedWord {
  features: readonly number[];
  /** Mood and company together, from -7 to 7. */
  lean: number;
  /** Whether a phrase, or a longer one, begins with it. */
  goesOn: boolean;
}

export const unjudged: JudgedWord = { features: [], lean: 0, goesOn: false };

/** Tells how a word was judged, by the hash of its stem, or a phrase, by `phraseHash`. */
export type Judging = (hash: number) => JudgedWord;

export const nothingJudged: Judging = () => unjudged;

const seeds = {
  mood: 31,
  way: 32,
  negated: 33,
  afterContrast: 34,
  ground: 35,
  company: 36,
  after: 37,
  phrase: 40,
  phraseOfWords: 41,
};

/** The judged words and phrases of a model. There are a few hundred different judgements, so each is worked out once. */
export const judgingOf = (valences: Valences): Judging => {
  const known: JudgedWord[] = new Array(2 ** 16);
  return (hash) => {
    const slot = slotOf(valences, hash);
    if (slot < 0) return unjudged;
    const code = valences.numbers[slot + 1] as number;
    known[code] ??= judgedAs(code);
    return known[code];
  };
};

const judgedAs = (code: number): JudgedWord => {
  const goesOn = (code & beginning) !== 0;
  if (!isJudged(code)) return { ...unjudged, goesOn };
  const { mood, as, company, by } = valenceOf(code);
  const features: number[] = [];
  if (mood !== 0) features.push(feature(seeds.mood, mood), feature(step(seeds.way, ways.indexOf(as)), mood));
  if (company !== 0) features.push(feature(seeds.company, company));
  features.push(feature(step(seeds.ground, grounds.indexOf(by)), company));
  return { features, lean: mood + company, goesOn };
};

/** Of a phrase that goes on with this word. */
export const phraseHash = (before: number, word: number): number =>
  spread(step(step(seeds.phrase, before), word));

/** What a phrase says beside what its words add up to: "not bad" is good. */
export const phraseOfWords = (lean: number, words: number): number =>
  feature(step(seeds.phraseOfWords, lean + 50), words === 0 ? 0 : sideOf(words));

const feature = (seed: number, value: number): number => spread(step(seed, value + 50));

export const negatedLean = (lean: number): number => feature(seeds.negated, lean);
export const contrastedLean = (lean: number): number => feature(seeds.afterContrast, lean);
/** From here on a word is clear praise or blame. */
const clear = 4;

const sideOf = (lean: number): number => Math.sign(lean) * (Math.abs(lean) >= clear ? 2 : 1);

/** A word's lean behind the word before it: "very good" and "very neat" alike. */
export const leanAfter = (before: number, lean: number): number =>
  spread(step(step(seeds.after, sideOf(lean) + 50), before));
