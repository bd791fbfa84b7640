import { z } from "zod";
import { digest } from "../id.ts";
import { Instant } from "../json.ts";
import { addDays } from "../trend/calendar.ts";
import { type Interval, shareInterval } from "../trend/interval.ts";
import type { Contribution } from "../trend/trend.ts";

/** Why nobody looked: the label called it harmless, or it left the inbox without an answer. */
export const silences = ["harmless", "closed"] as const;
export const Silence = z.enum(silences);
export type Silence = z.infer<typeof Silence>;

/** A person's second look: the silence was right, or something was missed. */
export const Verdict = z.enum(["right", "missed"]);
export type Verdict = z.infer<typeof Verdict>;

/** The silence audit of a brand's week: a sample of what nobody looked at, for a second look. */
export const SilenceAudit = z.object({
  /** The week's Monday, an ISO date of a UTC day. */
  week: z.iso.date(),
  /** How many such mentions the week had, of which the sample was drawn. */
  population: z.object({ harmless: z.number().int(), closed: z.number().int() }),
  sample: z.array(
    z.object({
      id: z.string(),
      silence: Silence,
      seen: z.object({ verdict: Verdict, by: z.string(), at: Instant }).optional(),
    }),
  ),
});
export type SilenceAudit = z.infer<typeof SilenceAudit>;

/** So many of each kind are drawn: of 20 with none missed, the rate is below 16 % with 95 % confidence. */
export const sampleSize = 20;

/** Why nobody looks at this one; null where somebody does or did, or where it is gone. A chat's later messages are not counted. */
export function silenceOf(mentionId: string, one: Contribution): Silence | null {
  const { removed, sentiment, priority, open, answered, conversation } = one;
  if (removed || conversation !== mentionId) return null;
  const isPressing = priority === "urgent" || priority === "high";
  if (!isPressing && (sentiment === "positive" || sentiment === "neutral")) return "harmless";
  return open || answered ? null : "closed";
}

/** The Monday of an ISO date's week. */
export const weekOf = (day: string): string =>
  addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** The week before the one that this day is in. */
export const lastWeek = (day: string): string => addDays(weekOf(day), -7);

/** A fair draw that is the same however often it is made: ids are ordered by a hash of week and id. */
export function drawSample(week: string, silent: readonly { id: string; silence: Silence }[]): SilenceAudit {
  const of = (silence: Silence) => silent.filter((one) => one.silence === silence);
  const orderOf = new Map(silent.map(({ id }) => [id, digest([week, id])]));
  const first = (silence: Silence) =>
    of(silence)
      .map(({ id }) => ({ id, silence }))
      .sort((a, b) => ((orderOf.get(a.id) ?? "") < (orderOf.get(b.id) ?? "") ? -1 : 1))
      .slice(0, sampleSize);
  return {
    week,
    population: { harmless: of("harmless").length, closed: of("closed").length },
    sample: silences.flatMap(first),
  };
}

/** A part of one with the interval of 95 %, of so many that were looked at. */
export interface MissRate extends Interval {
  is: number;
  seen: number;
  missed: number;
}

/** How much was missed of one kind; null while nobody has looked. */
export function missRateOf({ sample }: Pick<SilenceAudit, "sample">, silence: Silence): MissRate | null {
  const seen = sample.filter((one) => one.silence === silence && one.seen);
  if (seen.length === 0) return null;
  const missed = seen.filter((one) => one.seen?.verdict === "missed").length;
  const is = missed / seen.length;
  return { is, seen: seen.length, missed, ...shareInterval(is, seen.length) };
}

/**
 * How much was missed in all: each kind counts by its part of the week, not of the sample. The interval is put together
 * from those of the kinds. Source: Zou and Donner, Statistics in Medicine 27 (2008), for a weighted sum.
 */
export function missRate(audit: Pick<SilenceAudit, "population" | "sample">): MissRate | null {
  const parts = silences.flatMap((silence) => {
    const rate = missRateOf(audit, silence);
    return rate ? [{ ...rate, weight: audit.population[silence] }] : [];
  });
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return null;
  const sum = (of: (part: (typeof parts)[number]) => number): number =>
    parts.reduce((total, part) => total + (part.weight / whole) * of(part), 0);
  const spread = (of: (part: (typeof parts)[number]) => number): number =>
    Math.hypot(...parts.map((part) => (part.weight / whole) * of(part)));
  const is = sum((part) => part.is);
  return {
    is,
    low: Math.max(0, is - spread((part) => part.is - part.low)),
    high: Math.min(1, is + spread((part) => part.high - part.is)),
    seen: parts.reduce((total, { seen }) => total + seen, 0),
    missed: parts.reduce((total, { missed }) => total + missed, 0),
  };
}

/** With a person's verdict on one of the sample; null takes it back. One that is not in the sample changes nothing. */
export const withVerdict = (
  audit: SilenceAudit,
  { id, verdict, by, at }: { id: string; verdict: Verdict | null; by: string; at: Date },
): SilenceAudit => ({
  ...audit,
  sample: audit.sample.map(({ seen, ...one }) =>
    one.id !== id
      ? { ...one, ...(seen && { seen }) }
      : { ...one, ...(verdict && { seen: { verdict, by, at } }) },
  ),
});
