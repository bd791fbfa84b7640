import type { LabelView } from "@otklik/core/api/views";

export type Field = "title" | "text" | "pros" | "cons";

/** A stretch of a field's text, in UTF-16 units, and what it tells: "urgency.health", "contact.phone", "name.product". */
export interface Mark {
  from: number;
  to: number;
  of: string;
  /** Of a name: as the brand spells it. */
  name?: string;
}

/** A piece of text between two edges of marks, with all marks that lie over it. */
export interface Piece {
  text: string;
  marks: readonly Mark[];
}

/** All that a label points at in one field of its mention. */
export function marksIn(label: LabelView, field: Field, text: string): Mark[] {
  const here = <T extends { in: Field }>(all: readonly T[]): T[] => all.filter((one) => one.in === field);
  return [
    ...here(label.evidence),
    ...label.urgency.flatMap((one) => quoted(label, one, text)),
    ...here(label.names).map(({ is, ...span }) => ({ ...span, of: `name.${is}` })),
    ...here(label.contacts).map(({ is, ...span }) => ({ ...span, of: `contact.${is}` })),
  ];
}

/** What was labelled before labels told of places quotes the customer: those words are found again where they stand. */
function quoted(label: LabelView, { reason, words }: LabelView["urgency"][number], text: string): Mark[] {
  const of = `urgency.${reason}`;
  if (words.trim() === "" || label.evidence.some((one) => one.of === of)) return [];
  const from = text.toLowerCase().indexOf(words.toLowerCase());
  return from < 0 ? [] : [{ from, to: from + words.length, of }];
}

/** A text cut at the edges of its marks, which may overlap. What reaches past the text is cut off. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const within = marks.filter(({ from, to }) => from < to && from < text.length);
  const edges = new Set([0, text.length, ...within.flatMap(({ from, to }) => [from, to])]);
  const cuts = [...edges].filter((at) => at <= text.length).sort((a, b) => a - b);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0;
    return { text: text.slice(from, to), marks: within.filter((one) => one.from <= from && one.to >= to) };
  });
}

/** The customer's words that led to one of these parts of the label, in their order in the mention. */
export function quotesOf(
  { label, ...said }: { label: LabelView } & { [F in Field]?: string | undefined },
  of: readonly string[],
): string[] {
  const fields = ["title", "text", "pros", "cons"] as const;
  return fields.flatMap((field) => {
    const text = said[field] ?? "";
    return marksIn(label, field, text)
      .filter((mark) => of.includes(mark.of))
      .sort((a, b) => a.from - b.from)
      .map(({ from, to }) => text.slice(from, to).trim())
      .filter((quote) => quote !== "");
  });
}
