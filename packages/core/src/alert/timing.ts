import type { Alerting, AlertKind, AlertRule } from "./alerting.ts";
import { minutesOf, nextLocalTime, wallClock } from "./wall-clock.ts";

/** What comes one by one is gathered this long before it is told. */
const gatherMs = 30_000;
/** Of each rule a channel hears at most one message in this time; of what is urgent, at most `urgentBurst`. */
const windowMs = 600_000;
const urgentBurst = 5;
/** So many of the last tellings decide when the next may be. */
export const toldKept = urgentBurst;

export type Quiet = Pick<Alerting, "quietHours" | "timeZone">;

/** Does this instant lie in the brand's quiet hours? They may pass midnight; equal ends mean none. */
export function isQuiet(at: Date, { quietHours, timeZone }: Quiet): boolean {
  if (!quietHours) return false;
  const from = minutesOf(quietHours.from);
  const until = minutesOf(quietHours.until);
  const now = wallClock(timeZone)(at).minutes;
  return from <= until ? from <= now && now < until : from <= now || now < until;
}

/**
 * When a line may speak of what waits there. `since`: when the first of it came; `told`: its last tellings, oldest
 * first, `toldKept` at most. A digest has its own time, so quiet hours do not hold it.
 */
export function mayTellAt(
  rule: { kind: AlertKind; throughQuietHours?: boolean },
  { since, told }: { since: Date; told: readonly Date[] },
  quiet: Quiet,
): Date {
  if (rule.kind === "digest") return since;
  const before = rule.kind === "urgent" ? told.at(-urgentBurst) : told.at(-1);
  const ready = since.getTime() + (rule.kind === "urgent" ? 0 : gatherMs);
  const at = new Date(Math.max(ready, before ? before.getTime() + windowMs : 0));
  if (rule.throughQuietHours || !quiet.quietHours || !isQuiet(at, quiet)) return at;
  return nextLocalTime(at, quiet.quietHours.until, quiet.timeZone);
}

/** The messages that alerts lead to, were each told as soon as its line may: the rule of production, played through. */
export function replay<A extends { at: Date }>(
  rule: AlertRule,
  alerts: readonly A[],
  quiet: Quiet,
): { at: Date; alerts: A[] }[] {
  const waiting = alerts.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const messages: { at: Date; alerts: A[] }[] = [];
  for (let from = 0; from < waiting.length; ) {
    const since = (waiting[from] as A).at;
    const told = messages.slice(-toldKept).map((message) => message.at);
    const at = mayTellAt(rule, { since, told }, quiet);
    const later = waiting.findIndex((one, place) => place > from && one.at > at);
    const until = later < 0 ? waiting.length : later;
    messages.push({ at, alerts: waiting.slice(from, until) });
    from = until;
  }
  return messages;
}

/** How long a line rests after so many attempts in a row: from 30 s, doubling, ten minutes at most. `chance` in [0, 1). */
export const restMs = (attempts: number, chance: number): number =>
  Math.min(30_000 * 2 ** (attempts - 1), windowMs) * (0.75 + chance / 4);
