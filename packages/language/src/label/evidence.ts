import type { Evidence, Span } from "@otklik/core/label/label";
import type { Field } from "./fields.ts";
import type { Token } from "./tokens.ts";
import type { WordIndex } from "./word-index.ts";

/** A stretch of tokens in one field that says something: `length` of them from `place` on. */
export interface Hit<T> {
  is: T;
  field: Field;
  place: number;
  length: number;
}

/** What was concluded of a part of the label, and the words that led there. */
export interface Found<T> {
  is: T;
  evidence: Evidence[];
}

/** Of one part of a label so many places are kept: enough to show, little to store. */
const mostPlaces = 2;

/** All that an index knows in the fields, in their order, the longest at each place and without overlap. */
export const hitsIn = <T>(fields: readonly Field[], index: WordIndex<T>): Hit<T>[] => {
  const hits: Hit<T>[] = [];
  for (const field of fields) {
    for (let place = 0; place < field.tokens.length; place += 1) {
      const hit = index.at(field.tokens, place);
      if (!hit) continue;
      hits.push({ is: hit.value, field, place, length: hit.length });
      place += hit.length - 1;
    }
  }
  return hits;
};

export const spanOf = ({ field, place, length }: Omit<Hit<unknown>, "is">): Span => ({
  in: field.in,
  from: (field.tokens[place] as Token).at,
  to: (field.tokens[place + length - 1] as Token).to,
});

/** The first places of a part of the label, such as "urgency.health". */
export const evidenceOf = (of: string, hits: readonly Omit<Hit<unknown>, "is">[]): Evidence[] =>
  hits.slice(0, mostPlaces).map((hit) => ({ of, ...spanOf(hit) }));

export const firstOf = <T, One extends T>(hits: readonly Hit<T>[], is: One): Hit<T> | undefined =>
  hits.find((hit) => hit.is === is);

/** The customer's own words. */
export const wordsOf = (hit: Omit<Hit<unknown>, "is">): string => {
  const { from, to } = spanOf(hit);
  return hit.field.text.slice(from, to);
};
