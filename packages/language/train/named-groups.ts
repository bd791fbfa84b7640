import { buildAt } from "../src/label/builds.ts";
import { competitorWords } from "../src/label/meanings/competitor.ts";
import { fakeWords } from "../src/label/meanings/fake.ts";
import { builds } from "../src/label/meanings/index.ts";
import { insultWords } from "../src/label/meanings/insult.ts";
import { questionWords } from "../src/label/meanings/question.ts";
import { requestWords } from "../src/label/meanings/request.ts";
import { spamWords } from "../src/label/meanings/spam.ts";
import type { SignalGroup } from "../src/label/signal.ts";
import type { Token } from "../src/label/tokens.ts";
import { entriesOf, wordIndex } from "../src/label/word-index.ts";

/** The words by which alone a signal is often told. */
const telling: readonly (readonly [SignalGroup, string])[] = [
  ["insult", insultWords.abuse],
  ["spam", spamWords.lure],
  ["suspect", fakeWords.paid],
  ["suspect", fakeWords.own],
  ["suspect", competitorWords.sends],
  ["wish", questionWords.asks],
  ["wish", requestWords.does],
];

const groupsOf = new Map<string, SignalGroup[]>();
for (const [pattern, group] of entriesOf(telling))
  groupsOf.set(pattern, [...new Set([...(groupsOf.get(pattern) ?? []), group])]);
const index = wordIndex(groupsOf, { isPassing: true });

const wishes: ReadonlySet<number> = new Set([builds.asks, builds.order, builds.question]);

/**
 * The groups of which a text has telling words: nobody was asked whether it has the signal indeed, and such a text would
 * teach that it is none.
 */
export const groupsNamedIn = (tokens: readonly Token[]): Set<SignalGroup> =>
  new Set(
    tokens.flatMap((_, place) => [
      ...index.allAt(tokens, place).flatMap(({ value }) => value),
      ...(wishes.has(buildAt(tokens, place)) ? (["wish"] as const) : []),
    ]),
  );
