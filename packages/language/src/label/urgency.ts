import type { UrgencyReason } from "@otklik/core/label/label";
import { roleIndex } from "./lexicon.ts";
import type { Token } from "./tokens.ts";
import { urgencyWords } from "./urgency-words.ts";
import { entriesOf, wordIndex } from "./word-index.ts";

interface Urgency {
  reason: UrgencyReason;
  /** The customer's own words. */
  words: string;
}

const reasons = wordIndex(entriesOf(urgencyWords));

/** A negation this many tokens before, in the same clause, takes the urgency away: "никакой аллергии". */
const negationReach = 3;

/**
 * Reasons to be read at once, each once, with the words that led to it, in the order of the text. `text` is what
 * the tokens were cut from.
 */
export const urgencyOf = (text: string, tokens: readonly Token[]): Urgency[] => {
  const found = new Map<UrgencyReason, Urgency>();
  for (let place = 0; place < tokens.length; place += 1) {
    const hit = reasons.at(tokens, place);
    if (!hit) continue;
    const first = tokens[place];
    const last = tokens[place + hit.length - 1];
    const isMeant = hit.value !== "none" && !isNegated(tokens, place, hit.length);
    if (isMeant && hit.value !== "none" && !found.has(hit.value) && first && last)
      found.set(hit.value, { reason: hit.value, words: text.slice(first.at, last.to) });
    place += hit.length - 1;
  }
  return [...found.values()];
};

const isNegated = (tokens: readonly Token[], place: number, length: number): boolean => {
  for (let back = place - 1; back >= Math.max(0, place - negationReach); back -= 1) {
    const token = tokens[back];
    if (token?.kind !== "word") break;
    if (isNegator(tokens, back)) return true;
  }
  const next = tokens[place + length];
  return next?.kind === "word" && /^(нет|нету|отсутству\S*)$/.test(next.word);
};

const isNegator = (tokens: readonly Token[], place: number): boolean =>
  roleIndex.at(tokens, place)?.value === "negator" || (tokens[place]?.word.endsWith("n't") ?? false);
