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

/**
 * The interval of an average rating from one to five stars. Of all that lies between two bounds and has a given mean,
 * nothing scatters more than a mix of the bounds alone (Bhatia and Davis, "A better bound on the variance", American
 * Mathematical Monthly 107, 2000), so Wilson's interval of that mix holds for any ratings: wide rather than wrong, and
 * three fives are not taken for certainty.
 */
export function ratingInterval(average: number, rated: number): Interval {
  const { low, high } = shareInterval(asShare(average), rated);
  return { low: 1 + 4 * low, high: 1 + 4 * high };
}

const asShare = (average: number): number => Math.min(1, Math.max(0, (average - 1) / 4));

/** A share and the cases that it was seen in. */
export interface Seen {
  share: number;
  count: number;
}

/**
 * The interval of how much a share has risen (below zero: fallen) from one sample to another.
 * Source: Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine
 * 17 (1998), method 10.
 */
export function riseInterval(then: Seen, now: Seen): Interval {
  const before = shareInterval(then.share, then.count);
  const after = shareInterval(now.share, now.count);
  const rise = now.share - then.share;
  return {
    low: rise - Math.hypot(now.share - after.low, before.high - then.share),
    high: rise + Math.hypot(after.high - now.share, then.share - before.low),
  };
}

/** The same for average ratings, in stars. */
export function ratingRise(then: Seen, now: Seen): Interval {
  const part = (seen: Seen): Seen => ({ ...seen, share: asShare(seen.share) });
  const { low, high } = riseInterval(part(then), part(now));
  return { low: low * 4, high: high * 4 };
}
