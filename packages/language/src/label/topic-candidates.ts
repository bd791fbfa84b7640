import type { TopicCandidate, Uncovered } from "@otklik/core/vocabulary/topic-finder";
import { ownTitles, type Vocabulary } from "@otklik/core/vocabulary/vocabulary";
import { fillers } from "./candidate-words.ts";
import { fieldsOf } from "./fields.ts";
import { guessLanguage } from "./language.ts";
import { kinOf } from "./phrase-index.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { topicsOf } from "./topics.ts";
import { vocabularyIndex } from "./vocabulary-index.ts";
import { entriesOf, wordIndex } from "./word-index.ts";

const fillerIndex = wordIndex(entriesOf([[true, fillers]]));

const mostCandidates = 6;
const mostExamples = 3;
/** Fewer mentions are chance. */
const fewest = 3;
const leastShare = 0.04;
/** In others we know no fillers, and would propose those. */
const readLanguages = new Set(["ru", "en", "und"]);
/** Two words are meant together where one comes without the other no more often than with it. */
const togetherShare = 0.5;

/** One word, or two that stand together, in all their forms. */
interface Family {
  kin: readonly string[];
  /** Each conversation once. */
  conversations: Set<string>;
  /** How customers write it, and how often; with the words that mean it by themselves. */
  written: Map<string, { times: number; phrase: string }>;
}

/**
 * What mentions speak of that no topic covers, counted by distinct mentions: words and pairs of words in all their forms,
 * no two candidates with a word in common. `mentions` that a topic of the vocabulary does cover are passed over.
 */
export function topicCandidates(mentions: readonly Uncovered[], vocabulary: Vocabulary): TopicCandidate[] {
  const { families, looked } = familiesOf(mentions, vocabulary);
  const least = Math.max(fewest, Math.ceil(looked * leastShare));
  const often = [...families.values()].filter(({ conversations }) => conversations.size >= least);
  const taken = new Set(
    Object.values(ownTitles(vocabulary)).flatMap((title) => contentOf(tokensOf(title)).map(({ kin }) => kin)),
  );
  const candidates: TopicCandidate[] = [];
  for (const family of often.filter((one) => isMeant(one, families)).sort(byCount)) {
    if (family.kin.some((kin) => taken.has(kin))) continue;
    for (const kin of family.kin) taken.add(kin);
    candidates.push(candidateOf(family));
    if (candidates.length === mostCandidates) break;
  }
  return candidates;
}

function familiesOf(mentions: readonly Uncovered[], vocabulary: Vocabulary) {
  const index = vocabularyIndex(vocabulary);
  const families = new Map<string, Family>();
  let looked = 0;
  for (const { conversation, mention } of mentions) {
    const fields = fieldsOf(mention);
    if (!readLanguages.has(guessLanguage(fields))) continue;
    if (!topicsOf(fields, index).is.includes("other")) continue;
    looked += 1;
    const named = index.names(fields);
    for (const field of fields) {
      const words = contentOf(field.tokens).filter(
        ({ token }) =>
          !named.some((name) => name.in === field.in && token.at >= name.from && token.to <= name.to),
      );
      for (const [at, first] of words.entries()) {
        count(families, { words: [first], conversation, text: field.text });
        const second = words[at + 1];
        if (second && second.clause === first.clause && second.place - first.place <= 2)
          count(families, { words: [first, second], conversation, text: field.text });
      }
    }
  }
  return { families, looked };
}

interface Content {
  token: Token;
  kin: string;
  place: number;
  clause: number;
}

/** The words that may tell of a topic; clauses are numbered, so that no pair spans two. */
function contentOf(tokens: readonly Token[]): Content[] {
  let clause = 0;
  const words: Content[] = [];
  for (const [place, token] of tokens.entries()) {
    if (token.kind !== "word") clause += 1;
    else if (token.word.length > 2 && /^\p{L}+$/u.test(token.word) && !fillerIndex.at(tokens, place))
      words.push({ token, kin: kinOf(token.word), place, clause });
  }
  return words;
}

function count(
  families: Map<string, Family>,
  { words, conversation, text }: { words: readonly Content[]; conversation: string; text: string },
): void {
  const kin = [...new Set(words.map((one) => one.kin))].sort();
  if (kin.length < words.length) return;
  const key = kin.join(" ");
  const family: Family = families.get(key) ?? { kin, conversations: new Set(), written: new Map() };
  families.set(key, family);
  family.conversations.add(conversation);
  const [first, last] = [words[0], words.at(-1)] as [Content, Content];
  const form = text.slice(first.token.at, last.token.to).toLowerCase().replace(/\s+/g, " ");
  const there = family.written.get(form);
  const phrase = words.map(({ token }) => token.word).join(" ");
  family.written.set(form, { times: (there?.times ?? 0) + 1, phrase });
}

/** A pair stands for its words where they mostly come together. */
function isMeant({ kin, conversations }: Family, families: ReadonlyMap<string, Family>): boolean {
  if (kin.length === 1) return true;
  const alone = kin.map((one) => families.get(one)?.conversations.size ?? 0);
  return conversations.size >= togetherShare * Math.max(...alone);
}

/** Pairs, which say more, before words that are said as often as they are; then by count, then by letters. */
function byCount(a: Family, b: Family): number {
  const weight = ({ kin, conversations }: Family) => conversations.size * (kin.length === 2 ? 2 : 1);
  return weight(b) - weight(a) || (a.kin.join(" ") < b.kin.join(" ") ? -1 : 1);
}

function candidateOf({ conversations, written }: Family): TopicCandidate {
  const [commonest] = [...written].sort(
    ([a, { times: some }], [b, { times: others }]) => others - some || (a < b ? -1 : 1),
  );
  const [title, { phrase }] = commonest ?? ["", { phrase: "" }];
  return {
    title: title.slice(0, 40),
    phrases: [phrase.slice(0, 80)],
    mentions: conversations.size,
    examples: [...conversations].sort().slice(0, mostExamples),
  };
}
