/** Of a row of choices, what keys need to know. */
interface KeyedRow {
  part: string;
  hotkey?: string;
  choices: readonly { id: string; hotkey?: string }[];
}

/** What a key means to the rows of a label. */
export type Meaning<R extends KeyedRow> =
  | { does: "choose"; row: R; id: string }
  | { does: "open"; row: R }
  | { does: "step"; by: 1 | -1 }
  | null;

const sides: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };
const ways: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * Left and right step within the open row, up and down lead to the next; a number chooses from anywhere, and a letter (by
 * its place on the keyboard, so that it is the same in every language) leads to its row, pressed again to the next choice
 * there. A row of one choice needs no second key.
 */
export function meaningOf<R extends KeyedRow>(
  { key, code }: { key: string; code: string },
  rows: readonly R[],
  open: R["part"],
): Meaning<R> {
  const by = sides[key];
  if (by) return { does: "step", by };
  const at = rows.findIndex(({ part }) => part === open);
  const way = ways[key];
  const next = way && rows[Math.min(rows.length - 1, Math.max(0, at + way))];
  if (next) return { does: "open", row: next };
  for (const row of rows)
    for (const { id, hotkey } of row.choices) if (hotkey === key) return { does: "choose", row, id };
  const named = rows.find(({ hotkey }) => hotkey && code === `Key${hotkey.toUpperCase()}`);
  const [only, ...others] = named?.choices ?? [];
  if (!named || !only) return null;
  if (others.length === 0) return { does: "choose", row: named, id: only.id };
  return named.part === open ? { does: "step", by: 1 } : { does: "open", row: named };
}
