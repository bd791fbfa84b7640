import type { Label } from "@otklik/core/label/label";
import { type Signal, signalGroups } from "@otklik/language/label/signal";
import { type Slice, sliceOf, slices } from "./groups.ts";
import type { Row } from "./rows.ts";

/** How many texts of a thousand have a signal, by signal and slice. */
export interface Rates {
  slices: readonly Slice[];
  rows: readonly { signal: Signal; rates: readonly number[] }[];
}

/** Nobody has labelled these texts for signals: how often one is heard says whether people would go on heeding it. */
export const ratesOf = (
  rows: readonly Row[],
  { labels, social }: { labels: readonly Label[]; social: ReadonlySet<string> },
): Rates => {
  const heard = rows.map((row, at) => ({
    slice: sliceOf(row, social),
    signals: signalsOf(labels[at] as Label),
  }));
  const bySlice = Map.groupBy(heard, ({ slice }) => slice);
  const measured = slices.filter((slice) => bySlice.has(slice));
  const rateOf = (slice: Slice, signal: Signal): number => {
    const some = bySlice.get(slice) ?? [];
    return (1000 * some.filter(({ signals }) => signals.has(signal)).length) / some.length;
  };
  return {
    slices: measured,
    rows: Object.values(signalGroups)
      .flat()
      .map((signal) => ({ signal, rates: measured.map((slice) => rateOf(slice, signal)) })),
  };
};

const signalsOf = ({ urgency, flags, wish }: Label): Set<Signal> =>
  new Set([
    ...urgency.map(({ reason }): Signal => `urgency.${reason}`),
    ...flags.map((flag): Signal => `flag.${flag}`),
    ...(wish ? ([`wish.${wish}`] as const) : []),
  ]);

/** As a table of Markdown, which reads well enough in a terminal too. */
export const ratesTable = ({ slices, rows }: Rates): string =>
  [
    `| of 1,000 texts | ${slices.join(" | ")} |`,
    `| --- |${" ---: |".repeat(slices.length)}`,
    ...rows.map(({ signal, rates }) => `| ${signal} | ${rates.map((rate) => rate.toFixed(0)).join(" | ")} |`),
  ].join("\n");
