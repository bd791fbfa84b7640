import type { Flag } from "@otklik/core/label/label";
import { evidenceOf, type Found, type Hit } from "./evidence.ts";
import type { Field } from "./fields.ts";
import type { HeardSignal } from "./heard.ts";
import type { Token } from "./tokens.ts";

/** What a person should know before answering: abuse, advertising, and what looks invented or sent by a competitor. */
export const flagsOf = (fields: readonly Field[], heard: readonly Hit<HeardSignal>[]): Found<Flag[]> => {
  const hits = heard.filter(({ is }) => is.signal.startsWith(flag));
  const is = hits.map((hit) => hit.is.signal.slice(flag.length) as Flag);
  const evidence = hits.flatMap((hit) => evidenceOf(hit.is.signal, [hit]));
  return { is: !is.includes("fake") && fields.some(repeatsItself) ? [...is, "fake"] : is, evidence };
};

const flag = "flag.";
const fewestLetters = 20;
const longestText = 1_000;

/** Written twice over, sentence by sentence: "Great product would recommend. Great product would recommend." */
const repeatsItself = ({ text, tokens }: Field): boolean => {
  if (text.length < 2 * fewestLetters || text.length > longestText) return false;
  const sentences = sentencesIn(tokens);
  const lengths = new Set(sentences.map(({ from, to }) => to - from));
  // Who repeats something writes as many letters again.
  if (sentences.length < 2 || lengths.size * 2 > sentences.length) return false;
  const written = sentences.map(({ from, to }) => text.slice(from, to).toLowerCase());
  return new Set(written).size * 2 <= written.length;
};

/** From the first word or sign of each to its last, without short ones. */
const sentencesIn = (tokens: readonly Token[]): { from: number; to: number }[] => {
  const sentences: { from: number; to: number }[] = [];
  let from = -1;
  let to = -1;
  const end = () => {
    if (from >= 0 && to - from >= fewestLetters) sentences.push({ from, to });
    from = -1;
  };
  for (const token of tokens) {
    if (token.kind === "break") {
      if (/[.!?\n]/.test(token.word)) end();
      continue;
    }
    if (from < 0) from = token.at;
    to = token.to;
  }
  end();
  return sentences;
};
