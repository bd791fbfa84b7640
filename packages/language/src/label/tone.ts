import { negatedAfterIndex, roleIndex, toneIndex } from "./lexicon.ts";
import type { Token } from "./tokens.ts";
import { remembering } from "./word-index.ts";

/** Evidence for and against, in the lexicon's weights; both stand apart so that a mixed text can be told. */
export interface Tone {
  praise: number;
  blame: number;
  /** How many words or signs it rests on. */
  hits: number;
  exclamations: number;
}

/** How many tokens after a negation it still turns: "not a very good". */
const negationReach = 4;
/** A negated word says less than its opposite: "not bad" is no "great". */
const turned = { praise: -0.8, blame: -0.5 };
const bareNegation = 0.35;

const speaks = remembering(
  (word) => roleIndex.begins(word) || toneIndex.begins(word) || word.endsWith("n't"),
);

/** Adds up the praise and blame of a tokenised Russian or English text. */
export const toneOf = (tokens: readonly Token[]): Tone => {
  const tone: Tone = { praise: 0, blame: 0, hits: 0, exclamations: 0 };
  let negatedUntil = -1;
  let negationUsed = true;
  let force = 1;
  let afterContrast = 1;
  const add = (weight: number) => {
    if (weight > 0) tone.praise += weight;
    else tone.blame -= weight;
    if (weight !== 0) tone.hits += 1;
  };
  const endNegation = () => {
    if (!negationUsed) tone.blame += bareNegation;
    negatedUntil = -1;
    negationUsed = true;
  };

  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place] as Token;
    if (token.kind === "break") {
      endNegation();
      force = 1;
      if (token.word.includes("!")) tone.exclamations += 1;
      if (/[.!?\n]/.test(token.word)) afterContrast = 1;
      continue;
    }
    if (token.kind === "sign") {
      add(token.tone);
      continue;
    }
    if (!speaks(token)) {
      if (place > negatedUntil) endNegation();
      continue;
    }
    const role = roleIndex.at(tokens, place);
    const hit = toneIndex.at(tokens, place);
    const isGrammar = role?.value === "negator" || role?.value === "contrast";
    if (hit && (!isGrammar || hit.length > role.length)) {
      const last = place + hit.length;
      const isNegated =
        place <= negatedUntil || (hit.length === 1 && negatedAfterIndex.at(tokens, last) !== undefined);
      const loudness = (token.stretched ? 1.3 : 1) * (token.loud ? 1.15 : 1);
      const turn = !isNegated ? 1 : hit.value > 0 ? turned.praise : turned.blame;
      add(hit.value * turn * force * loudness * afterContrast);
      if (isNegated) negationUsed = true;
      force = 1;
      place = last - 1;
      continue;
    }
    if (role?.value === "contrast") {
      endNegation();
      afterContrast = 1.4;
    } else if (role?.value === "stronger") force = 1.4;
    else if (role?.value === "weaker") force = 0.7;
    else if (role?.value === "negator" || (!role && token.word.endsWith("n't"))) {
      negatedUntil = place + negationReach;
      negationUsed = false;
    } else if (place > negatedUntil) endNegation();
    if (role) place += role.length - 1;
  }
  endNegation();
  return tone;
};
