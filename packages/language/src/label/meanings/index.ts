import { entriesOf, type WordIndex, wordIndex } from "../word-index.ts";
import { competitorWords } from "./competitor.ts";
import { downWords } from "./down.ts";
import { fakeWords } from "./fake.ts";
import { healthWords } from "./health.ts";
import { insultWords } from "./insult.ts";
import { lawWords } from "./law.ts";
import { leavingWords } from "./leaving.ts";
import { moneyWords } from "./money.ts";
import { publicWords } from "./public.ts";
import { questionWords } from "./question.ts";
import { requestWords } from "./request.ts";
import { spamWords } from "./spam.ts";
import { toneWords } from "./tone.ts";

/** What words mean, as far as signals are concerned; a word may mean several things. The order is that of the numbers. */
const lists: readonly string[] = [
  healthWords,
  lawWords,
  moneyWords,
  publicWords,
  leavingWords,
  downWords,
  toneWords,
  insultWords,
  spamWords,
  fakeWords,
  competitorWords,
  questionWords,
  requestWords,
].flatMap((words) => Object.values(words));

/** What the build of a sentence means, numbered on from the lists. */
export const builds = {
  asks: lists.length,
  cries: lists.length + 1,
  outcry: lists.length + 2,
  order: lists.length + 3,
  question: lists.length + 4,
};

/** How many meanings there are; they are told by their numbers, from 0 on. */
export const meaningCount = lists.length + Object.keys(builds).length;

const meaningsOf = new Map<string, number[]>();
for (const [pattern, meaning] of entriesOf(lists.map((patterns, number) => [number, patterns]))) {
  const known = meaningsOf.get(pattern) ?? [];
  if (!known.includes(meaning)) meaningsOf.set(pattern, [...known, meaning]);
}

/** The meanings that stand at a place, by number. */
export const meaningIndex: WordIndex<readonly number[]> = wordIndex(meaningsOf);
