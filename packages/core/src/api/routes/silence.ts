import { z } from "zod";
import { Mood } from "../../label/label.ts";
import { MentionKind, Rating } from "../../mention/found.ts";
import { Silence, Verdict } from "../../silence/silence.ts";

const Brand = z.string().min(1).max(80);
const Share = z.number().min(0).max(1);

export const MissRateView = z.object({
  is: Share,
  low: Share,
  high: Share,
  seen: z.number(),
  missed: z.number(),
});

/** One of the sample, with enough of it to judge by. */
export const SilentView = z.object({
  id: z.string(),
  silence: Silence,
  verdict: Verdict.optional(),
  by: z.string().optional(),
  network: z.string(),
  kind: MentionKind,
  author: z.string().optional(),
  rating: Rating.optional(),
  mood: Mood,
  language: z.string(),
  words: z.string(),
  postedAt: z.iso.datetime(),
});
export type SilentView = z.infer<typeof SilentView>;

export const SilenceAuditView = z.object({
  week: z.iso.date(),
  population: z.object({ harmless: z.number(), closed: z.number() }),
  sample: z.array(SilentView),
  /** Null while nobody has looked. */
  rate: MissRateView.nullable(),
  /** The weeks before, the latest first. */
  past: z.array(z.object({ week: z.iso.date(), rate: MissRateView.nullable() })),
});
export type SilenceAuditView = z.infer<typeof SilenceAuditView>;

export const silenceRoutes = {
  /** The silence audit of a week (its Monday); without one, of the last week that is over. */
  "GET /api/silence": {
    rule: "session",
    input: z.object({ brand: Brand, week: z.iso.date().optional() }),
    output: SilenceAuditView,
  },
  /** A second look at one of the sample; what was missed and is closed comes back to the inbox. Null takes it back. */
  "PUT /api/silence/:id": {
    rule: "session",
    input: z.object({ brand: Brand, week: z.iso.date(), id: Brand, verdict: Verdict.nullable() }),
    output: SilenceAuditView,
  },
} as const;
