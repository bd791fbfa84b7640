import type { Label } from "@otklik/core/label/label";
import type { Labeler, Labelled } from "@otklik/core/label/labeler";
import type { Peer } from "./peers.ts";
import type { Row } from "./rows.ts";
import { type Judged, sideOf } from "./side.ts";

const batch = 500;

/**
 * The labels of all rows, in their order. A text of which the labeler says nothing would have to be counted somewhere: it
 * must not happen.
 * @throws Error naming the row, never its words
 */
export const labelsOf = async (
  labeler: Labeler,
  rows: readonly Row[],
  options: { stars: boolean },
): Promise<Label[]> => {
  const labels: Label[] = [];
  for (let at = 0; at < rows.length; at += batch) {
    const some = rows.slice(at, at + batch);
    const outcomes = await labeler.label(
      some.map((row) => mentionOf(row, options)),
      { workspaceId: "evaluate" },
    );
    for (const [place, row] of some.entries()) {
      const outcome = outcomes[place];
      if (!outcome || !("label" in outcome))
        throw new Error(`${labeler.name} gave no label for ${row.id}: ${outcome?.failed ?? "no outcome"}`);
      labels.push(outcome.label);
    }
  }
  return labels;
};

/** What the labels of some rows, in their order, say of the mood. */
export const judgedBy = (labels: readonly Label[], rows: readonly Row[]): Judged[] =>
  labels.map(({ sentiment: { is, confidence } }, at) => ({
    is: (rows[at] as Row).is,
    said: sideOf(is),
    confidence,
  }));

/** All as reviews and without the language that the data states: as text that comes from nowhere. */
const mentionOf = ({ text, rating }: Row, { stars }: { stars: boolean }): Labelled => ({
  kind: "review",
  text,
  ...(stars && rating && { rating }),
});

/** What a package says of the rows, all of them in its language; it tells no confidence. */
export const judgeByPeer = async (peer: Peer, rows: readonly Row[]): Promise<Judged[]> => {
  const judged: Judged[] = [];
  for (const { is, text } of rows) judged.push({ is, said: await peer.say(text) });
  return judged;
};
