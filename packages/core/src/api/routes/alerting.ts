import { z } from "zod";
import { Alerting, AlertRule, Channel, TimeZone } from "../../alert/alerting.ts";
import { Said } from "../../said.ts";

const Id = z.string().min(1).max(80);
const At = z.iso.datetime();
const Brand = { brand: Id };

/** A channel as the browser may see it: never the webhook itself. */
export const ChannelView = z.object({
  id: z.string(),
  is: z.enum(["slack", "email"]),
  title: z.string(),
  /** The last thing it was told, and why it cannot be told now. */
  lastToldAt: At.nullable(),
  /** Alerts that wait to be told there. */
  waiting: z.number(),
  broken: z.object({ why: Said, at: At }).nullable(),
});
export type ChannelView = z.infer<typeof ChannelView>;

export const AlertingView = z.object({
  ...Alerting.omit({ channels: true }).shape,
  channels: z.array(ChannelView),
  /** False: no mail server is configured, and letters are shown in the app instead. */
  sendsMail: z.boolean(),
  /** The address that links begin with, or null while none is set. */
  publicUrl: z.string().nullable(),
});
export type AlertingView = z.infer<typeof AlertingView>;

/** What a rule would have sent: each message with its count and its first mentions. */
export const RehearsalView = z.object({
  since: At,
  until: At,
  alerts: z.number(),
  messages: z.array(
    z.object({
      at: At,
      count: z.number(),
      top: z.array(z.object({ path: z.string(), title: z.string(), text: z.string() })),
    }),
  ),
  /** Not all mentions of the time could be looked at. */
  partial: z.boolean(),
});
export type RehearsalView = z.infer<typeof RehearsalView>;

export const LetterView = z.object({
  id: z.string(),
  at: At,
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
export type LetterView = z.infer<typeof LetterView>;

const Settings = Alerting.omit({ channels: true }).extend({ timeZone: TimeZone });

export const alertingRoutes = {
  "GET /api/alerting": { rule: "session", input: z.object(Brand), output: AlertingView },
  "PUT /api/alerting": {
    rule: "session",
    input: z.object({ ...Brand, ...Settings.shape }),
    output: AlertingView,
  },
  "POST /api/alerting/channels": {
    rule: "session",
    input: z.object({
      ...Brand,
      channel: z.discriminatedUnion("is", [
        z.object({
          is: z.literal("slack"),
          title: z.string().trim().min(1).max(80),
          webhook: z.url({ protocol: /^https?$/ }).max(500),
        }),
        Channel.options[1].omit({ id: true }),
      ]),
    }),
    output: AlertingView,
  },
  "DELETE /api/alerting/channels/:id": {
    rule: "session",
    input: z.object({ ...Brand, id: Id }),
    output: AlertingView,
  },
  /** Sends a trial now, and says plainly what came of it. */
  "POST /api/alerting/channels/:id/trial": {
    rule: "session",
    input: z.object({ ...Brand, id: Id }),
    output: AlertingView,
  },
  /** What this rule, as it stands in the request, would have sent in the last seven days. */
  "POST /api/alerting/rehearsal": {
    rule: "session",
    input: z.object({
      ...Brand,
      rule: AlertRule,
      timeZone: TimeZone,
      quietHours: Alerting.shape.quietHours,
    }),
    output: RehearsalView,
  },
  /** Letters kept here since no mail server is configured, newest first. */
  "GET /api/letters": {
    rule: "session",
    input: z.object({ after: z.string().max(200).optional() }),
    output: z.object({ letters: z.array(LetterView), next: z.string().nullable() }),
  },
} as const;
