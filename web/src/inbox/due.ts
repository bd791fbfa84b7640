const hour = 3600_000;
/** A bar of this much time is full. */
const fullMs = 24 * hour;

/** How a promise stands: `ms` are left, or late. */
export interface Due {
  isLate: boolean;
  /** Less than an hour is left. */
  isSoon: boolean;
  ms: number;
  /** The length that the time left is drawn with, 0 to 1. By its root, so that the last hours still differ. */
  length: number;
}

export function dueOf(dueAt: string, now: Date): Due {
  const left = Date.parse(dueAt) - now.getTime();
  return {
    isLate: left < 0,
    isSoon: left >= 0 && left < hour,
    ms: Math.abs(left),
    length: Math.sqrt(Math.min(Math.max(left / fullMs, 0), 1)),
  };
}
