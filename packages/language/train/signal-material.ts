import type { Signal, SignalGroup } from "../src/label/signal.ts";
import { tokensOf } from "../src/label/tokens.ts";
import { hashOf } from "../src/model/hash.ts";
import { passagesOf } from "../src/model/signal-reader.ts";
import { groupsNamedIn } from "./named-groups.ts";
import type { Row } from "./rows.ts";
import type { CaseFile, SignalCase } from "./signal-cases.ts";
import { type ByKind, hashesOf } from "./signal-features.ts";

/**
 * So many texts of people who wrote of other things are beside the cases, each counting so much in each group. Of urgency
 * those of the displeased count a share of that, since some of them are urgent indeed and most sound like it.
 */
export interface Background {
  texts: number;
  weight: Record<SignalGroup, number>;
  displeased: number;
}

/** Passages of one text, and what it is known to be. */
export interface Material {
  passages: ByKind[];
  signals: readonly Signal[];
  /** What it counts in each group; nothing where it is not named. */
  weight: Partial<Record<SignalGroup, number>>;
  isCase: boolean;
}

/**
 * Russian and English rows, chosen by their ids, that stand for all that has no signal. A few of them have one, which the
 * many others outweigh.
 */
export const backgroundOf = (rows: readonly Row[], { texts }: Background): Row[] =>
  rows
    .filter(({ language }) => language === "ru" || language === "en")
    .map((row) => ({ row, order: hashOf(row.id, 1) }))
    .sort((a, b) => a.order - b.order || (a.row.id < b.row.id ? -1 : 1))
    .slice(0, texts)
    .map(({ row }) => row);

/** Of a longer text with signals only the passages count in which a person has marked the words, if there are any. */
export const caseMaterial = (
  { text, signals, words }: SignalCase,
  { asked, counts }: Pick<CaseFile, "asked" | "counts">,
): Material[] => {
  const tokens = tokensOf(text);
  const marked = words.map((word) => ({ from: text.indexOf(word), to: text.indexOf(word) + word.length }));
  const passages = passagesOf(tokens).map((passage) => {
    const [at, to] = [tokens[passage.from]?.at ?? 0, tokens[passage.to - 1]?.to ?? 0];
    const here = signals.filter((_, number) => {
      const mark = marked[number];
      return mark !== undefined && mark.from >= 0 && mark.from < to && mark.to > at;
    });
    return { features: hashesOf(tokens, passage), here };
  });
  const weight = Object.fromEntries(asked.map((group) => [group, counts]));
  const isMarked = passages.length > 1 && passages.some(({ here }) => here.length > 0);
  return passages
    .filter(({ here }) => !isMarked || here.length > 0)
    .map(({ features, here }) => ({
      passages: [features],
      signals: isMarked ? here : signals,
      weight,
      isCase: true,
    }));
};

export const fileMaterial = (file: CaseFile): Material[] =>
  file.cases.flatMap((one) => caseMaterial(one, file));

export const backgroundMaterial = (rows: readonly Row[], { weight, displeased }: Background): Material[] =>
  rows.map(({ text, side }) => {
    const tokens = tokensOf(text);
    const named = groupsNamedIn(tokens);
    const counts = (Object.keys(weight) as SignalGroup[]).filter((group) => !named.has(group));
    return {
      passages: passagesOf(tokens).map((passage) => hashesOf(tokens, passage)),
      signals: [],
      weight: Object.fromEntries(
        counts.map((group) => [group, weight[group] * (group === "urgency" && side === 0 ? displeased : 1)]),
      ),
      isCase: false,
    };
  });
