/** Where the truth may lie, given so few observations: 95 % confidence. */
export interface Interval {
  low: number;
  high: number;
}

const z = 1.959964; // the normal quantile of 95 %, two-sided

/**
 * The interval of a share that was seen in `count` cases: honest also for a handful, and never outside 0 to 1.
 * Source: Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 * No cases: anything is possible.
 */
export function shareInterval(share: number, count: number): Interval {
  if (count === 0) return { low: 0, high: 1 };
  const middle = share + (z * z) / (2 * count);
  const half = z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  const whole = 1 + (z * z) / count;
  return {
    low: Math.max(0, Math.min(share, (middle - half) / whole)),
    high: Math.min(1, Math.max(share, (middle + half) / whole)),
  };
}

/** An average rating from one to five stars, between the ends of its interval. */
export interface Average extends Interval {
  is: number;
}

/** Ratings by their number, their sum and the sum of their squares, in hundredths of a star. */
export interface Ratings {
  rated: number;
  centistars: number;
  squares: number;
}

/** Student's quantile for so many degrees of freedom. Source: Abramowitz and Stegun, formula 26.7.5. */
const student = (freedom: number): number =>
  z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);

/**
 * The average and its interval: Student's, of the ratings with two ones and two fives added, so that three fives are not
 * taken for certainty; never outside 1 to 5. Source of what is added: Agresti and Coull, "Approximate is better than
 * exact for interval estimation of binomial proportions", American Statistician 52 (1998).
 * Null where nothing was rated.
 */
export function averageOf({ rated, centistars, squares }: Ratings): Average | null {
  if (rated === 0) return null;
  const count = rated + 4;
  const is = centistars / 100 / rated;
  const middle = (centistars / 100 + 2 * 1 + 2 * 5) / count;
  const variance = (squares / 10_000 + 2 * 1 + 2 * 25) / count - middle * middle;
  const half = student(count - 1) * Math.sqrt(variance / count);
  return {
    is,
    low: Math.max(1, Math.min(is, middle - half)),
    high: Math.min(5, Math.max(is, middle + half)),
  };
}

/** A share and the cases that it was seen in. */
export interface Seen {
  share: number;
  count: number;
}

/** The interval of how much a share has risen (below zero: fallen) from one sample to another. */
export const riseInterval = (past: Seen, now: Seen): Interval =>
  averageRise(
    { is: past.share, ...shareInterval(past.share, past.count) },
    { is: now.share, ...shareInterval(now.share, now.count) },
  );

/**
 * The interval of a difference from the intervals of both sides.
 * Source: Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17
 * (1998), method 10; for other averages Zou and Donner, in volume 27 (2008).
 */
export function averageRise(past: Average, now: Average): Interval {
  const rise = now.is - past.is;
  return {
    low: rise - Math.hypot(now.is - now.low, past.high - past.is),
    high: rise + Math.hypot(now.high - now.is, past.is - past.low),
  };
}
