import type { Report } from "@otklik/core/trend/report-view";

const day = 86_400;

/** Seconds since 1970 at the beginning of a UTC day: the charts' x. */
const secondsOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;

export const dateOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

/** The middle of a part of the range, where its point stands. */
export const middleOf = ({ from, to }: { from: string; to: string }): number =>
  (secondsOf(from) + secondsOf(to) + day) / 2;

export const boundsOf = ({ from, to }: Report["range"]): [number, number] => [
  secondsOf(from),
  secondsOf(to) + day,
];

/** Days that are named below a chart: weeks of a short range, months of a longer one, quarters of the longest. */
export function ticksOf(range: Report["range"]): string[] {
  const length = (secondsOf(range.to) - secondsOf(range.from)) / day;
  const isTick = (date: string): boolean => {
    if (length < 45) return ["01", "08", "15", "22", "29"].includes(date.slice(8));
    return date.endsWith("-01") && (length < 200 || Number(date.slice(5, 7)) % 3 === 1);
  };
  const ticks: string[] = [];
  for (let at = secondsOf(range.from); at <= secondsOf(range.to); at += day) {
    const date = dateOf(at);
    if (isTick(date)) ticks.push(date);
  }
  return ticks;
}

/** Every second, third … of them, so that no more than `most` are left. */
export const thinned = <T>(all: readonly T[], most: number): T[] => {
  const step = Math.ceil(all.length / Math.max(1, Math.floor(most)));
  return all.filter((_, at) => at % step === 0);
};

/** Labels moved apart to `gap` at least, in their order and near where they would stand, between `top` and `bottom`. */
export function spread(wanted: readonly number[], gap: number, [top, bottom]: [number, number]): number[] {
  const placed: number[] = [];
  for (const [at, y] of wanted.entries())
    placed.push(Math.max(y, top, at > 0 ? (placed[at - 1] ?? 0) + gap : top));
  for (let at = placed.length - 1, most = bottom; at >= 0; at--, most -= gap)
    placed[at] = Math.min(placed[at] ?? 0, most);
  return placed;
}

/** A round number at or above the largest bar, so that the axis ends with it and its half is round, too. */
export function roundUp(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = power === 1 ? [2, 4, 6, 8, 10] : [1, 1.2, 1.6, 2, 3, 4, 6, 8, 10];
  return Math.round((steps.find((step) => step * power >= value) ?? 10) * power);
}
