import type { Labelled, LabelOutcome } from "@otklik/core/label/labeler";
import type { InputLine } from "./lines.ts";
import type { ReadMention } from "./mention.ts";
import type { Reading } from "./reading.ts";

/** What may be asked of a model in one call. */
const batch = 20;

/** A line of the output: `n` is the line of the input that it speaks of. */
export type LineLabelled = { n: number; id?: string | number; read?: ReadMention } & LabelOutcome;

export interface LineTools {
  read(line: InputLine): Reading;
  /** One outcome for each mention, in their order. */
  label(mentions: readonly Labelled[]): Promise<LabelOutcome[]>;
}

/** One outcome for each line but a header, in the order of the lines, holding no more of them than have arrived. */
export async function* labelledLines(
  blocks: AsyncIterable<readonly InputLine[]>,
  { read, label }: LineTools,
): AsyncGenerator<LineLabelled> {
  for await (const block of blocks) {
    for (let at = 0; at < block.length; at += batch) {
      const readings = block.slice(at, at + batch).map((line) => ({ n: line.n, reading: read(line) }));
      const mentions = readings.flatMap(({ reading }) => (isMention(reading) ? [reading.mention] : []));
      const outcomes = (await label(mentions)).values();
      for (const { n, reading } of readings) {
        if (reading === null) continue;
        if (!isMention(reading)) yield { n, ...reading };
        else
          yield {
            n,
            ...(reading.id !== undefined && { id: reading.id }),
            read: reading,
            ...(outcomes.next().value ?? { failed: `line ${n}: the labeler said nothing` }),
          };
      }
    }
  }
}

const isMention = (reading: Reading): reading is ReadMention => reading !== null && "mention" in reading;
