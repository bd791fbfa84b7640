import type { ReportView } from "@otklik/core/api/routes/reports";
import type { Point } from "@otklik/core/trend/report-view";
import type { Inks } from "../../month/inks.ts";
import { middleOf } from "../../month/scale.ts";
import type { Voice } from "../../month/use-voice.ts";
import type { Drawing } from "./chart.tsx";
import { frameOf, hatchOutages, labelEnds } from "./frame.ts";

type Known = number | null | undefined;

/** A gap (null) where nobody could look, and only no point (undefined) where nobody rated. */
const knownOf = (point: Point, of: "is" | "low" | "high"): Known =>
  point.blind ? null : point.average?.[of];

/** Average ratings on the whole scale from one to five, with the band of what so few ratings allow. */
export function drawRating(report: ReportView, voice: Voice, inks: Inks): Drawing {
  const { points } = report;
  const frame = { report, inks, voice, y: { min: 1, max: 5, splits: [1, 2, 3, 4, 5] } };
  const last = points.findLast((point) => knownOf(point, "is"))?.average;
  const end = last ? [{ text: voice.formats.rating(last.is), colour: inks.accent, at: last.is }] : [];
  const column = (of: "is" | "low" | "high") => points.map((point) => knownOf(point, of));
  const edge = { stroke: "transparent", points: { show: false } };
  return {
    data: [points.map(middleOf), column("high"), column("low"), column("is")] as Drawing["data"],
    options: {
      ...frameOf(frame),
      series: [
        {},
        edge,
        edge,
        { stroke: inks.accent, width: 2, points: { size: 4, stroke: inks.accent, fill: inks.accent } },
      ],
      bands: [{ series: [1, 2], fill: `color-mix(in oklch, ${inks.accent} 18%, transparent)` }],
      hooks: { drawClear: [hatchOutages(frame)], draw: [labelEnds(end)] },
    },
  };
}
