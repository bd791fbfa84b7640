import type { Label, UrgencyReason } from "@otklik/core/label/label";
import { evidenceOf, type Found, type Hit, hitsIn, spanOf } from "./evidence.ts";
import type { Field } from "./fields.ts";
import { roleIndex } from "./lexicon.ts";
import type { Token } from "./tokens.ts";
import { urgencyWords } from "./urgency-words.ts";
import { entriesOf, wordIndex } from "./word-index.ts";

type Urgency = Label["urgency"][number];

const reasons = wordIndex(entriesOf(urgencyWords));

/** A negation this many tokens before, in the same clause, takes the urgency away: "никакой аллергии". */
const negationReach = 3;

/** Reasons to be read at once, each once, with the customer's own words that led to it, in their order. */
export const urgencyOf = (fields: readonly Field[]): Found<Urgency[]> => {
  const found = new Map<UrgencyReason, Hit<UrgencyReason>>();
  for (const hit of hitsIn(fields, reasons)) {
    if (!isReason(hit) || found.has(hit.is) || isNegated(hit.field.tokens, hit.place, hit.length)) continue;
    found.set(hit.is, hit);
  }
  const hits = [...found.values()];
  return {
    is: hits.map((hit) => ({ reason: hit.is, words: wordsOf(hit) })),
    evidence: hits.flatMap((hit) => evidenceOf(`urgency.${hit.is}`, [hit])),
  };
};

const isReason = (hit: Hit<UrgencyReason | "none">): hit is Hit<UrgencyReason> => hit.is !== "none";

const wordsOf = (hit: Hit<unknown>): string => {
  const { from, to } = spanOf(hit);
  return hit.field.text.slice(from, to);
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
