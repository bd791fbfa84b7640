import type { Slice } from "./groups.ts";
import type { Score } from "./score.ts";

/** What each slice is to reach on the words alone, as shares; the last three are the same for all. */
export const bars = {
  macroF1: { "ru reviews": 0.68, "en reviews": 0.65, "ru social": 0.68, "en social": 0.65 },
  mostFlips: 0.06,
  coverage: 0.5,
  confidentAccuracy: 0.9,
} as const;
export type BarredSlice = keyof typeof bars.macroF1;

export const hasBar = (slice: Slice): slice is BarredSlice => slice in bars.macroF1;

/** Where a slice misses its bars, in words for docs/labels.md; empty: nowhere. */
export const missesOf = (slice: BarredSlice, { macroF1, flips, confident }: Score): string[] => {
  const bar = bars.macroF1[slice];
  return [
    ...(macroF1 >= bar ? [] : [`macro-F1 ${points(macroF1)} (bar ${points(bar)})`]),
    ...(flips <= bars.mostFlips ? [] : [`flips ${points(flips)} in 100 (at most ${points(bars.mostFlips)})`]),
    ...(confident.coverage >= bars.coverage
      ? []
      : [`covers ${points(confident.coverage)} in 100 (at least ${points(bars.coverage)})`]),
    // Who is confident of nothing has no share: NaN misses too.
    ...(confident.accuracy >= bars.confidentAccuracy
      ? []
      : [
          `right in ${points(confident.accuracy)} of 100 where it is confident (at least ${points(bars.confidentAccuracy)})`,
        ]),
  ];
};

const points = (share: number): string =>
  Number.isNaN(share) ? "none" : String(Math.round(1000 * share) / 10);
