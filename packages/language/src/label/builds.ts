import { builds } from "./meanings/index.ts";
import { isOrder } from "./orders.ts";
import { isQuestion } from "./questions.ts";
import type { Token } from "./tokens.ts";

/** The number of what the sentence's build means at a place, or -1: where it ends, or where an order or a question begins. */
export const buildAt = (tokens: readonly Token[], place: number): number => {
  const { kind, word } = tokens[place] as Token;
  if (kind === "break") return endOf(word);
  if (kind !== "word") return -1;
  if (isOrder(tokens, place)) return builds.order;
  return isQuestion(tokens, place) ? builds.question : -1;
};

/** "?!" cries out rather than asks. */
const endOf = (sign: string): number => {
  const cries = sign.includes("!");
  if (sign.includes("?")) return cries ? builds.outcry : builds.asks;
  return cries ? builds.cries : -1;
};
