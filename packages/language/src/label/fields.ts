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

/** What was written in each field, as far as we read it. */
export const writtenIn = ({ title, text, pros, cons }: Labelled): Omit<Field, "tokens">[] => {
  const written: [Field["in"], string | undefined][] = [
    ["title", title],
    ["text", text],
    ["pros", pros],
    ["cons", cons],
  ];
  return written.flatMap(([name, whole]) =>
    whole ? [{ in: name, text: whole.slice(0, longestField) }] : [],
  );
};

/** The fields in the order of reading, without those that hold neither a word nor a sign. */
export const fieldsOf = (mention: Labelled): Field[] =>
  writtenIn(mention)
    .map((written) => ({ ...written, tokens: tokensOf(written.text) }))
    .filter(({ tokens }) => tokens.some((token) => token.kind !== "break"));
