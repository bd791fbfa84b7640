import { spread, step } from "./hash.ts";
import { type Slots, slotOf } from "./table.ts";

/** How a word was judged by itself, with neither texts nor labels at hand; train/valences/README.md says by whom. */
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

/** Valences by the hash of a word's stem, each as its code. */
export interface Valences extends Slots {
  codes: Uint16Array;
}

export const codeOf = ({ mood, as, company, by }: Valence): number =>
  (((mood + mostMood) * 8 + ways.indexOf(as)) * 16 + company + mostCompany) * 8 + grounds.indexOf(by);

const valenceOf = (code: number): Valence => ({
  mood: (code >> 10) - mostMood,
  as: ways[(code >> 7) & 7] ?? "-",
  company: ((code >> 3) & 15) - mostCompany,
  by: grounds[code & 7] ?? "-",
});

/** What a judged word brings to a text besides itself. */
export interface JudgedWord {
  features: readonly number[];
  /** Mood and company together, from -7 to 7. */
  lean: number;
}

export const unjudged: JudgedWord = { features: [], lean: 0 };
const seeds = {
  mood: 31,
  way: 32,
  negated: 33,
  afterContrast: 34,
  ground: 35,
  company: 36,
  after: 37,
  before: 38,
  negatedSide: 39,
};

/** The judged words of a model. There are a few hundred different judgements, so each is worked out once. */
export const judgedWords = (valences: Valences): ((hash: number) => JudgedWord) => {
  const known = new Map<number, JudgedWord>();
  return (hash) => {
    const slot = slotOf(valences, hash);
    if (slot < 0) return unjudged;
    const code = valences.codes[slot] as number;
    const judged = known.get(code) ?? judgedAs(valenceOf(code));
    known.set(code, judged);
    return judged;
  };
};

const judgedAs = ({ mood, as, company, by }: Valence): JudgedWord => {
  const features: number[] = [];
  if (mood !== 0) features.push(feature(seeds.mood, mood), feature(step(seeds.way, ways.indexOf(as)), mood));
  if (company !== 0) features.push(feature(seeds.company, company));
  features.push(feature(step(seeds.ground, grounds.indexOf(by)), company));
  return { features, lean: mood + company };
};

const feature = (seed: number, value: number): number => spread(step(seed, value + 50));

export const negatedLean = (lean: number): number => feature(seeds.negated, lean);
export const negatedSide = (lean: number): number => feature(seeds.negatedSide, sideOf(lean));
export const contrastedLean = (lean: number): number => feature(seeds.afterContrast, lean);
/** From here on a word is clear praise or blame. */
const clear = 4;

const sideOf = (lean: number): number => Math.sign(lean) * (Math.abs(lean) >= clear ? 2 : 1);

/** A word's lean behind the word before it: "very good" and "very neat" alike. */
export const leanAfter = (before: number, lean: number): number =>
  spread(step(step(seeds.after, sideOf(lean) + 50), before));
/** The same of a negation that follows: "no complaints", said the other way round. */
export const leanBefore = (lean: number, after: number): number =>
  spread(step(step(seeds.before, sideOf(lean) + 50), after));
