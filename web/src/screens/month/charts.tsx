import type { ReportView } from "@otklik/core/api/routes/reports";
import { useCallback } from "react";
import type { Inks } from "../../month/inks.ts";
import type { Voice } from "../../month/use-voice.ts";
import { Chart } from "./chart.tsx";
import { drawRating } from "./draw-rating.ts";
import { drawVolume } from "./draw-volume.ts";

interface MonthChartProps {
  report: ReportView;
  voice: Voice;
  label: string;
}

export function RatingChart({ report, voice, label }: MonthChartProps) {
  const draw = useCallback((inks: Inks) => drawRating(report, voice, inks), [report, voice]);
  return <Chart label={label} height={200} draw={draw} />;
}

export function VolumeChart({ report, voice, label }: MonthChartProps) {
  const draw = useCallback((inks: Inks) => drawVolume(report, voice, inks), [report, voice]);
  return <Chart label={label} height={180} draw={draw} />;
}
