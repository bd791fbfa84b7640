import { classIndex, classNumber } from "./cues/rules.ts";
import type { Hit } from "./evidence.ts";
import type { Field } from "./fields.ts";
import type { Token } from "./tokens.ts";
import { remembering } from "./word-index.ts";

type Stretch = Omit<Hit<unknown>, "is">;

/** The first sentence with a question mark that wants an answer. */
export const firstQuestion = (fields: readonly Field[]): Stretch | undefined => {
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

const asking = new Set(
  "где куда как почему сколько какой какая какие какое какого чем откуда можно отчего зачем".split(" "),
);
const meant = new Set(
  "вы вас вам ваш ваша ваше ваши вашем вашей мне мой моя мое мои можно ли если не будет будут стоит или нужно надо есть могу работаете подходит".split(
    " ",
  ),
);
const english = new Map([
  ...["is", "are", "do", "does", "can", "could", "will", "would", "did"].map(
    (word) => [word, new Set("you there it this these i anyone someone we they your my".split(" "))] as const,
  ),
  ["what", new Set("is are size time if kind does do colour color happens".split(" "))] as const,
  ["where", new Set("is are do can did was".split(" "))] as const,
  ["which", new Set("one size is are colour color model do".split(" "))] as const,
  ["any", new Set("idea ideas chance plans news update updates way tips".split(" "))] as const,
  ["who", new Set("do can should is".split(" "))] as const,
]);
const mayAsk = remembering((word) => english.has(word) || asking.has(word));
const mostWords = 16;

/** Asked without a question mark, as people do: only a short clause that speaks to somebody. */
export const unmarkedQuestion = (fields: readonly Field[]): Stretch | undefined => {
  for (const field of fields) {
    const place = field.tokens.findIndex((_, at) => isUnmarked(field.tokens, at));
    if (place >= 0) return { field, place, length: 1 };
  }
  return undefined;
};

const isUnmarked = (tokens: readonly Token[], place: number): boolean => {
  const token = tokens[place];
  if (!token || !mayAsk(token) || !beginsSentence(tokens, place)) return false;
  const next = tokens[place + 1]?.word ?? "";
  const isEnglish = english.get(token.word)?.has(next) ?? false;
  if (!isEnglish && !asking.has(token.word)) return false;
  const end = tokens.findIndex((one, at) => at > place && one.kind === "break" && /[.!?\n…]/.test(one.word));
  const last = end < 0 ? tokens.length : end;
  if (last - place > mostWords || last - place < 3 || (end >= 0 && /[!?]/.test(tokens[end]?.word ?? "")))
    return false;
  const clause = tokens.slice(place, last);
  if (!isEnglish && !clause.some(({ word }) => meant.has(word))) return false;
  return !clause.some((_, at) =>
    classIndex.allAt(tokens, place + at).some(({ value }) => value.includes(rhetoric)),
  );
};

const beginsSentence = (tokens: readonly Token[], place: number): boolean => {
  const before = tokens[place - 1];
  if (before === undefined) return true;
  return before.kind === "word"
    ? ["а", "и", "so", "and", "but"].includes(before.word) && place === 1
    : /[.!?\n]/.test(before.word);
};
