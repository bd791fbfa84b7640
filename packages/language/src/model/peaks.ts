/**
 * A few hidden units, each of which hears of a text only the one feature that stirs it most: what is said once, plainly,
 * then counts as much in a long text as in a short one, which sums of pulls cannot tell.
 */
export interface Peaks {
  units: number;
  /** For each row how many units its feature stirs; the first row stirs none. The table of features knows their rows. */
  counts: Uint8Array;
  /** The rows one behind the other: each unit that is stirred, times 256, and by how many steps. */
  heights: Uint16Array;
  /** For each unit what a step is worth to negative and to positive, away from neutral. */
  pulls: Float32Array;
  /** What a text pulls before any unit is stirred; one of which nothing is known pulls nowhere. */
  bias: readonly [negative: number, positive: number];
}

/** Pulls away from neutral. */
export interface Peaked {
  negative: number;
  positive: number;
}

/** Takes up the rows of one text after the other. */
export interface PeakReader {
  begin(): void;
  /** A feature by its row. */
  take(row: number): void;
  /** A word by its features' heights, as `togetherOf` gives them, which stand there from `from` up to `to`. */
  takeAll(heights: Uint16Array, from: number, to: number): void;
  /** What the text so far amounts to. */
  sum(): Peaked;
}

const startsOf = ({ counts }: Peaks): Uint32Array => {
  const starts = new Uint32Array(counts.length + 1);
  for (const [row, count] of counts.entries()) starts[row + 1] = (starts[row] as number) + count;
  return starts;
};

/** Gives the heights of some rows, of each unit the highest only. */
export const togetherOf = (peaks: Peaks): ((rows: readonly number[]) => number[]) => {
  const starts = startsOf(peaks);
  return (rows) => {
    const most = new Map<number, number>();
    for (const row of rows)
      for (const stirred of peaks.heights.subarray(starts[row], starts[row + 1]))
        most.set(stirred >> 8, Math.max(stirred, most.get(stirred >> 8) ?? 0));
    return [...most.values()];
  };
};

export const peakReader = (peaks: Peaks): PeakReader => {
  const { units, heights, pulls, bias } = peaks;
  const highest = new Uint8Array(units);
  const starts = startsOf(peaks);
  let isStirred = false;
  return {
    begin() {
      highest.fill(0);
      isStirred = false;
    },
    take(row) {
      isStirred = true;
      climb(heights, starts[row] as number, starts[row + 1] as number);
    },
    takeAll(all, from, to) {
      if (from === to) return;
      isStirred = true;
      climb(all, from, to);
    },
    sum() {
      if (!isStirred) return { negative: 0, positive: 0 };
      let [negative, positive] = bias;
      for (let unit = 0; unit < units; unit += 1) {
        const height = highest[unit] as number;
        negative += height * (pulls[unit * 2] as number);
        positive += height * (pulls[unit * 2 + 1] as number);
      }
      return { negative, positive };
    },
  };

  function climb(stirred: Uint16Array, from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      const unit = (stirred[at] as number) >> 8;
      const height = (stirred[at] as number) & 255;
      if (height > (highest[unit] as number)) highest[unit] = height;
    }
  }
};
