import type { en } from "./en/index.ts";
import type { month } from "./en/month.ts";

/** Every sentence of the product in one language: plain text, or a function of what it speaks about. */
export type Words = WordsOf<typeof en>;

export type MonthWords = WordsOf<typeof month>;

/** The same keys and the same functions, with other words. */
export type WordsOf<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer G) => string
      ? (...given: G) => string
      : WordsOf<T[K]>;
};
