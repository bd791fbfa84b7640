import { entriesOf, type WordIndex, wordIndex } from "../word-index.ts";
import { downWords } from "./down.ts";
import { healthWords } from "./health.ts";
import { lawWords } from "./law.ts";
import { leavingWords } from "./leaving.ts";
import { moneyWords } from "./money.ts";
import { publicWords } from "./public.ts";
import { toneWords } from "./tone.ts";

/** What words mean, as far as urgency is concerned; a word may mean several things. The order is that of the numbers. */
const lists: readonly string[] = [
  healthWords,
  lawWords,
  moneyWords,
  publicWords,
  leavingWords,
  downWords,
  toneWords,
].flatMap((words) => Object.values(words));

/** How many meanings there are; they are told by their numbers, from 0 on. */
export const meaningCount = lists.length;

const meaningsOf = new Map<string, number[]>();
for (const [pattern, meaning] of entriesOf(lists.map((patterns, number) => [number, patterns]))) {
  const known = meaningsOf.get(pattern) ?? [];
  if (!known.includes(meaning)) meaningsOf.set(pattern, [...known, meaning]);
}

/** The meanings that stand at a place, by number. */
export const meaningIndex: WordIndex<readonly number[]> = wordIndex(meaningsOf);
