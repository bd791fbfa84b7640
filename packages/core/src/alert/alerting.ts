import { z } from "zod";
import { Language } from "../workspace/workspace.ts";

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Id = z.string().regex(/^[0-9a-z]{4,32}$/);

/** A name of the IANA time zone database. */
export const TimeZone = z.string().refine(isTimeZone, "not a time zone");

/** Where a brand's people are told. A Slack webhook is as good as a password, so it is kept sealed. */
export const Channel = z.discriminatedUnion("is", [
  z.object({ is: z.literal("slack"), id: Id, title: z.string().trim().min(1).max(80), webhook: z.string() }),
  z.object({ is: z.literal("email"), id: Id, address: z.email() }),
]);
export type Channel = z.infer<typeof Channel>;

const Rule = {
  id: Id,
  on: z.boolean(),
  /** Ids of channels; a rule without any tells nobody. */
  to: z.array(Id).max(20),
};
const MentionRule = {
  ...Rule,
  /** Only these networks; none named: all. */
  networks: z.array(z.string()).max(50).default([]),
  /** Told at night too. */
  throughQuietHours: z.boolean(),
};

/** The condition, and who is told when it comes true. */
export const AlertRule = z.discriminatedUnion("kind", [
  /** A mention that cannot wait: told at once. */
  z.object({ ...MentionRule, kind: z.literal("urgent") }),
  /** Negative or low in stars: told together. */
  z.object({ ...MentionRule, kind: z.literal("negative") }),
  /** A reply was promised by now and is not there. */
  z.object({ ...MentionRule, kind: z.literal("breach") }),
  /** A source that can no longer be read. */
  z.object({ ...MentionRule, kind: z.literal("failing") }),
  /** Yesterday in figures, each day at this time. */
  z.object({ ...Rule, kind: z.literal("digest"), at: TimeOfDay }),
]);
export type AlertRule = z.infer<typeof AlertRule>;
export type AlertKind = AlertRule["kind"];

/** How a brand's people are told of what cannot wait until they look. */
export const Alerting = z.object({
  language: Language.default("ru"),
  timeZone: TimeZone.default("Europe/Moscow"),
  /** Between these times of day only what may pass is told; the rest waits for their end. */
  quietHours: z.object({ from: TimeOfDay, until: TimeOfDay }).nullable().default(null),
  channels: z.array(Channel).max(20).default([]),
  rules: z.array(AlertRule).max(30),
});
export type Alerting = z.infer<typeof Alerting>;

/** What a brand begins with: every rule on, and nobody to tell yet. */
export const defaultAlerting: Alerting = Alerting.parse({
  rules: [
    { id: "urgent", kind: "urgent", on: true, to: [], throughQuietHours: true },
    { id: "negative", kind: "negative", on: true, to: [], throughQuietHours: false },
    { id: "breach", kind: "breach", on: true, to: [], throughQuietHours: false },
    { id: "failing", kind: "failing", on: true, to: [], throughQuietHours: false },
    { id: "digest", kind: "digest", on: true, to: [], at: "09:00" },
  ],
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
