import { about, type Finding, spanOf } from "./finding.ts";
import { type LookAround, numberOf } from "./look-around.ts";

const mostBackMs = 3 * 60_000; // a schedule's slot, and the seconds that a clock may be corrected by
const mostSkewMs = 60_000;

const setIt = "Set this machine's clock and keep it right: timedatectl set-ntp true";

/** The date that somebody's answer bore, and ours at that moment. */
export interface SeenDate {
  date: Date;
  at: Date;
  who: string;
}

/** How far this clock is from those of others, and whether it stands before what this home has already seen. */
export function examineClock(
  { db, now }: Pick<LookAround, "db" | "now">,
  seen: readonly SeenDate[],
): Finding[] {
  const { fine, act } = about("clock");
  const off = seen.map(({ date, at, who }) => ({ who, ms: at.getTime() - date.getTime() }));
  const worst = off.toSorted((a, b) => Math.abs(b.ms) - Math.abs(a.ms))[0];
  if (worst && Math.abs(worst.ms) > mostSkewMs)
    return [act(`${spanOf(worst.ms)} ${worst.ms < 0 ? "behind" : "ahead of"} ${worst.who}`, setIt)];
  const back = (numberOf(db, "SELECT max(fired_at) FROM schedule") ?? 0) - now().getTime();
  if (back > mostBackMs)
    return [act(`it stands ${spanOf(back)} before what has already happened here`, setIt)];
  return [fine(worst ? `agrees with ${worst.who}` : `${now().toISOString()}, after all that happened here`)];
}
