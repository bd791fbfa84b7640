/** The letters that lead to the rows of a label, by their place on the keyboard, as everywhere in the app. */
export const rowKeys = {
  complaint: "c",
  emotion: "m",
  topics: "t",
  urgency: "u",
  flags: "b",
  touchpoint: "p",
  wish: "w",
} as const;

/**
 * Moves the focus among the rows of a label: up and down from row to row, left and right within one, and by a row's
 * letter to that row, again to its next choice. False for a key that moves nothing.
 */
export function stepTo(form: HTMLElement | null, { key, code }: { key: string; code: string }): boolean {
  const rows = [...(form?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const [up, side] = [arrows.upDown[key], arrows.sides[key]];
  if (up !== undefined) return enter(rows[Math.min(rows.length - 1, Math.max(0, at + up))]);
  if (side !== undefined) return stepWithin(rows[at], side);
  const named = rows.findIndex(
    (row) => row.dataset.row !== "" && code === `Key${row.dataset.row?.toUpperCase()}`,
  );
  if (named < 0) return false;
  return named === at ? stepWithin(rows[at], 1) : enter(rows[named]);
}

const arrows: Record<"upDown" | "sides", Readonly<Record<string, number>>> = {
  upDown: { ArrowUp: -1, ArrowDown: 1 },
  sides: { ArrowLeft: -1, ArrowRight: 1 },
};

const enter = (row: HTMLElement | undefined): boolean => {
  row?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  return row !== undefined;
};

function stepWithin(row: HTMLElement | undefined, step: number): boolean {
  const choices = [...(row?.querySelectorAll("button") ?? [])];
  const at = choices.findIndex((one) => one.matches(":focus"));
  choices[(at + step + choices.length) % choices.length]?.focus();
  return row !== undefined;
}
