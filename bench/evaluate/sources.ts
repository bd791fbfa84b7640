import { sources as learnt } from "../../packages/language/train/sources.ts";

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

/** What a source that may be learnt from holds, and by whom it is labelled. */
const contents: Readonly<Record<string, readonly [holds: string, labelled: string]>> = {
  de_xlmt_tweets: ["tweets", "people"],
  en_airline: ["tweets to airlines", "people"],
  en_alexa: ["reviews of a smart speaker", "stars"],
  en_amazon_apps: ["reviews of apps", "stars, two classes"],
  en_android: ["reviews of apps", "stars, two classes"],
  en_moniepoint: ["reviews of a bank's app", "stars"],
  en_semeval_tweets: ["tweets", "people"],
  en_skytrax: ["reviews of airport lounges and seats", "stars"],
  en_sst: ["sentences of film reviews", "people"],
  en_uber: ["reviews of a taxi app", "stars"],
  en_uci_amazon_cells: ["sentences of phone reviews", "people, two classes"],
  en_uci_imdb: ["sentences of film reviews", "people, two classes"],
  en_vader_nyt: ["snippets of a newspaper's opinion pages, neutral only", "people"],
  en_vader_tweets: ["tweets", "people"],
  es_xlmt_tweets: ["tweets", "people"],
  fr_xlmt_tweets: ["tweets", "people"],
  it_xlmt_tweets: ["tweets", "people"],
  kk_kazsandra: ["reviews, Kazakh mixed with Russian", "stars"],
  pt_xlmt_tweets: ["tweets", "people"],
  ru_cedr: ["sentences of blogs, news and tweets", "people, by emotion"],
  ru_kinopoisk: ["film reviews", "their writers"],
  ru_marketplace: ["product reviews of two marketplaces", "stars"],
  ru_otzovik: ["reviews of banks", "stars"],
  ru_rusentitweet: ["tweets", "people"],
  ru_sentirueval_tweets: ["tweets about banks and mobile operators", "people"],
  ru_tvapp: ["what users of a television app wrote", "people"],
  uz_apps: ["reviews of apps", "people, two classes"],
};

/** The one that is there to measure on alone. */
const measuredOnly: Source = {
  name: "en_tweeteval",
  language: "en",
  origin: "cardiffnlp/tweeteval",
  holds: "tweets",
  labelled: "people",
  licence: "no restriction stated, tweets under the platform's terms",
};

/** Every source of ../shared/sentiment/, by name; a name begins with the language. */
export const sources: readonly Source[] = [
  measuredOnly,
  ...learnt.map(({ id, origin, licence }) => {
    const [holds = "?", labelled = "?"] = contents[id] ?? [];
    return { name: id, language: id.slice(0, 2), origin, holds, labelled, licence };
  }),
].sort((a, b) => (a.name < b.name ? -1 : 1));
