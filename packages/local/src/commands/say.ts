import type { z } from "zod";

/** A line for a person or a program that reads the output. */
export const say = (line = ""): void => void process.stdout.write(`${line}\n`);
/** A line for the person beside the output: progress, advice, what went wrong. */
export const tell = (line = ""): void => void process.stderr.write(`${line}\n`);
/** One JSON value a line. */
export const sayJson = (value: unknown): void => say(JSON.stringify(value));

/** Columns of words, each as wide as its widest. */
export function sayTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of rows)
    say(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}

/** Which fields are wrong, and how, in one line. */
export const wrongIn = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => [path.join("."), message].filter(Boolean).join(": ")).join("; ");
