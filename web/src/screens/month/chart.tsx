import { useLayoutEffect, useRef, useState } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { type Inks, inksOf } from "../../month/inks.ts";
import { useIsPrinting } from "../../month/use-printing.ts";
import { usePreferences } from "../../preferences.ts";

/** CSS pixels: what fits between the margins of an A4 sheet. */
const paperWidth = 700;
const dark = matchMedia("(prefers-color-scheme: dark)");

export interface Drawing {
  options: Omit<uPlot.Options, "width" | "height">;
  data: uPlot.AlignedData;
}

interface ChartProps {
  /** What it proves; its numbers stand in a table beside it. */
  label: string;
  height: number;
  draw(inks: Inks): Drawing;
}

/** A chart as wide as its place, drawn anew when the theme, the paper or what it shows changes. */
export function Chart({ label, height, draw }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { theme } = usePreferences();
  const isPrinting = useIsPrinting();
  const [systemTurns, setSystemTurns] = useState(0);

  useLayoutEffect(() => {
    const turn = () => setSystemTurns((turns) => turns + 1);
    dark.addEventListener("change", turn);
    return () => dark.removeEventListener("change", turn);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new theme changes what the same tokens mean
  useLayoutEffect(() => {
    if (!place.current || width === 0) return;
    const { options, data } = draw(inksOf(place.current, isPrinting));
    const size = { width: isPrinting ? paperWidth : width, height: isPrinting ? height * 0.65 : height };
    const chart = new uPlot({ ...options, ...size }, data, place.current);
    return () => chart.destroy();
  }, [draw, width, height, isPrinting, theme, systemTurns]);

  return <div ref={place} role="img" aria-label={label} style={{ minHeight: isPrinting ? 0 : height }} />;
}

function useWidth(place: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!place.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
