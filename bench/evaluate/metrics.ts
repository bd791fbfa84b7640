import { type Judged, type Side, sides } from "./side.ts";

/** How many texts of a class (outer) were said to be of a class (inner). */
export type Confusion = Readonly<Record<Side, Readonly<Record<Side, number>>>>;

export const confusionOf = (judged: readonly Judged[]): Confusion => {
  const none = (): Record<Side, number> => ({ negative: 0, neutral: 0, positive: 0 });
  const counts = { negative: none(), neutral: none(), positive: none() };
  for (const { is, said } of judged) counts[is][said]++;
  return counts;
};

/** The share of right answers, 0 to 1; NaN of nothing, as with all shares here. */
export const accuracyOf = (judged: readonly Judged[]): number =>
  judged.filter(({ is, said }) => is === said).length / judged.length;

/**
 * The mean F1 of the classes that occur among the labels, 0 to 1. A source may lack a class: it is then a mean of two,
 * and a text said to be of the third still costs its own class the recall.
 */
export const macroF1Of = (judged: readonly Judged[]): number => {
  const counts = confusionOf(judged);
  const present = sides.filter((side) => sum(sides.map((said) => counts[side][said])) > 0);
  const f1 = (side: Side): number => {
    const labelled = sum(sides.map((said) => counts[side][said]));
    const said = sum(sides.map((is) => counts[is][side]));
    return (2 * counts[side][side]) / (labelled + said);
  };
  return sum(present.map(f1)) / present.length;
};

/**
 * Expected calibration error, 0 to 1: in ten bins of equal width, the distance between the mean confidence and the
 * share of right answers, weighted by the texts in the bin (Guo et al., 2017). NaN where nobody tells a confidence.
 */
export const calibrationErrorOf = (judged: readonly Judged[]): number => {
  const told = judged.flatMap(({ is, said, confidence }) =>
    confidence === undefined ? [] : [{ confidence, right: is === said ? 1 : 0 }],
  );
  const bins = Map.groupBy(told, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)));
  // A bin's weighted distance is |sum of (right - confidence)| over all texts.
  const distances = [...bins.values()].map((bin) =>
    Math.abs(sum(bin.map(({ confidence, right }) => right - confidence))),
  );
  return told.length === 0 ? Number.NaN : sum(distances) / told.length;
};

/** The share of polar texts that were taken for their opposite, 0 to 1. */
export const flipsOf = (judged: readonly Judged[]): number => {
  const polar = judged.filter(({ is }) => is !== "neutral");
  return polar.filter(({ is, said }) => said !== "neutral" && said !== is).length / polar.length;
};

/** Of the texts with at least this confidence: their share of all, and the share of right answers among them. */
export const confidentOf = (
  judged: readonly Judged[],
  least: number,
): { coverage: number; accuracy: number } => {
  if (judged.some(({ confidence }) => confidence === undefined))
    return { coverage: Number.NaN, accuracy: Number.NaN };
  const confident = judged.filter(({ confidence }) => confidence !== undefined && confidence >= least);
  return { coverage: confident.length / judged.length, accuracy: accuracyOf(confident) };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
