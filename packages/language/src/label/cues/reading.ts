import { negatedAfterIndex, roleIndex } from "../lexicon.ts";
import type { Token } from "../tokens.ts";
import { classIndex, classNumber, type Part } from "./rules.ts";

/** Where words of a class stand. */
export interface Sight {
  place: number;
  length: number;
}

export interface Sightings {
  byClass: Map<number, Sight[]>;
}

/** Every word of every class in one pass. */
export const sightingsIn = (tokens: readonly Token[]): Sightings => {
  const byClass = new Map<number, Sight[]>();
  for (let place = 0; place < tokens.length; place += 1) {
    const hits = classIndex.allAt(tokens, place);
    if (hits.length === 0) continue;
    for (const { value, length } of hits)
      for (const number of value) {
        const sights = byClass.get(number);
        if (sights) sights.push({ place, length });
        else byClass.set(number, [{ place, length }]);
      }
  }
  return { byClass };
};

/** How many words before a negation still takes away what follows. */
const reachOf = new Map([
  ...["не", "not", "ain't"].map((word) => [word, 2] as const),
  ...["нет", "нету", "без", "ни", "no", "without", "zero", "never", "никакой", "никаких"].map(
    (word) => [word, 3] as const,
  ),
  ...["никакого", "никакая", "никакие", "никаким", "никакими", "hardly", "nor"].map(
    (word) => [word, 3] as const,
  ),
]);
const longestReach = 3;

/** Whether what stands there is said not to be: "никакой сыпи", "сыпи не было". Words with a negation of their own are not. */
export const isDenied = (tokens: readonly Token[], { place, length }: Sight): boolean => {
  for (let own = place; own < place + length; own += 1) if (denies(tokens[own], 0)) return false;
  for (let back = 1; back <= longestReach; back += 1) {
    const token = tokens[place - back];
    if (token?.kind !== "word") break;
    if (denies(token, back)) return true;
  }
  return negatedAfterIndex.at(tokens, place + length) !== undefined;
};

const denies = (token: Token | undefined, distance: number): boolean => {
  if (token?.kind !== "word") return false;
  const reach = reachOf.get(token.word);
  if (reach !== undefined) return distance <= reach;
  return distance <= 3 && token.word.endsWith("n't");
};

/** Whether a "but" leads to that place within its sentence. */
export const isTurnedBefore = (tokens: readonly Token[], place: number): boolean => {
  for (let back = place - 1; back >= Math.max(0, place - 8); back -= 1) {
    if (isEnd(tokens[back] as Token)) return false;
    if (roleIndex.at(tokens, back)?.value === "contrast") return true;
  }
  return false;
};

interface Doubt {
  of: Part;
  sightings: Sightings;
  tokens: readonly Token[];
  sight: Sight;
}

/** Whether something around takes it away: it is meant for nobody, asks for nothing, or is told in a story. */
export const isTakenAway = (doubt: Doubt): boolean => takers[doubt.of](doubt);

const isStory = (doubt: Doubt): boolean => isNear(doubt, story, 10) || sightsOf(doubt, story).length > 2;
const never = () => false;

const story = classNumber("story");
const excused = classNumber("flag.insult.excused");
const rhetoric = classNumber("wish.question.rhetoric");
const jest = classNumber("wish.request.jest");

const takers: Record<Part, (doubt: Doubt) => boolean> = {
  "flag.insult": (doubt) => isNear(doubt, excused, 6) || isStory(doubt),
  "flag.spam": never,
  "flag.fake": never,
  "flag.competitor": never,
  "wish.question": (doubt) =>
    isNear(doubt, rhetoric, 6) || sightsOf(doubt, rhetoric).some(({ place }) => place === doubt.sight.place),
  "wish.request": (doubt) => sightsOf(doubt, jest).length > 0,
};

const sightsOf = ({ sightings }: Doubt, number: number): readonly Sight[] =>
  sightings.byClass.get(number) ?? [];

const isNear = (doubt: Doubt, number: number, reach: number): boolean =>
  isBefore(doubt, number, reach) || isAfter(doubt, number, reach);

const isBefore = (doubt: Doubt, number: number, reach: number): boolean =>
  sightsOf(doubt, number).some(({ place, length }) => {
    const gap = doubt.sight.place - (place + length);
    return gap >= 0 && gap <= reach;
  });

const isAfter = (doubt: Doubt, number: number, reach: number): boolean =>
  sightsOf(doubt, number).some(({ place }) => {
    const gap = place - (doubt.sight.place + doubt.sight.length);
    return gap >= 0 && gap <= reach;
  });

const isEnd = (token: Token): boolean => token.kind === "break" && /[.!?\n…]/.test(token.word);
