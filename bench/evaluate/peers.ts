import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Side } from "./side.ts";

/** A package that one could install instead, in one of the languages that it speaks. */
export interface Peer {
  name: string;
  language: string;
  /** What we took it to mean, for whoever reads the tables. */
  how: string;
  say(text: string): Side | Promise<Side>;
}

const bySign = (score: number): Side => {
  if (score === 0 || Number.isNaN(score)) return "neutral";
  return score > 0 ? "positive" : "negative";
};

/** Its authors' own thresholds for the compound score. */
const byCompound = (compound: number): Side => {
  if (compound >= 0.05) return "positive";
  return compound <= -0.05 ? "negative" : "neutral";
};

/** What we call of each package; they bring no types of their own. */
interface Packages {
  sentiment: new () => { analyze(text: string): { score: number } };
  "vader-sentiment": { SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } } };
  "wink-sentiment": (text: string) => { score: number };
  // Its parts, for the whole of it opens drivers of three databases and reads a .env file.
  "natural/lib/natural/sentiment": {
    SentimentAnalyzer: new (
      language: string,
      stemmer: unknown,
      type: string,
    ) => { getSentiment(words: string[]): number };
  };
  "natural/lib/natural/stemmers": Record<`PorterStemmer${string}`, unknown>;
  "natural/lib/natural/tokenizers": Record<
    `AggressiveTokenizer${string}`,
    new () => { tokenize(text: string): string[] }
  >;
  "@nlpjs/core": { containerBootstrap(): Promise<{ use(language: unknown): void }> };
  "@nlpjs/sentiment": {
    SentimentAnalyzer: new (settings: {
      container: unknown;
    }) => {
      process(asked: { locale: string; text: string }): Promise<{ sentiment: { score: number } }>;
    };
  };
  [language: `@nlpjs/lang-${string}`]: Record<string, unknown>;
}
type Load = <Name extends keyof Packages>(name: Name) => Packages[Name];

const peersFolder = join(import.meta.dirname, "../peers");
export const howToInstall = "npm ci --prefix bench/peers";

/**
 * The packages of bench/peers as they are meant to be used, each ready to judge; null when they are not installed.
 * @throws Error when they are there but will not load
 */
export const openPeers = async (folder = peersFolder): Promise<Peer[] | null> => {
  if (!existsSync(join(folder, "node_modules"))) return null;
  const require = createRequire(join(folder, "package.json"));
  const load: Load = (name) => require(name);
  return [sentiment(load), vader(load), ...natural(load), wink(load), ...(await nlpjs(load))];
};

const sentiment = (load: Load): Peer => {
  const analyzer = new (load("sentiment"))();
  return {
    name: "sentiment",
    language: "en",
    how: "sign of `score`",
    say: (text) => bySign(analyzer.analyze(text).score),
  };
};

const vader = (load: Load): Peer => {
  const { SentimentIntensityAnalyzer: analyzer } = load("vader-sentiment");
  return {
    name: "vader-sentiment",
    language: "en",
    how: "`compound` from 0.05 positive, to -0.05 negative",
    say: (text) => byCompound(analyzer.polarity_scores(text).compound),
  };
};

/** The word lists that it has, and the endings of its names for the stemmer and tokenizer that go with them. */
const naturalLists = [
  { locale: "en", language: "English", list: "afinn", ending: "" },
  { locale: "es", language: "Spanish", list: "afinn", ending: "Es" },
  { locale: "pt", language: "Portuguese", list: "afinn", ending: "Pt" },
  { locale: "de", language: "German", list: "pattern", ending: "De" },
  { locale: "fr", language: "French", list: "pattern", ending: "Fr" },
  { locale: "it", language: "Italian", list: "pattern", ending: "It" },
];

const natural = (load: Load): Peer[] => {
  const { SentimentAnalyzer } = load("natural/lib/natural/sentiment");
  const stemmers = load("natural/lib/natural/stemmers");
  const tokenizers = load("natural/lib/natural/tokenizers");
  return naturalLists.map(({ locale, language, list, ending }) => {
    const analyzer = new SentimentAnalyzer(language, stemmers[`PorterStemmer${ending}`], list);
    const Tokenizer = tokenizers[`AggressiveTokenizer${ending}`];
    if (!Tokenizer) throw new Error(`natural has no tokenizer for ${language}.`);
    const tokenizer = new Tokenizer();
    return {
      name: "natural",
      language: locale,
      how: `its list "${list}" with its stemmer and tokenizer of the language, sign of the score`,
      say: (text) => bySign(analyzer.getSentiment(tokenizer.tokenize(text))),
    };
  });
};

const wink = (load: Load): Peer => {
  const score = load("wink-sentiment");
  return {
    name: "wink-sentiment",
    language: "en",
    how: "sign of `score`",
    say: (text) => bySign(score(text).score),
  };
};

const nlpjs = async (load: Load): Promise<Peer[]> => {
  const container = await load("@nlpjs/core").containerBootstrap();
  const locales = ["En", "Ru", "De", "Es", "Fr", "It", "Pt"];
  for (const locale of locales) container.use(load(`@nlpjs/lang-${locale.toLowerCase()}`)[`Lang${locale}`]);
  const analyzer = new (load("@nlpjs/sentiment").SentimentAnalyzer)({ container });
  return locales.map((name) => {
    const locale = name.toLowerCase();
    return {
      name: "@nlpjs/sentiment",
      language: locale,
      how: "its package of the language, sign of `score`",
      say: async (text) => bySign((await analyzer.process({ locale, text })).sentiment.score),
    };
  });
};
