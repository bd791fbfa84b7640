import type { Token } from "./tokens.ts";
import { remembering } from "./word-index.ts";

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

/** Whether a question begins there that has no question mark, as people ask: only a short clause that speaks to somebody. */
export const isQuestion = (tokens: readonly Token[], place: number): boolean => {
  const token = tokens[place];
  if (!token || !mayAsk(token) || !beginsSentence(tokens, place)) return false;
  const next = tokens[place + 1]?.word ?? "";
  const isEnglish = english.get(token.word)?.has(next) ?? false;
  if (!isEnglish && !asking.has(token.word)) return false;
  const end = tokens.findIndex((one, at) => at > place && one.kind === "break" && /[.!?\n…]/.test(one.word));
  const last = end < 0 ? tokens.length : end;
  if (last - place > mostWords || last - place < 3 || (end >= 0 && /[!?]/.test(tokens[end]?.word ?? "")))
    return false;
  return isEnglish || tokens.slice(place, last).some(({ word }) => meant.has(word));
};

const beginsSentence = (tokens: readonly Token[], place: number): boolean => {
  const before = tokens[place - 1];
  if (before === undefined) return true;
  return before.kind === "word"
    ? ["а", "и", "so", "and", "but"].includes(before.word) && place === 1
    : /[.!?\n]/.test(before.word);
};
