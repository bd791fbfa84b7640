import type { Evidence, Span } from "@otklik/core/label/label";
import type { Section } from "./clauses.ts";
import type { Token } from "./tokens.ts";
import { type Voice, voicesOf } from "./voice.ts";

/** A field as the customer filled it in, cut into tokens. */
interface WrittenField {
  in: Span["in"];
  tokens: readonly Token[];
}

/** Whether one side is heard in a mention, how sure that is, and the clause that says it most plainly. */
export interface Side {
  is: boolean;
  /** That there is such a side, from 0 to 1; `is` from a half on. */
  confidence: number;
  evidence?: Evidence;
}
export interface TwoSides {
  complaint: Side;
  praise: Side;
}

/** The sum of signs from which a clause is heard as a complaint: less than any one plain cue. */
const complaintFrom = 0.62;
/** Who tells at length names faults that are not the thing's: a plot, others, what was before. */
const lengthWeight = 0.7;
const shortText = 6;
/** Less than one plain word of praise; stars that praise are worth one more. */
const praiseFrom = 1.2;
const starPraise = 2;
const nothingHeard = -3;
/** What a unit of the whole text's leaning, a logarithm, says of its plainest clause; beyond the most it says no more. */
const leanWeight = 0.15;
const mostLean = 2;

/** What is known beside the words. */
interface Beside {
  /** The customer's rating as a share of its scale. */
  stars?: number | undefined;
  /** How likely the text as a whole is negative and positive, by the model. */
  whole?: { negative: number; positive: number } | undefined;
}

/** Hears complaint and praise apart, so that the one is not lost inside the other: "five stars, but". */
export const twoSidesOf = (written: readonly WrittenField[], { stars, whole }: Beside = {}): TwoSides => {
  const heard = written.flatMap((field) =>
    voicesOf(field.tokens, sectionOf(field)).map((voice): Heard => ({ in: field.in, voice })),
  );
  const worst = most(heard, "complaint");
  const best = most(heard, "praise");
  const complaint =
    (worst?.voice.complaint ?? nothingHeard) +
    starWeight(stars) +
    leanOf(whole) -
    lengthWeight * Math.log(Math.max(1, heard.length / shortText));
  const praise = (best?.voice.praise ?? 0) + (stars !== undefined && stars >= 0.7 ? starPraise : 0);
  return {
    complaint: sideOf(complaint - complaintFrom, { heard: worst, of: "sentiment.negative" }),
    praise: sideOf(praise - praiseFrom, { heard: best, of: "sentiment.positive" }),
  };
};

/** The clauses of the sides that are heard. */
export const evidenceOf = ({ complaint, praise }: TwoSides): Evidence[] =>
  [complaint, praise].flatMap((side) => (side.is && side.evidence ? [side.evidence] : []));

interface Heard {
  in: Span["in"];
  voice: Voice;
}

const leanOf = (whole: Beside["whole"]): number => {
  if (!whole) return 0;
  return leanWeight * Math.max(-mostLean, Math.min(mostLean, Math.log(whole.negative / whole.positive)));
};

/** Who gives four stars of five mostly says why the fifth is missing. */
const starWeight = (stars: number | undefined): number => {
  if (stars === undefined) return 0;
  if (stars <= 0.45) return 1.5;
  if (stars < 0.7) return 0.8;
  return stars < 0.9 ? 0.4 : 0;
};

const most = (heard: readonly Heard[], side: "complaint" | "praise"): Heard | undefined => {
  let found: Heard | undefined;
  for (const one of heard) if (!found || one.voice[side] > found.voice[side]) found = one;
  return found;
};

const sectionOf = (field: WrittenField): Section =>
  field.in === "pros" || field.in === "cons" ? field.in : "body";

const sideOf = (odds: number, { heard, of }: { heard: Heard | undefined; of: string }): Side => {
  const confidence = 1 / (1 + Math.exp(-odds));
  const first = heard?.voice.clause.tokens[0];
  const last = heard?.voice.clause.tokens.at(-1);
  if (!heard || !first || !last) return { is: odds >= 0, confidence };
  return { is: odds >= 0, confidence, evidence: { of, in: heard.in, from: first.at, to: last.to } };
};
