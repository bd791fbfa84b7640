import type { Label } from "@otklik/core/label/label";
import { isUnsure } from "@otklik/core/label/label";
import type { Labelled } from "@otklik/core/label/labeler";

const widths = [6, 10, 5, 15, 18, 26] as const;
const textWidth = 60;

export const tableHead = (): string =>
  row(["line", "sentiment", "sure", "emotion", "urgency", "topics"], "text");

/** One label for a person's eyes; columns of fixed width, since the lines that follow are not known yet. */
export const tableRow = (n: number, label: Label, { title, text, pros, cons }: Labelled): string => {
  const words = [title, text, pros, cons].filter(Boolean).join(" · ").replace(/\s+/gu, " ");
  const { sentiment, emotion, urgency, topics } = label;
  return row(
    [
      String(n),
      isUnsure(label) ? `${sentiment.is}?` : sentiment.is,
      `${Math.round(100 * sentiment.confidence)} %`,
      emotion.is,
      urgency.map(({ reason }) => reason).join(", "),
      topics.join(", "),
    ],
    words,
  );
};

export const tableFailed = (n: number, failed: string): string => `${String(n).padEnd(widths[0])}  ${failed}`;

const row = (cells: readonly string[], text: string): string =>
  [...cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)), cut(text)].join("  ").trimEnd();

const cut = (text: string): string => {
  const letters = [...text];
  return letters.length > textWidth ? `${letters.slice(0, textWidth - 1).join("")}…` : text;
};
