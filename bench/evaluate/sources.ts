/** Where labelled texts come from. The licence is what we found at their origin; texts are never ours to pass on. */
export interface Source {
  name: string;
  language: string;
  holds: string;
  /** Who or what said which class a text is of. */
  labelled: string;
  licence: string;
}

const tweets = "under the platform's terms";
const notStated = "none stated";

/** Every source of ../shared/sentiment/, in the order of their names. */
export const sources: readonly Source[] = [
  source("de_xlmt_tweets", "tweets", "people", `Apache-2.0 for the collection, tweets ${tweets}`),
  source("en_airline", "tweets to airlines", "people", "CC BY-NC-SA 4.0"),
  source("en_alexa", "reviews of a smart speaker", "stars", notStated),
  source("en_amazon_apps", "reviews of apps", "stars, two classes", notStated),
  source("en_android", "reviews of apps", "stars, two classes", notStated),
  source("en_moniepoint", "reviews of a bank's app", "stars", notStated),
  source("en_semeval_tweets", "tweets", "people", `MIT for the collection, tweets ${tweets}`),
  source(
    "en_skytrax",
    "reviews of airport lounges and seats",
    "stars",
    "CC0 for the collection, the site's own unknown",
  ),
  source(
    "en_sst",
    "sentences of film reviews",
    "people",
    "MIT for the collection, the treebank's own not explicit",
  ),
  source("en_tweeteval", "tweets", "people", `no restriction stated, tweets ${tweets}`),
  source("en_uber", "reviews of a taxi app", "stars", notStated),
  source("en_uci_amazon_cells", "sentences of phone reviews", "people, two classes", "CC BY 4.0"),
  source("en_uci_imdb", "sentences of film reviews", "people, two classes", "CC BY 4.0"),
  source("en_vader_nyt", "snippets of a newspaper's opinion pages, neutral only", "people", "MIT"),
  source("en_vader_tweets", "tweets", "people", "MIT"),
  source("es_xlmt_tweets", "tweets", "people", `Apache-2.0 for the collection, tweets ${tweets}`),
  source("fr_xlmt_tweets", "tweets", "people", `Apache-2.0 for the collection, tweets ${tweets}`),
  source("it_xlmt_tweets", "tweets", "people", `Apache-2.0 for the collection, tweets ${tweets}`),
  source("kk_kazsandra", "reviews, Kazakh mixed with Russian", "stars", notStated),
  source("pt_xlmt_tweets", "tweets", "people", `Apache-2.0 for the collection, tweets ${tweets}`),
  source("ru_cedr", "sentences of blogs, news and tweets", "people, by emotion", notStated),
  source("ru_kinopoisk", "film reviews", "their writers", notStated),
  source("ru_livelib", "book reviews", "stars", notStated),
  source("ru_marketplace", "product reviews of two marketplaces", "stars", notStated),
  source("ru_otzovik", "reviews of banks", "stars", notStated),
  source("ru_rusentitweet", "tweets", "people", "none stated with the data, CC BY 4.0 on its paper"),
  source("ru_sentirueval_tweets", "tweets about banks and mobile operators", "people", notStated),
  source("ru_tvapp", "what users of a television app wrote", "people", notStated),
  source("uz_apps", "reviews of apps", "people, two classes", notStated),
];

/** A source's name begins with its language. */
function source(name: string, holds: string, labelled: string, licence: string): Source {
  return { name, language: name.slice(0, 2), holds, labelled, licence };
}
