import type { Span } from "@otklik/core/label/label";
import type { Labelled } from "@otklik/core/label/labeler";
import { type Token, tokensOf } from "./tokens.ts";

/** One field of a mention that has something in it, cut into tokens; the fields are read apart. */
export interface Field {
  in: Span["in"];
  /** What the tokens were cut from: the beginning of the field. */
  text: string;
  tokens: Token[];
}

/** Nobody's mood changes after this many letters, and the cost of one mention stays bounded. */
const longestField = 20_000;

/** The fields in the order of reading, without those that hold neither a word nor a sign. */
export const fieldsOf = ({ title, text, pros, cons }: Labelled): Field[] => {
  const written: [Field["in"], string | undefined][] = [
    ["title", title],
    ["text", text],
    ["pros", pros],
    ["cons", cons],
  ];
  return written.flatMap(([name, whole]) => {
    if (!whole) return [];
    const start = whole.slice(0, longestField);
    const tokens = tokensOf(start);
    return tokens.some((token) => token.kind !== "break") ? [{ in: name, text: start, tokens }] : [];
  });
};
