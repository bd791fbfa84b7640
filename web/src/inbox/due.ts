import type { InboxCard } from "@otklik/core/api/views";

/** How a promise stands. `part` of its time is left, 1 to 0; `ms` are left, or late. */
export interface Due {
  isLate: boolean;
  /** Less than a quarter of the time is left. */
  isSoon: boolean;
  part: number;
  ms: number;
}

export function dueOf({ postedAt, dueAt }: Pick<InboxCard, "postedAt" | "dueAt">, now: Date): Due {
  const left = Date.parse(dueAt) - now.getTime();
  const whole = Math.max(Date.parse(dueAt) - Date.parse(postedAt), 1);
  const part = Math.min(Math.max(left / whole, 0), 1);
  return { isLate: left < 0, isSoon: left >= 0 && part < 0.25, part, ms: Math.abs(left) };
}
