import { Flag } from "@otklik/core/label/label";
import type { Part } from "./cues/rules.ts";
import { evidenceOf, type Found, firstOf, type Hit } from "./evidence.ts";
import type { Field } from "./fields.ts";

/** What a person should know before answering: abuse, advertising, and what looks invented or sent by a competitor. */
export const flagsOf = (fields: readonly Field[], cues: readonly Hit<Part>[]): Found<Flag[]> => {
  const hits = Flag.options.flatMap((flag) => {
    const first = firstOf(cues, `flag.${flag}` as const);
    return first ? [{ flag, first }] : [];
  });
  const said = {
    is: hits.map(({ flag }) => flag),
    evidence: hits.flatMap(({ first }) => evidenceOf(first.is, [first])),
  };
  if (said.is.includes("fake") || !fields.some(repeatsItself)) return said;
  return { ...said, is: [...said.is, "fake"] };
};

const fewestLetters = 20;

/** Written twice over, sentence by sentence: "Great product would recommend. Great product would recommend." */
const repeatsItself = ({ text }: Field): boolean => {
  if (text.length < 2 * fewestLetters || text.length > 1_000) return false;
  const sentences = text
    .toLowerCase()
    .split(/[.!?\n]+/)
    .map((one) => one.trim());
  const whole = sentences.filter((one) => one.length >= fewestLetters);
  return whole.length >= 2 && new Set(whole).size * 2 <= whole.length;
};
