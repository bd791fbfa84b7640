import { type BarredSlice, bars, hasBar, missesOf } from "./bars.ts";
import type { Slice } from "./groups.ts";
import type { Group, Report } from "./report.ts";

/** Says in plain words, from the figures alone, where a bar is missed and where a package of npm does better; a line each. */
export const verdictOf = (report: Report): string[] => {
  const slices = report.slices.flatMap(({ name, lines: [own] }) =>
    hasBar(name as Slice) ? [{ name, misses: missesOf(name as BarredSlice, own.score) }] : [],
  );
  const missed = slices.filter(({ misses }) => misses.length > 0);
  const kept = slices.filter(({ misses }) => misses.length === 0).map(({ name }) => name);
  const beaten = [...report.slices, ...report.languages, ...report.sources].flatMap(beatenIn);
  return [
    kept.length > 0 ? `Above every bar: ${kept.join(", ")}.` : "No slice is above every bar.",
    ...missed.map(({ name, misses }) => `Missed in ${name}: ${misses.join("; ")}.`),
    "The bars for macro-F1 are meant for sources that nobody trained on; most of these sources are known to whoever trains a model, so that being above here is needed and proves little.",
    beaten.length > 0
      ? `A package does better by macro-F1 in ${[...new Set(beaten)].join(", ")}.`
      : "No package does better by macro-F1 in any of the groups below.",
  ];
};

const beatenIn = ({ name, lines: [own, ...others] }: Group): string[] =>
  others
    .filter(({ labeler, score }) => !labeler.startsWith(own.labeler) && score.macroF1 > own.score.macroF1)
    .sort((a, b) => b.score.macroF1 - a.score.macroF1)
    .slice(0, 1)
    .map(({ labeler }) => `${name} (${labeler})`);

/** What is to be reached, as a table. */
export const barsTable = (): string => {
  const percent = (share: number): string => String(Math.round(100 * share));
  const rows = Object.entries(bars.macroF1).map(
    ([slice, macroF1]) =>
      `| ${slice} | ${percent(macroF1)} | ${percent(bars.mostFlips)} | ${percent(bars.coverage)} | ${percent(bars.confidentAccuracy)} |`,
  );
  return [
    "| slice | macro-F1 at least | flips at most | covered at ≥ 0.75 at least | right of these at least |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
};
