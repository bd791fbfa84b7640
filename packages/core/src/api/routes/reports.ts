import { z } from "zod";
import { GroupBy, Report } from "../../trend/report-view.ts";

/** A time in which a source could not be read. */
export const OutageView = z.object({
  source: z.string(),
  network: z.string(),
  from: z.iso.datetime(),
  /** Absent: it lasts. */
  until: z.iso.datetime().optional(),
});
export type OutageView = z.infer<typeof OutageView>;

export const ReportView = Report.extend({
  outages: z.array(OutageView),
  /** What the brand calls topics, where it has names of its own. */
  topicTitles: z.record(z.string(), z.string()),
});
export type ReportView = z.infer<typeof ReportView>;

export const reportRoutes = {
  /**
   * What was said in the days from `from` to `to` (ISO dates of UTC days, both included, at most three years) against
   * the days before. Days to come are left out.
   */
  "GET /api/reports": {
    rule: "session",
    input: z.object({
      brand: z.string().min(1).max(80),
      from: z.iso.date(),
      to: z.iso.date(),
      by: GroupBy.default("network"),
    }),
    output: ReportView,
  },
} as const;
