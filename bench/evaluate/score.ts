import {
  accuracyOf,
  type Confusion,
  calibrationErrorOf,
  confidentOf,
  confusionOf,
  flipsOf,
  macroF1Of,
} from "./metrics.ts";
import type { Judged } from "./side.ts";

/** From this confidence on a label counts as confident. */
export const confidentFrom = 0.75;

/** All that is measured of one labeler on one group of texts; shares from 0 to 1, NaN where there is nothing to tell. */
export interface Score {
  texts: number;
  accuracy: number;
  macroF1: number;
  calibrationError: number;
  flips: number;
  confident: { coverage: number; accuracy: number };
  confusion: Confusion;
}

export const scoreOf = (judged: readonly Judged[]): Score => ({
  texts: judged.length,
  accuracy: accuracyOf(judged),
  macroF1: macroF1Of(judged),
  calibrationError: calibrationErrorOf(judged),
  flips: flipsOf(judged),
  confident: confidentOf(judged, confidentFrom),
  confusion: confusionOf(judged),
});
