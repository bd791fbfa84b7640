// Wildberries meters a seller's requests with a token bucket: one request each interval, and a burst on top.

export interface Allowance {
  intervalMs: number;
  burst: number;
}

/** Reviews and questions together, for the whole seller's account. Source: every description in the specification. */
export const allowances = {
  /** Personal, service and "basic with a secret" tokens. */
  full: { intervalMs: 333, burst: 6 },
  /** The plain "basic" token: 5 requests an hour. */
  basic: { intervalMs: 12 * 60_000, burst: 1 },
  /** /ping, for any token: 3 requests in 30 seconds. */
  ping: { intervalMs: 10_000, burst: 3 },
} as const satisfies Record<string, Allowance>;

export interface Metered {
  isAllowed: boolean;
  /** Sent with every answer; on a refusal also when to come back, in whole seconds. */
  headers: Record<string, string>;
}

/** A bucket that starts full. Asking it takes one request out, if there is one. */
export function meter({ intervalMs, burst }: Allowance): (now: Date) => Metered {
  let left = burst;
  let countedAt = Number.NEGATIVE_INFINITY;
  return (now) => {
    const at = now.getTime();
    left = Math.min(burst, left + Math.max(0, at - countedAt) / intervalMs);
    countedAt = at;
    const isAllowed = left >= 1;
    if (isAllowed) left -= 1;
    const seconds = (requests: number) => String(Math.ceil((requests * intervalMs) / 1000));
    const headers = {
      "X-Ratelimit-Limit": String(burst),
      "X-Ratelimit-Remaining": String(Math.floor(left)),
      "X-Ratelimit-Reset": seconds(burst - left),
    };
    return {
      isAllowed,
      headers: isAllowed ? headers : { ...headers, "X-Ratelimit-Retry": seconds(1 - left) },
    };
  };
}
