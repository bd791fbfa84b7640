import type { UrgencyReason } from "@otklik/core/label/label";
import { negatedAfterIndex } from "../lexicon.ts";
import type { Token } from "../tokens.ts";
import { classIndex, type SharedClass, sharedClass } from "./rules.ts";

/** Where words of a class stand. */
export interface Sight {
  place: number;
  length: number;
}

export interface Sightings {
  byClass: Map<number, Sight[]>;
}

const idiom = sharedClass("idiom");

/** Every word of every class in one pass; what stands inside an idiom is left out. */
export const sightingsIn = (tokens: readonly Token[]): Sightings => {
  const byClass = new Map<number, Sight[]>();
  let free = 0;
  for (let place = 0; place < tokens.length; place += 1) {
    const hits = classIndex.allAt(tokens, place);
    for (const { value, length } of hits) if (value.includes(idiom)) free = Math.max(free, place + length);
    if (place < free) continue;
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
  return distance <= 2 && token.word.endsWith("n't");
};

interface Doubt {
  reason: UrgencyReason;
  sightings: Sightings;
  tokens: readonly Token[];
  sight: Sight;
}

const harms: ReadonlySet<UrgencyReason> = new Set(["health", "legal", "fraud"]);
const told: ReadonlySet<UrgencyReason> = new Set(["health", "legal", "fraud", "media"]);

/** Whether something around takes a reason away: it was only feared, is put right, happened elsewhere or in a story. */
export const takenAway = (doubt: Doubt): boolean => {
  const { reason } = doubt;
  if (isNear(doubt, "joy", 4)) return true;
  if (reason === "churn") return isNear(doubt, "loyal", 30);
  if (isNear(doubt, "elsewhere", 8)) return true;
  if (told.has(reason) && isNear(doubt, "story", 10)) return true;
  if (harms.has(reason) && isAsked(doubt)) return true;
  if (harms.has(reason) && isBefore(doubt, "feared", 5) && isAfter(doubt, "turned", 6)) return true;
  if (reason === "health")
    return isRemedy(doubt) || (isNear(doubt, "helped", 6) && !isNear(doubt, "nothelped", 12));
  if (reason === "fraud" || reason === "outage")
    return isNear(doubt, "mended", 14) && !isNear(doubt, "notmended", 20);
  return false;
};

const sightsOf = ({ sightings }: Doubt, name: SharedClass): readonly Sight[] =>
  sightings.byClass.get(sharedClass(name)) ?? [];

const isNear = (doubt: Doubt, name: SharedClass, reach: number): boolean =>
  isBefore(doubt, name, reach) || isAfter(doubt, name, reach);

const isBefore = (doubt: Doubt, name: SharedClass, reach: number): boolean =>
  sightsOf(doubt, name).some(({ place, length }) => {
    const gap = doubt.sight.place - (place + length);
    return gap >= 0 && gap <= reach;
  });

const isAfter = (doubt: Doubt, name: SharedClass, reach: number): boolean =>
  sightsOf(doubt, name).some(({ place }) => {
    const gap = place - (doubt.sight.place + doubt.sight.length);
    return gap >= 0 && gap <= reach;
  });

/** "крем от ожогов" is a remedy, "ожог от крема" is none. */
const isRemedy = (doubt: Doubt): boolean => isBefore(doubt, "against", 1);

/** Asked before anything has happened: "нет ли аллергенов?" */
const isAsked = (doubt: Doubt): boolean => {
  const { tokens, sight } = doubt;
  const end = tokens.findIndex((token, place) => place >= sight.place && isEnd(token));
  if (end < 0 || !tokens[end]?.word.includes("?")) return false;
  const start = tokens.findLastIndex((token, place) => place < sight.place && isEnd(token));
  return sightsOf(doubt, "asks").some(({ place }) => place > start && place < end);
};

const isEnd = (token: Token): boolean => token.kind === "break" && /[.!?\n…]/.test(token.word);
