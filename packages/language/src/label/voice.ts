import { type Clause, clausesOf, type Section } from "./clauses.ts";
import { type Cue, cueIndex } from "./complaint-cues.ts";
import { negatedAfterIndex, noneWords, roleIndex, toneIndex } from "./lexicon.ts";
import type { Token } from "./tokens.ts";
import { toneOf } from "./tone.ts";
import { remembering } from "./word-index.ts";

/** One clause, and how much speaks for its complaining and for its praising. */
export interface Voice {
  clause: Clause;
  /** In natural logarithms of the odds, roughly: 0 is nothing, each plain cue adds about two. */
  complaint: number;
  /** In the lexicon's weights: one plain word such as "хорошо" or "good" is 2. */
  praise: number;
}

/** All that may speak for or against a complaint in a clause; "bare" is a negation that turns neither praise nor blame. */
type Sign = Cue | "bare" | "blame" | "praise" | "pros" | "cons" | TieSign;
type TieSign = `${"against" | "granted"} ${Stance}` | "comfort";
/** What the clause before did. */
type Stance = "praise" | "blame" | "neither";
type Signs = Partial<Record<Sign, number>>;

/**
 * Set by hand and then by coordinate steps on the developing half of the labelled reviews and, so as not to fit those
 * alone, on how well the sum tells reviews of three and four stars from those of five.
 */
const weights: Readonly<Record<Sign, number>> = {
  fault: 2,
  lack: 1.8,
  unable: 0.7,
  wish: 1.8,
  drawback: 2.2,
  ask: 2.6,
  bit: 0.3,
  doubt: -2.2,
  none: -0.7,
  bare: 0.3,
  blame: 0.25,
  praise: -0.3,
  pros: -1,
  cons: 2.5,
  "against praise": 1.3,
  "against blame": -0.4,
  "against neither": 0.7,
  "granted praise": 0.9,
  "granted blame": 0,
  "granted neither": 0.5,
  comfort: -0.8,
};
/** Where a field says that it has nothing to say: no complaint among cons, but rather one among pros. */
const noneSaid = { cons: -3, pros: 1 };
const prosPraise = 2;
/** A second sign of the same kind adds half of the first; a third, nothing. */
const mostOfKind = 1.5;
/** More tone than this says no more. */
const mostTone = 5;
/** Less of it is no stance. */
const leastTone = 0.6;
/** A negation denies a fault that follows within so many words: "ни разу не завис", "never had a crash". */
const denialReach = 3;

/** Hears each clause of one field; `section` says how the field as a whole is meant. */
export const voicesOf = (tokens: readonly Token[], section: Section): Voice[] => {
  const voices: Voice[] = [];
  for (const clause of clausesOf(tokens, section)) voices.push(voiceOf(clause, voices.at(-1)));
  return voices;
};

const voiceOf = (clause: Clause, before: Voice | undefined): Voice => {
  const { tokens } = clause;
  // "Минусов нет, только плюсы": what follows is said freely.
  const section = before && hasSaidNone(before) ? "body" : clause.section;
  if (section !== "body" && saysNone(tokens)) return { clause, complaint: noneSaid[section], praise: 0 };
  const { praise, blame } = toneOf(tokens);
  const signs = signsIn(tokens);
  const net = praise - blame;
  // "Недостатки: всё хорошо".
  if (section === "cons" && net > 1 && Object.keys(signs).every((sign) => sign === "bare"))
    return { clause, complaint: noneSaid.cons, praise: net };
  signs.praise = Math.min(praise, mostTone);
  signs.blame = Math.min(blame, mostTone);
  if (section !== "body") signs[section] = 1;
  const tie = tieSign(clause, before);
  if (tie) signs[tie] = 1;
  return { clause, complaint: weigh(signs), praise: section === "pros" ? net + prosPraise : net };
};

const hasSaidNone = ({ clause: { section }, complaint }: Voice): boolean =>
  section !== "body" && complaint === noneSaid[section];

const weigh = (signs: Signs): number => {
  let sum = 0;
  for (const sign in signs) sum += weights[sign as Sign] * (signs[sign as Sign] ?? 0);
  return sum;
};

/** After praise, "но" announces what is wrong; after blame, what makes up for it. */
const tieSign = ({ tie }: Clause, before: Voice | undefined): TieSign | undefined => {
  if (tie === "none" || tie === "comfort") return tie === "none" ? undefined : tie;
  const praise = before?.praise ?? 0;
  return `${tie} ${Math.abs(praise) < leastTone ? "neither" : praise > 0 ? "praise" : "blame"}`;
};

const isHeard = remembering(
  (word) =>
    [cueIndex, roleIndex, toneIndex].some((index) => index.begins(word)) ||
    word.endsWith("n't") ||
    isSoftened(word),
);

/** Counts the cues of a clause. A denied fault counts for nothing, and so does its negation. */
const signsIn = (tokens: readonly Token[]): Signs => {
  const signs: Signs = {};
  const add = (sign: Sign) => {
    signs[sign] = Math.min((signs[sign] ?? 0) + 1, mostOfKind);
  };
  const endsDenied = /^нету?$/.test(lastWord(tokens));
  let bare = 0;
  let negatedAt = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place] as Token;
    if (token.kind !== "word" || !isHeard(token)) continue;
    const isNear = place - negatedAt <= denialReach;
    const cue = cueIndex.at(tokens, place);
    const role = roleIndex.at(tokens, place);
    const tone = toneIndex.at(tokens, place);
    const isNegator = role ? role.value === "negator" : token.word.endsWith("n't");
    if (cue && cue.length >= (tone?.length ?? 0)) {
      const next = place + cue.length;
      const isDenied =
        (cue.value === "fault" || cue.value === "drawback") &&
        (isNear || endsDenied || negatedAfterIndex.at(tokens, next) !== undefined);
      if (isNear && (isDenied || cue.value === "none")) bare -= 1;
      if (!isDenied) add(cue.value);
      place = next - 1;
    } else if (isNegator && (tone?.length ?? 0) <= (role?.length ?? 1)) {
      bare += 1;
      negatedAt = place;
      place += (role?.length ?? 1) - 1;
    } else if (tone) {
      if (isNear) bare -= 1;
      // "Too expensive" is one phrase to the lexicon.
      if (cue && tone.value < 0 && !isNear) add("fault");
      place += tone.length - 1;
    } else if (isSoftened(token.word)) add("fault");
    else if (role) place += role.length - 1;
  }
  if (bare > 0) signs.bare = Math.min(bare, mostOfKind);
  return signs;
};

const lastWord = (tokens: readonly Token[]): string =>
  tokens.findLast((token) => token.kind === "word")?.word ?? "";

/** "Слабоватый", "быстровато": too much of something, said mildly. */
const isSoftened = (word: string): boolean => /[^в](?:оват|еват)(?:[оаы]|[аяоыи][ейя])$/.test(word);

/** Nothing but that there is nothing, or such an opening: "нет", "Нет минусов, только плюсы", "none so far". */
const saysNone = (tokens: readonly Token[]): boolean => {
  const words = tokens.filter((token) => token.kind === "word").map(({ word }) => word);
  return (
    words.every((word) => noneWords.has(word) || word.endsWith("n't")) ||
    opensWithNone.test(words.slice(0, 3).join(" "))
  );
};
const opensWithNone =
  /^(?:(?:нет|без|никаких|no|zero) (?:их|минус|недостат|проблем|нарекан|претензи|cons|complaint|issue|problem|downside)|(?:их|минус\S*|недостат\S*) (?:нет|не (?:обнаруж|наш|наход|замет|выяв|увид)))/;
