import type { ReportView } from "@otklik/core/api/routes/reports";
import type uPlot from "uplot";
import type { Inks } from "../../month/inks.ts";
import { boundsOf, dateOf, middleOf, spread, thinned, ticksOf } from "../../month/scale.ts";
import type { Voice } from "../../month/use-voice.ts";

const font = "12px system-ui, sans-serif";
/** Room at the right for the labels at the lines' ends. */
const labelRoom = 96;
/** Room for a day's name, with its year. */
const tickRoom = 84;

export interface Frame {
  report: Pick<ReportView, "range" | "outages">;
  inks: Inks;
  voice: Voice;
  y: { min: number; max: number; splits: number[] };
}

/** What both charts share: days below, a scale at the left, outages as hatched gaps. */
export function frameOf({
  report,
  inks,
  voice,
  y,
}: Frame): Pick<uPlot.Options, "scales" | "axes" | "legend" | "cursor" | "padding"> {
  const ticks = ticksOf(report.range);
  const axis = { stroke: inks["ink-soft"], font, ticks: { show: false } } satisfies uPlot.Axis;
  return {
    scales: { x: { time: false, range: boundsOf(report.range) }, y: { range: [y.min, y.max] } },
    axes: [
      {
        ...axis,
        size: 28,
        gap: 8,
        grid: { show: false },
        splits: (chart) =>
          thinned(ticks, chart.bbox.width / devicePixelRatio / tickRoom).map((tick) =>
            middleOf({ from: tick, to: tick }),
          ),
        values: (_, splits) => splits.map((at) => voice.formats.day(dateOf(at))),
      },
      {
        ...axis,
        size: 32,
        gap: 4,
        grid: { stroke: inks.line, width: 1 },
        splits: () => y.splits,
        values: () => y.splits.map((value) => voice.formats.number(value)),
      },
    ],
    legend: { show: false },
    cursor: { show: false },
    padding: [8, labelRoom, 0, 0],
  };
}

/** Hatches the times in which a source could not be read, under all that is drawn. */
export function hatchOutages({ report, inks, voice }: Pick<Frame, "report" | "inks" | "voice">) {
  return (chart: uPlot): void => {
    const { ctx, bbox } = chart;
    const [from, to] = boundsOf(report.range);
    const ratio = devicePixelRatio;
    for (const outage of report.outages) {
      const starts = Math.max(from, Date.parse(outage.from) / 1000);
      const ends = outage.until ? Math.min(to, Date.parse(outage.until) / 1000) : to;
      const left = chart.valToPos(starts, "x", true);
      const width = Math.max(2 * ratio, chart.valToPos(ends, "x", true) - left);
      ctx.save();
      ctx.beginPath();
      ctx.rect(left, bbox.top, width, bbox.height);
      ctx.clip();
      ctx.strokeStyle = inks.edge;
      ctx.globalAlpha = 0.6;
      ctx.lineWidth = ratio;
      ctx.beginPath();
      for (let x = left - bbox.height; x < left + width; x += 7 * ratio) {
        ctx.moveTo(x, bbox.top + bbox.height);
        ctx.lineTo(x + bbox.height, bbox.top);
      }
      ctx.stroke();
      ctx.globalAlpha = 1;
      ctx.font = `${12 * ratio}px system-ui, sans-serif`;
      const said = voice.month.notRead;
      const room = ctx.measureText(said).width + 8 * ratio;
      if (room < width) {
        const middle = left + width / 2;
        ctx.fillStyle = inks.surface;
        ctx.fillRect(middle - room / 2, bbox.top, room, 18 * ratio);
        ctx.fillStyle = inks["ink-soft"];
        ctx.textAlign = "center";
        ctx.textBaseline = "top";
        ctx.fillText(said, middle, bbox.top + 2 * ratio);
      }
      ctx.restore();
    }
  };
}

/** A word at the end of a line, in its colour. */
export interface EndLabel {
  text: string;
  colour: string;
  /** The value beside which it stands. */
  at: number;
}

/** Labels instead of a legend, moved apart where they would overlap. Given from the top down. */
export function labelEnds(labels: readonly EndLabel[]) {
  return (chart: uPlot): void => {
    const { ctx, bbox } = chart;
    const ratio = devicePixelRatio;
    const places = spread(
      labels.map(({ at }) => chart.valToPos(at, "y", true)),
      15 * ratio,
      [bbox.top + 6 * ratio, bbox.top + bbox.height - 6 * ratio],
    );
    ctx.save();
    ctx.font = `${12 * ratio}px system-ui, sans-serif`;
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    for (const [at, { text, colour }] of labels.entries()) {
      ctx.fillStyle = colour;
      ctx.fillText(text, bbox.left + bbox.width + 8 * ratio, places[at] ?? 0);
    }
    ctx.restore();
  };
}
