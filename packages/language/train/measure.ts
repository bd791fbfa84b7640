import { type Tempers, temperOf } from "../src/model/file.ts";
import { sidesOf } from "../src/model/sentiment-model.ts";
import type { Judged } from "./temper.ts";

export interface Measured {
  texts: number;
  /** Mean of the F1 of the sides that occur, from 0 to 1. */
  macroF1: number;
  /** The share of negative and positive texts that were taken for their opposite. */
  flips: number;
  /** The share judged at a confidence of 0.75 or more, and how many of those rightly. */
  sure: number;
  rightWhenSure: number;
}

const sureFrom = 0.75;

export const measure = (judged: readonly Judged[], tempers: Tempers): Measured => {
  const said = judged.map(({ side, sum, language }) => {
    const { negative, neutral, positive } = sidesOf(sum, temperOf(tempers, language));
    const sides = [negative, neutral, positive];
    const highest = Math.max(...sides);
    return { side, says: sides.indexOf(highest), highest };
  });
  const count = (keep: (one: (typeof said)[number]) => boolean) => said.filter(keep).length;
  const f1 = [0, 1, 2].flatMap((side) => {
    const are = count((one) => one.side === side);
    if (are === 0) return [];
    const right = count((one) => one.side === side && one.says === side);
    return [(2 * right) / (are + count((one) => one.says === side))];
  });
  const sure = count(({ highest }) => highest >= sureFrom);
  return {
    texts: said.length,
    macroF1: f1.reduce((sum, one) => sum + one, 0) / Math.max(1, f1.length),
    flips:
      count(({ side, says }) => Math.abs(side - says) === 2) /
      Math.max(
        1,
        count(({ side }) => side !== 1),
      ),
    sure: sure / Math.max(1, said.length),
    rightWhenSure:
      count(({ side, says, highest }) => highest >= sureFrom && side === says) / Math.max(1, sure),
  };
};
