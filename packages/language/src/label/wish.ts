import type { Wish } from "@otklik/core/label/label";
import { classIndex, classNumber, type Part } from "./cues/rules.ts";
import { evidenceOf, type Found, firstOf, type Hit } from "./evidence.ts";
import type { Field } from "./fields.ts";
import type { Token } from "./tokens.ts";

/** What the customer wants of us: something done goes before an answer. */
export const wishOf = (fields: readonly Field[], cues: readonly Hit<Part>[]): Found<Wish> | undefined => {
  const request = firstOf(cues, "wish.request");
  if (request) return { is: "request", evidence: evidenceOf("wish.request", [request]) };
  const asked = firstOf(cues, "wish.question") ?? firstQuestion(fields);
  return asked && { is: "question", evidence: evidenceOf("wish.question", [asked]) };
};

type Stretch = Omit<Hit<unknown>, "is">;

const firstQuestion = (fields: readonly Field[]): Stretch | undefined => {
  for (const field of fields) {
    const place = field.tokens.findIndex((token, at) => isQuestionMark(token) && isAsked(field.tokens, at));
    if (place < 0) continue;
    const start = startOf(field.tokens, place);
    return { field, place: start, length: place - start };
  }
  return undefined;
};

/** "?!" cries out rather than asks. */
const isQuestionMark = ({ kind, word }: Token): boolean =>
  kind === "break" && word.includes("?") && !word.includes("!") && !word.includes("...");

const startOf = (tokens: readonly Token[], end: number): number =>
  tokens.findLastIndex((token, at) => at < end && token.kind === "break" && /[.!?\n…]/.test(token.word)) + 1;

const fewestWords = 2;
const rhetoric = classNumber("wish.question.rhetoric");

/** Whether the sentence that ends there wants an answer. */
const isAsked = (tokens: readonly Token[], end: number): boolean => {
  const start = startOf(tokens, end);
  let words = 0;
  for (let place = start; place < end; place += 1) {
    if (tokens[place]?.kind === "word") words += 1;
    if (classIndex.allAt(tokens, place).some(({ value }) => value.includes(rhetoric))) return false;
  }
  return words >= fewestWords;
};
