import { type Label, unlabelled } from "@otklik/core/label/label";
import type { Labeler, Labelled, LabelOutcome } from "@otklik/core/label/labeler";
import { modelName as name } from "../model/name.ts";
import type { SentimentModel, Sides } from "../model/sentiment-model.ts";
import { shippedModel, shippedSignals } from "../model/shipped.ts";
import type { SignalModel } from "../model/signal-model.ts";
import { contactsIn } from "./contacts.ts";
import { emotionOf } from "./emotion.ts";
import { type Field, fieldsOf, writtenIn } from "./fields.ts";
import { flagsOf } from "./flags.ts";
import { heardIn } from "./heard.ts";
import { guessLanguage } from "./language.ts";
import { noneWords } from "./lexicon.ts";
import { mixedBy } from "./mixed.ts";
import { type Judgement, judgeBoth, judgeFields, judgeStars, judgeText, type StarSide } from "./sentiment.ts";
import type { Token } from "./tokens.ts";
import { type Tone, toneOf } from "./tone.ts";
import { topicsOf, touchpointOf } from "./topics.ts";
import { evidenceOf, twoSidesOf } from "./two-sides.ts";
import { urgencyOf } from "./urgency.ts";
import { type VocabularyIndex, vocabularyIndex } from "./vocabulary-index.ts";
import { wishOf } from "./wish.ts";

/** What filling in a field of pros or cons says by itself. */
const fieldWeight = 1.5;
const readLanguages = new Set(["ru", "en", "und"]);

/** Labels by the embedded model, word lists and rules; needs no key and no network. */
export const embeddedLabeler = (openModel: () => SentimentModel = shippedModel): Labeler => ({
  name,
  label: async (mentions, { vocabulary }) => {
    // Without its model it fails as a whole: what is wrong is the installation, and no mention's words.
    const by = { model: openModel(), signals: shippedSignals(), index: vocabularyIndex(vocabulary) };
    return mentions.map((mention) => outcomeOf(mention, by));
  },
});

interface By {
  model: SentimentModel;
  signals: SignalModel;
  index: VocabularyIndex;
}

const outcomeOf = (mention: Labelled, by: By): LabelOutcome => {
  try {
    return { label: labelOf(mention, by) };
  } catch (error) {
    // Only the kind of error: its message could hold the customer's words.
    return {
      failed: `${name} could not read this mention (${error instanceof Error ? error.name : "unknown"}).`,
    };
  }
};

const labelOf = (mention: Labelled, { model, signals, index }: By): Label => {
  const fields = fieldsOf(mention);
  const side = starSide(mention);
  const stated = primaryLanguage(mention.language);
  if (fields.length === 0) return { ...wordless(side, stated), contacts: contactsIn(writtenIn(mention)) };

  const guessed = guessLanguage(fields);
  const language = guessed === "und" ? stated : guessed;
  const tones = fields.map(({ tokens }) => toneOf(tokens));
  const tone = toneOfFields(fields, readLanguages.has(language) ? tones : fields.map(toneOfSigns));
  const whole = wholeOf(fields, { model, tones, language });
  const judged = judgedOf(fields, { whole, tone, side });
  const stars = starShare(mention);
  const sides = readLanguages.has(language) ? twoSidesOf(fields, { stars, whole }) : undefined;
  const sentiment = sides ? mixedBy(judged, sides, stars) : judged;
  const emotion = emotionOf(fields, tone, sentiment);
  const topics = topicsOf(fields, index);
  const touchpoint = touchpointOf(fields);
  const heard = heardIn(fields, signals);
  const urgency = urgencyOf(heard, { whole, side });
  // What cannot wait is wrong with something, whoever tells it calmly.
  const isPressing = urgency.is.length > 0 && sentiment.is !== "positive";
  const flags = flagsOf(fields, heard);
  const wish = wishOf(heard);
  return {
    ...unlabelled,
    language,
    sentiment: rounded(sentiment),
    complaint: (sides?.complaint.is ?? sentiment.is === "negative") || isPressing,
    emotion: rounded({ is: emotion.is, confidence: emotion.confidence }),
    topics: topics.is,
    ...(touchpoint && { touchpoint: touchpoint.is }),
    urgency: urgency.is,
    flags: flags.is,
    ...(wish && { wish: wish.is }),
    names: index.names(fields),
    contacts: contactsIn(writtenIn(mention)),
    evidence: [
      ...(sides ? evidenceOf(sides) : []),
      ...[urgency, flags, wish, emotion, topics, touchpoint].flatMap((part) => part?.evidence ?? []),
    ],
    by: name,
  };
};

/** To thousandths: more would only fill the mention's row. */
const rounded = <T extends { confidence: number }>(part: T): T => ({
  ...part,
  confidence: Math.round(part.confidence * 1000) / 1000,
});

/** What the model makes of title and text, which is what it was trained on. */
const wholeOf = (
  fields: readonly Field[],
  { model, tones, language }: { model: SentimentModel; tones: readonly Tone[]; language: string },
): Sides => {
  const [first, ...others] = fields.filter(isBody);
  if (!first) return model.judge("");
  if (others.length === 0)
    return model.judge(first.text, { tokens: first.tokens, tone: tones[fields.indexOf(first)], language });
  let { text, tokens } = first;
  for (const other of others) {
    const start = text.length + 1;
    text += `\n${other.text}`;
    tokens = tokens.concat(
      other.tokens.map((token) => ({ ...token, at: token.at + start, to: token.to + start })),
    );
  }
  return model.judge(text, { tokens, language });
};

/** Title and text are judged by the model; with fields of pros and cons the words and the fields they stand in decide. */
const judgedOf = (
  fields: readonly Field[],
  { whole, tone, side }: { whole: Sides; tone: Tone; side: StarSide | undefined },
): Judgement => {
  const said = fields.every(isBody) ? judgeText(whole, { tone, words: wordsIn(fields) }) : judgeFields(tone);
  return side === undefined ? said : judgeBoth({ said, tone, sides: whole }, side);
};

const wordsIn = (fields: readonly Field[]): number =>
  fields.reduce((sum, { tokens }) => sum + tokens.filter(({ kind }) => kind === "word").length, 0);

const isBody = (field: Field): boolean => field.in === "title" || field.in === "text";

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

/** The fields' evidence together: praise among pros and blame among cons count, their opposites there do not. */
const toneOfFields = (fields: readonly Field[], tones: readonly Tone[]): Tone => {
  const sum: Tone = { praise: 0, blame: 0, hits: 0, exclamations: 0 };
  for (const [place, field] of fields.entries()) {
    const { in: name, tokens } = field;
    const tone = tones[place] as Tone;
    const isNone = !isBody(field) && saysNone(tokens);
    sum.exclamations += tone.exclamations;
    if (name === "cons" && isNone) continue;
    sum.hits += tone.hits + (isBody(field) ? 0 : 1);
    if (isBody(field) || (name === "pros" && !isNone)) sum.praise += tone.praise;
    if (isBody(field) || name === "cons") sum.blame += tone.blame;
    if (name === "pros") sum[isNone ? "blame" : "praise"] += fieldWeight;
    if (name === "cons") sum.blame += fieldWeight;
  }
  return sum;
};

/** In a language whose words we do not know. */
const toneOfSigns = ({ tokens }: Field): Tone => toneOf(tokens.filter((token) => token.kind !== "word"));

const saysNone = (tokens: readonly Token[]): boolean =>
  tokens.every((token) => token.kind !== "word" || noneWords.has(token.word) || token.word.endsWith("n't"));

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
