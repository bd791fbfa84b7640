/** Where labelled texts come from. The licence is what we found at their origin; texts are never ours to pass on. */
export interface Source {
  name: string;
  language: string;
  /** The public repositories that it was taken from. */
  origin: string;
  holds: string;
  /** Who or what said which class a text is of. */
  labelled: string;
  licence: string;
}

const tweets = "under the platform's terms";
const notStated = "none stated";

/** Every source of ../shared/sentiment/, in the order of their names. */
export const sources: readonly Source[] = [
  source("de_xlmt_tweets", "cardiffnlp/xlm-t", {
    holds: "tweets",
    labelled: "people",
    licence: `Apache-2.0 for the collection, tweets ${tweets}`,
  }),
  source("en_airline", "AyushDhatwalia/Twitter-Airline-Sentiment", {
    holds: "tweets to airlines",
    labelled: "people",
    licence: "CC BY-NC-SA 4.0",
  }),
  source("en_alexa", "snizio/progettoTA", {
    holds: "reviews of a smart speaker",
    labelled: "stars",
    licence: notStated,
  }),
  source("en_amazon_apps", "rashakil-ds/Public-Datasets", {
    holds: "reviews of apps",
    labelled: "stars, two classes",
    licence: notStated,
  }),
  source("en_android", "amitt001/Android-App-Reviews-Dataset", {
    holds: "reviews of apps",
    labelled: "stars, two classes",
    licence: notStated,
  }),
  source("en_moniepoint", "Jcboy101/Moniepoint-Customer-Sentiment-Analysis", {
    holds: "reviews of a bank's app",
    labelled: "stars",
    licence: notStated,
  }),
  source("en_semeval_tweets", "cbaziotis/datastories-semeval2017-task4", {
    holds: "tweets",
    labelled: "people",
    licence: `MIT for the collection, tweets ${tweets}`,
  }),
  source("en_skytrax", "quankiquanki/skytrax-reviews-dataset", {
    holds: "reviews of airport lounges and seats",
    labelled: "stars",
    licence: "CC0 for the collection, the site's own unknown",
  }),
  source("en_sst", "prrao87/fine-grained-sentiment", {
    holds: "sentences of film reviews",
    labelled: "people",
    licence: "MIT for the collection, the treebank's own not explicit",
  }),
  source("en_tweeteval", "cardiffnlp/tweeteval", {
    holds: "tweets",
    labelled: "people",
    licence: `no restriction stated, tweets ${tweets}`,
  }),
  source("en_uber", "jharana-adhikari-AI/Uber-Customer-Reviews-Dataset-2024-", {
    holds: "reviews of a taxi app",
    labelled: "stars",
    licence: notStated,
  }),
  source("en_uci_amazon_cells", "YechielK/sentiment_prediction_ML (UCI)", {
    holds: "sentences of phone reviews",
    labelled: "people, two classes",
    licence: "CC BY 4.0",
  }),
  source("en_uci_imdb", "YechielK/sentiment_prediction_ML (UCI)", {
    holds: "sentences of film reviews",
    labelled: "people, two classes",
    licence: "CC BY 4.0",
  }),
  source("en_vader_nyt", "cjhutto/vaderSentiment", {
    holds: "snippets of a newspaper's opinion pages, neutral only",
    labelled: "people",
    licence: "MIT",
  }),
  source("en_vader_tweets", "cjhutto/vaderSentiment", {
    holds: "tweets",
    labelled: "people",
    licence: "MIT",
  }),
  source("es_xlmt_tweets", "cardiffnlp/xlm-t", {
    holds: "tweets",
    labelled: "people",
    licence: `Apache-2.0 for the collection, tweets ${tweets}`,
  }),
  source("fr_xlmt_tweets", "cardiffnlp/xlm-t", {
    holds: "tweets",
    labelled: "people",
    licence: `Apache-2.0 for the collection, tweets ${tweets}`,
  }),
  source("it_xlmt_tweets", "cardiffnlp/xlm-t", {
    holds: "tweets",
    labelled: "people",
    licence: `Apache-2.0 for the collection, tweets ${tweets}`,
  }),
  source("kk_kazsandra", "IS2AI/KazSAnDRA", {
    holds: "reviews, Kazakh mixed with Russian",
    labelled: "stars",
    licence: notStated,
  }),
  source("pt_xlmt_tweets", "cardiffnlp/xlm-t", {
    holds: "tweets",
    labelled: "people",
    licence: `Apache-2.0 for the collection, tweets ${tweets}`,
  }),
  source("ru_cedr", "searayeah/russian-sentiment-emotion-datasets", {
    holds: "sentences of blogs, news and tweets",
    labelled: "people, by emotion",
    licence: notStated,
  }),
  source("ru_kinopoisk", "d7anSeR/lab2_python, alyonaMustafina/itis-nlp-course", {
    holds: "film reviews",
    labelled: "their writers",
    licence: notStated,
  }),
  source(
    "ru_livelib",
    "mestromezer/application_programming_first_lab_and_dataset, Drowchik/labs_python, grablerr/APlabs, Mlavrukk/laba",
    { holds: "book reviews", labelled: "stars", licence: notStated },
  ),
  source("ru_marketplace", "ailapina150/Wildberries, anya26sh/Analyzing-Ozon-reviews-", {
    holds: "product reviews of two marketplaces",
    labelled: "stars",
    licence: notStated,
  }),
  source("ru_otzovik", "kingtuler1454/Work_with_otzovik, stitch2277-bit/lab1-web-scraping-otzovik", {
    holds: "reviews of banks",
    labelled: "stars",
    licence: notStated,
  }),
  source("ru_rusentitweet", "sismetanin/rusentitweet", {
    holds: "tweets",
    labelled: "people",
    licence: "none stated with the data, CC BY 4.0 on its paper",
  }),
  source("ru_sentirueval_tweets", "antongolubev5/Russian-Sentiment-Analysis-Evaluation-Datasets", {
    holds: "tweets about banks and mobile operators",
    labelled: "people",
    licence: notStated,
  }),
  source("ru_tvapp", "ilywio/ru-sentiment-analysis", {
    holds: "what users of a television app wrote",
    labelled: "people",
    licence: notStated,
  }),
  source("uz_apps", "elmurod1202/uzbek-sentiment-analysis", {
    holds: "reviews of apps",
    labelled: "people, two classes",
    licence: notStated,
  }),
];

/** A source's name begins with its language. */
function source(name: string, origin: string, more: Pick<Source, "holds" | "labelled" | "licence">): Source {
  return { name, language: name.slice(0, 2), origin, ...more };
}
