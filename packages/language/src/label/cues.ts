import {
  isDenied,
  isTakenAway,
  isTurnedBefore,
  type Sight,
  type Sightings,
  sightingsIn,
} from "./cues/reading.ts";
import { type Part, type Rule, rulesByKey } from "./cues/rules.ts";
import type { Hit } from "./evidence.ts";
import type { Field } from "./fields.ts";
import { toneOf } from "./tone.ts";

/** The words of one rule stand at most so many tokens from its first. */
const reach = 8;
/** From how much praise around it a doubtful rule no longer counts. */
const praiseSpoils = 0.9;

/** What the words of the fields tell of flags and wishes: each with its stretch, in the order of the text. */
export const cuesIn = (fields: readonly Field[]): Hit<Part>[] => fields.flatMap(cuesOfField);

const cuesOfField = (field: Field): Hit<Part>[] => {
  const sightings = sightingsIn(field.tokens);
  const hits: Hit<Part>[] = [];
  for (const key of sightings.byClass.keys())
    for (const rule of rulesByKey.get(key) ?? []) {
      const stretch = stretchOf(rule, sightings, field);
      if (stretch && !isSpoilt(rule, field, stretch)) hits.push({ is: rule.of, field, ...stretch });
    }
  return hits.sort((a, b) => a.place - b.place || b.length - a.length);
};

const isSpoilt = (rule: Rule, field: Field, stretch: Sight): boolean =>
  rule.spoiltByPraise && praiseAround(field, stretch) > praiseSpoils;

/**
 * How plainly the words around praise; 0 where they do not, or where a "but" comes between: "вкусно, но повар бестолочь".
 * The words of the cue itself are no blame of ours.
 */
const praiseAround = (field: Field, { place, length }: Sight): number => {
  if (field.in === "pros") return Number.POSITIVE_INFINITY;
  if (isTurnedBefore(field.tokens, place)) return 0;
  const around = field.tokens.filter((_, at) => at < place || at >= place + length);
  const { praise, blame } = toneOf(around);
  return praise > blame * 1.5 ? praise : 0;
};

/** The first place where all of a rule stands together and nothing takes it away. */
const stretchOf = (rule: Rule, sightings: Sightings, { tokens }: Field): Sight | undefined => {
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
    if (!isComplete || isDenied(tokens, sight)) continue;
    if (isTakenAway({ of: rule.of, sightings, tokens, sight })) continue;
    return { place: from, length: to - from };
  }
  return undefined;
};

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
