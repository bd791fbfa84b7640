import type { ReportView } from "@otklik/core/api/routes/reports";
import type { Point } from "@otklik/core/trend/report-view";
import uPlot from "uplot";
import type { Inks } from "../../month/inks.ts";
import { daysIn } from "../../month/say.ts";
import { middleOf, roundUp } from "../../month/scale.ts";
import type { Voice } from "../../month/use-voice.ts";
import { moods } from "../../parts/sentiment.tsx";
import type { Drawing } from "./chart.tsx";
import { frameOf, hatchOutages, labelEnds } from "./frame.ts";

/**
 * Mentions a day, piled by sentiment from the ground up: complaints stand on zero, where their change is seen best, and
 * what we are unsure of lies pale on top. A week shows its average day, so that a short one does not look calm. */
export function drawVolume(report: ReportView, voice: Voice, inks: Inks): Drawing {
  const { points, now } = report;
  const upTo = (point: Point, layer: number): number =>
    moods.slice(0, layer + 1).reduce((sum, name) => sum + point.bySentiment[name], 0) / daysIn(point);
  const layers = moods.map((_, layer) => points.map((point) => upTo(point, layer)));
  const top = roundUp(Math.max(1, ...(layers.at(-1) ?? [])));
  const splits = top === 1 ? [0, 1] : [0, top / 2, top];
  const frame = { report, inks, voice, y: { min: 0, max: top, splits } };
  const colours = {
    negative: inks.negative,
    mixed: inks.mixed,
    neutral: inks["ink-soft"],
    positive: inks.positive,
    unsure: inks.line,
  };
  const bars = uPlot.paths.bars?.({ size: [0.8, 28], align: 0 });
  // the tallest pile is drawn first, and each shorter one over it
  const drawn = [...moods.keys()].reverse();
  const last = points.findLast(({ mentions }) => mentions > 0);
  const labels = drawn.flatMap((layer) => {
    const name = moods[layer] ?? "neutral";
    if (!last || now.bySentiment[name] === 0) return [];
    const middle = (upTo(last, layer) + (layer > 0 ? upTo(last, layer - 1) : 0)) / 2;
    return [
      {
        text: voice.labels.sentiment[name],
        colour: name === "unsure" ? inks["ink-soft"] : colours[name],
        at: middle,
      },
    ];
  });
  return {
    data: [points.map(middleOf), ...drawn.map((layer) => layers[layer] ?? [])],
    options: {
      ...frameOf(frame),
      series: [
        {},
        ...drawn.map((layer) => {
          const colour = colours[moods[layer] ?? "neutral"];
          return {
            stroke: colour,
            fill: colour,
            width: 0,
            points: { show: false },
            ...(bars ? { paths: bars } : {}),
          };
        }),
      ],
      hooks: { drawClear: [hatchOutages(frame)], draw: [labelEnds(labels)] },
    },
  };
}
