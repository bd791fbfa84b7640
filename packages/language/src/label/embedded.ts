import { fields as fieldNames, type Label, unlabelled } from "@otklik/core/label/label";
import type { Labeler, Labelled, LabelOutcome } from "@otklik/core/label/labeler";
import { shippedModel } from "../model/shipped.ts";
import { emotionOf } from "./emotion.ts";
import { guessLanguage } from "./language.ts";
import { noneWords } from "./lexicon.ts";
import { mixedBy } from "./mixed.ts";
import { type Judgement, judgeBoth, judgeStars, judgeText, type StarSide } from "./sentiment.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { type Tone, toneOf } from "./tone.ts";
import { topicsOf, touchpointOf } from "./topics.ts";
import { evidenceOf, twoSidesOf } from "./two-sides.ts";
import { urgencyOf } from "./urgency.ts";

const name = "embedded-1";
/** Nobody's mood changes after this many letters, and the cost of one mention stays bounded. */
const longestField = 20_000;
/** What filling in a field of pros or cons says by itself. */
const fieldWeight = 1.5;
const readLanguages = new Set(["ru", "en", "und"]);

/** Labels Russian and English by word lists and rules, other languages by stars and emoji; needs no key and no network. */
export const embeddedLabeler = (): Labeler => ({
  name,
  label: async (mentions) => mentions.map(outcomeOf),
});

const outcomeOf = (mention: Labelled): LabelOutcome => {
  try {
    return { label: labelOf(mention) };
  } catch (error) {
    // Only the kind of error: its message could hold the customer's words.
    return {
      failed: `${name} could not read this mention (${error instanceof Error ? error.name : "unknown"}).`,
    };
  }
};

interface Field {
  is: "body" | "pros" | "cons";
  text: string;
  tokens: Token[];
}

const labelOf = (mention: Labelled): Label => {
  const fields = fieldsOf(mention);
  const tokens = fields.flatMap((field) => field.tokens);
  const side = starSide(mention);
  const stated = primaryLanguage(mention.language);
  if (tokens.length === 0) return wordless(side, stated);

  const guessed = guessLanguage(fields.map((field) => field.text).join("\n"));
  const language = guessed === "und" ? stated : guessed;
  const tone = toneOfFields(fields, readLanguages.has(language));
  const judged = side === undefined ? judgeText(tone) : judgeBoth(tone, side);
  const stars = starShare(mention);
  const sides = readLanguages.has(language)
    ? twoSidesOf(writtenIn(mention), { stars, whole: wholeOf(fields) })
    : undefined;
  const sentiment = sides ? mixedBy(judged, sides, stars) : judged;
  const touchpoint = touchpointOf(tokens);
  return {
    ...unlabelled,
    language,
    sentiment,
    complaint: sides?.complaint.is ?? sentiment.is === "negative",
    emotion: emotionOf(tokens, tone, sentiment),
    topics: topicsOf(tokens),
    ...(touchpoint && { touchpoint }),
    urgency: sentiment.is === "positive" ? [] : urgencyOfFields(fields),
    evidence: sides ? evidenceOf(sides) : [],
    by: name,
  };
};

/** The body alone is what the model was trained on. */
const wholeOf = (fields: readonly Field[]) => {
  const body = fields.find(({ is }) => is === "body");
  return body && shippedModel().judge(body.text, body.tokens);
};

const wordless = (side: StarSide | undefined, language: string): Label => {
  const sentiment: Judgement = side === undefined ? { is: "neutral", confidence: 0.3 } : judgeStars(side);
  return {
    ...unlabelled,
    language,
    sentiment,
    emotion: { is: "neutral", confidence: 0.3 },
    by: side === undefined ? name : "stars",
  };
};

const fieldsOf = ({ title, text, pros, cons }: Labelled): Field[] => {
  const body = [title, text].filter((part) => part?.trim()).join("\n");
  const written: [Field["is"], string][] = [
    ["body", body],
    ["pros", pros ?? ""],
    ["cons", cons ?? ""],
  ];
  return written
    .map(([is, whole]) => ({ is, text: whole.slice(0, longestField) }))
    .map((field) => ({ ...field, tokens: tokensOf(field.text) }))
    .filter((field) => field.tokens.some((token) => token.kind !== "break"));
};

/** The fields' evidence together: praise among pros and blame among cons count, their opposites there do not. */
const toneOfFields = (fields: readonly Field[], readsWords: boolean): Tone => {
  const sum: Tone = { praise: 0, blame: 0, hits: 0, exclamations: 0 };
  for (const { is, tokens } of fields) {
    const tone = toneOf(readsWords ? tokens : tokens.filter((token) => token.kind !== "word"));
    const isNone = is !== "body" && saysNone(tokens);
    sum.exclamations += tone.exclamations;
    if (is === "cons" && isNone) continue;
    sum.hits += tone.hits + (is === "body" ? 0 : 1);
    if (is === "body" || (is === "pros" && !isNone)) sum.praise += tone.praise;
    if (is === "body" || is === "cons") sum.blame += tone.blame;
    if (is === "pros") sum[isNone ? "blame" : "praise"] += fieldWeight;
    if (is === "cons") sum.blame += fieldWeight;
  }
  return sum;
};

const saysNone = (tokens: readonly Token[]): boolean =>
  tokens.every((token) => token.kind !== "word" || noneWords.has(token.word) || token.word.endsWith("n't"));

const urgencyOfFields = (fields: readonly Field[]): Label["urgency"] => {
  const found = fields.flatMap(({ text, tokens }) => urgencyOf(text, tokens));
  return found.filter((one, place) => found.findIndex(({ reason }) => reason === one.reason) === place);
};

const writtenIn = (mention: Labelled) =>
  fieldNames.map((name) => ({
    in: name,
    tokens: tokensOf((mention[name] ?? "").slice(0, longestField)),
  }));

/** Stars brought to one scale: up to 45 % of the scale is bad, from 70 % good. */
const starSide = (mention: Labelled): StarSide | undefined => {
  const share = starShare(mention);
  if (share === undefined) return undefined;
  if (share <= 0.45) return -1;
  return share >= 0.7 ? 1 : 0;
};

/** A verdict counts as all stars or none where there are none. */
const starShare = ({ rating, verdict }: Labelled): number | undefined => {
  if (rating) return rating.stars / rating.outOf;
  if (!verdict) return undefined;
  return verdict === "recommended" ? 1 : 0;
};

const primaryLanguage = (stated: string | undefined): string =>
  /^[a-z]{2,3}(?=$|[-_])/.exec(stated?.toLowerCase() ?? "")?.[0] ?? "und";
