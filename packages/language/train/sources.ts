import type { Row } from "./rows.ts";

/** Where training texts come from, and on what terms. */
export interface Source {
  /** As in the data's column. */
  id: string;
  origin: string;
  /** What was found at the origin; most give none, for review texts are their writers' own. */
  licence: string;
  /** Whether weights made from it may be shipped: not where only non-commercial use is allowed. */
  ships: boolean;
}

const source = (id: string, origin: string, licence: string, ships = true): Source => ({
  id,
  origin,
  licence,
  ships,
});

export const sources: readonly Source[] = [
  source("de_xlmt_tweets", "cardiffnlp/xlm-t", "Apache-2.0 (repository); tweets under the platform's terms"),
  source("en_airline", "AyushDhatwalia/Twitter-Airline-Sentiment", "CC BY-NC-SA 4.0", false),
  source("en_alexa", "snizio/progettoTA", "none stated"),
  source("en_amazon_apps", "rashakil-ds/Public-Datasets", "none stated"),
  source("en_android", "amitt001/Android-App-Reviews-Dataset", "none stated"),
  source("en_moniepoint", "Jcboy101/Moniepoint-Customer-Sentiment-Analysis", "none stated"),
  source(
    "en_semeval_tweets",
    "cbaziotis/datastories-semeval2017-task4",
    "MIT (repository); tweets under the platform's terms",
  ),
  source("en_skytrax", "quankiquanki/skytrax-reviews-dataset", "CC0 (repository); the site's own unknown"),
  source("en_sst", "prrao87/fine-grained-sentiment", "MIT (repository); none stated for the treebank"),
  source("en_uber", "jharana-adhikari-AI/Uber-Customer-Reviews-Dataset-2024-", "none stated"),
  source("en_uci_amazon_cells", "YechielK/sentiment_prediction_ML (UCI)", "CC BY 4.0"),
  source("en_uci_imdb", "YechielK/sentiment_prediction_ML (UCI)", "CC BY 4.0"),
  source("en_vader_nyt", "cjhutto/vaderSentiment", "MIT"),
  source("en_vader_tweets", "cjhutto/vaderSentiment", "MIT"),
  source("es_xlmt_tweets", "cardiffnlp/xlm-t", "Apache-2.0 (repository); tweets under the platform's terms"),
  source("fr_xlmt_tweets", "cardiffnlp/xlm-t", "Apache-2.0 (repository); tweets under the platform's terms"),
  source("it_xlmt_tweets", "cardiffnlp/xlm-t", "Apache-2.0 (repository); tweets under the platform's terms"),
  source("kk_kazsandra", "IS2AI/KazSAnDRA", "none stated"),
  source("pt_xlmt_tweets", "cardiffnlp/xlm-t", "Apache-2.0 (repository); tweets under the platform's terms"),
  source("ru_cedr", "searayeah/russian-sentiment-emotion-datasets", "none stated"),
  source("ru_kinopoisk", "d7anSeR/lab2_python, alyonaMustafina/itis-nlp-course", "none stated"),
  source(
    "ru_livelib",
    "mestromezer/application_programming_first_lab_and_dataset, Drowchik/labs_python, grablerr/APlabs, Mlavrukk/laba",
    "none stated",
  ),
  source("ru_marketplace", "ailapina150/Wildberries, anya26sh/Analyzing-Ozon-reviews-", "none stated"),
  source(
    "ru_otzovik",
    "kingtuler1454/Work_with_otzovik, stitch2277-bit/lab1-web-scraping-otzovik",
    "none stated",
  ),
  source("ru_rusentitweet", "sismetanin/rusentitweet", "none stated (the paper: CC BY 4.0)"),
  source(
    "ru_sentirueval_tweets",
    "antongolubev5/Russian-Sentiment-Analysis-Evaluation-Datasets",
    "none stated",
  ),
  source("ru_tvapp", "ilywio/ru-sentiment-analysis", "none stated"),
  source("uz_apps", "elmurod1202/uzbek-sentiment-analysis", "none stated"),
];

const unshipped = new Set(sources.filter(({ ships }) => !ships).map(({ id }) => id));

/** The rows that may go into the shipped file: of no source under a non-commercial licence, and none held out. */
export const trainable = (rows: readonly Row[], heldOut: ReadonlySet<string>): Row[] =>
  rows.filter(({ id, source }) => !unshipped.has(source) && !heldOut.has(id));
