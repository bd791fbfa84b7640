// How a network counts requests: a bucket that fills steadily, apart for whatever it counts by.

/** At most `requests` in `seconds`, with up to `burst` at once. */
export interface Allowance {
  requests: number;
  seconds: number;
  /** Default: all of `requests`. */
  burst?: number;
}

export interface Metered {
  isAllowed: boolean;
  allowance: Allowance;
  /** How many requests are left right now. */
  left: number;
  /** When the bucket will be full again, and when the next request will be let through. */
  resetMs: number;
  retryMs: number;
}

/** A bucket that starts full. Asking it takes one request out, if there is one. */
export function bucket(allowance: Allowance): (now: Date) => Metered {
  const { requests, seconds, burst = requests } = allowance;
  const intervalMs = (seconds * 1000) / requests;
  let left = burst;
  let countedAt = Number.NEGATIVE_INFINITY;
  return (now) => {
    const at = now.getTime();
    left = Math.min(burst, left + Math.max(0, at - countedAt) / intervalMs);
    countedAt = at;
    const isAllowed = left >= 1;
    if (isAllowed) left -= 1;
    return {
      isAllowed,
      allowance,
      left: Math.floor(left),
      resetMs: Math.ceil((burst - left) * intervalMs),
      retryMs: isAllowed ? 0 : Math.ceil((1 - left) * intervalMs),
    };
  };
}

/** What one request counts against: all of them must let it through. */
export interface Count extends Allowance {
  /** Counted apart from others, such as "writes/group-1". */
  by: string;
}

/** Counts by name. Tells the tightest count, or null where nothing is counted. */
export function meter(): (counts: readonly Count[], now: Date) => Metered | null {
  const buckets = new Map<string, ReturnType<typeof bucket>>();
  const countOne = ({ by, ...allowance }: Count, now: Date) => {
    const known = buckets.get(by) ?? bucket(allowance);
    buckets.set(by, known);
    return known(now);
  };
  return (counts, now) => {
    let tightest: Metered | null = null;
    for (const count of counts) {
      const metered = countOne(count, now);
      if (!metered.isAllowed) return metered;
      if (!tightest || metered.left < tightest.left) tightest = metered;
    }
    return tightest;
  };
}
