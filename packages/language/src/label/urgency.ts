import type { Label, UrgencyReason } from "@otklik/core/label/label";
import { evidenceOf, type Found, type Hit, spanOf } from "./evidence.ts";
import type { Field } from "./fields.ts";
import { toneOf } from "./tone.ts";
import { isDenied, type Sightings, sightingsIn, takenAway } from "./urgency/reading.ts";
import { type Rule, rulesByKey } from "./urgency/rules.ts";

type Urgency = Label["urgency"][number];

/** Classes of one rule stand at most so many tokens from the first. */
const reach = 8;

/** Reasons to be read at once, each once, with the customer's own words that led to it, in their order. */
export const urgencyOf = (fields: readonly Field[]): Found<Urgency[]> => {
  const found = new Map<UrgencyReason, Hit<UrgencyReason>>();
  for (const field of fields)
    for (const hit of reasonsIn(field)) if (!found.has(hit.is)) found.set(hit.is, hit);
  const hits = [...found.values()];
  return {
    is: hits.map((hit) => ({ reason: hit.is, words: wordsOf(hit) })),
    evidence: hits.flatMap((hit) => evidenceOf(`urgency.${hit.is}`, [hit])),
  };
};

const wordsOf = (hit: Hit<unknown>): string => {
  const { from, to } = spanOf(hit);
  return hit.field.text.slice(from, to);
};

/** In the order of the text; of two that begin together the longer first. */
const reasonsIn = (field: Field): Hit<UrgencyReason>[] => {
  const sightings = sightingsIn(field.tokens);
  if (sightings.byClass.size === 0) return [];
  let praises: boolean | undefined;
  const isSpoilt = () => (praises ??= isPraising(field));
  const hits: Hit<UrgencyReason>[] = [];
  for (const key of sightings.byClass.keys())
    for (const rule of rulesByKey.get(key) ?? []) {
      const stretch = stretchOf(rule, sightings, field);
      if (!stretch || (rule.spoiltByPraise && isSpoilt())) continue;
      hits.push({ is: rule.reason, field, ...stretch });
    }
  return hits.sort((a, b) => a.place - b.place || b.length - a.length);
};

const isPraising = (field: Field): boolean => {
  if (field.in === "pros") return true;
  const { praise, blame } = toneOf(field.tokens);
  return praise >= 2 && praise > blame * 1.5;
};

/** The first place where all of a rule stands together and nothing takes it away. */
const stretchOf = (rule: Rule, sightings: Sightings, field: Field) => {
  const [key, ...others] = rule.classes;
  for (const sight of sightings.byClass.get(key) ?? []) {
    let from = sight.place;
    let to = sight.place + sight.length;
    const isComplete = others.every((other) => {
      const near = nearest(sightings.byClass.get(other), sight);
      if (!near) return false;
      from = Math.min(from, near.place);
      to = Math.max(to, near.place + near.length);
      return true;
    });
    if (!isComplete || isDenied(field.tokens, sight)) continue;
    if (takenAway({ reason: rule.reason, sightings, tokens: field.tokens, sight })) continue;
    return { place: from, length: to - from };
  }
  return undefined;
};

interface Sight {
  place: number;
  length: number;
}

const nearest = (sights: readonly Sight[] | undefined, key: Sight): Sight | undefined => {
  let best: Sight | undefined;
  let gap = reach + 1;
  for (const sight of sights ?? []) {
    const before = key.place - (sight.place + sight.length);
    const after = sight.place - (key.place + key.length);
    const between = Math.max(before, after);
    if (between < 0 || between >= gap) continue;
    gap = between;
    best = sight;
  }
  return best;
};
