import type { Token } from "./tokens.ts";
import { entriesOf, remembering, wordIndex } from "./word-index.ts";

/** How a clause is tied to the one before: against it ("но"), as a thing granted ("хотя"), as a comfort ("зато"), or not. */
export type Tie = "against" | "granted" | "comfort" | "none";
/** Marketplaces print their fields into one text, each under its heading: "Достоинства: ... Недостатки: ...". */
export type Section = "body" | "pros" | "cons";

/** A part of a sentence that says one thing; its words without the one that ties it. */
export interface Clause {
  tokens: readonly Token[];
  tie: Tie;
  section: Section;
}

const ties = wordIndex<Tie>(
  entriesOf<Tie>([
    [
      "against",
      `но однако только_вот вот_только а_вот если_бы_не кроме except but however yet other_than apart_from
      if_only on_the_downside only_thing`,
    ],
    ["granted", "хотя хоть правда несмотря_на although though even_though despite admittedly"],
    ["comfort", "зато but_still"],
    ["none", "но_и but_also nothing_but all_but last_but_not_least правда_ли правда_что и_правда"],
  ]),
);
/** With these a complaint begins, though nothing may part it from what stands before. */
const openers = wordIndex<true>(
  entriesOf([
    [
      true,
      `жаль единственн*_минус* единственное хотелось_бы хотел_бы хотела_бы добавьте сделайте исправьте пожалуйста
      i_just_wish i_wish just_wish wish_it wish_there wish_they please the_only only_problem only_issue my_only`,
    ],
  ]),
);
const headings = wordIndex<Section>(
  entriesOf<Section>([
    ["pros", "достоинства достоинство плюсы плюс преимущества pros advantages"],
    ["cons", "недостатки недостаток минусы минус cons disadvantages downsides"],
    ["body", "комментарий комментарии отзыв итог вывод comment comments summary overall"],
  ]),
);

const isTelling = remembering(
  (word) => headings.begins(word) || ties.begins(word) || openers.begins(word) || word === "только",
);

const endsSentence = (token: Token | undefined): boolean =>
  token === undefined || (token.kind === "break" && /[.!?…;\n]/.test(token.word));

const wordsBeforeOpener = 2;
/** A comma parts clauses only where so many words stand before it. */
const wordsBeforeComma = 3;

/** Cuts the tokens of one field into clauses: at the ends of sentences, at words that tie, and at most commas. Linear. */
export const clausesOf = (tokens: readonly Token[], section: Section = "body"): Clause[] => {
  const clauses: Clause[] = [];
  let current: Token[] = [];
  let words = 0;
  let tie: Tie = "none";
  let under = section;
  const close = (next: Tie) => {
    if (current.length > 0) clauses.push({ tokens: current, tie, section: under });
    // A tie that nothing has followed yet holds over a comma: "Но, ...".
    tie = current.length > 0 || next !== "none" ? next : tie;
    current = [];
    words = 0;
  };

  for (let place = 0; place < tokens.length; place += 1) {
    const token = tokens[place] as Token;
    if (token.kind === "break") {
      if (token.word !== "," || words >= wordsBeforeComma) close("none");
      continue;
    }
    if (token.kind === "sign") {
      current.push(token);
      continue;
    }
    if (!isTelling(token)) {
      current.push(token);
      words += 1;
      continue;
    }
    const heading = headings.at(tokens, place);
    if (heading && tokens[place + 1]?.word.startsWith(":")) {
      close("none");
      under = heading.value;
      place += 1;
      continue;
    }
    // "Всё понравилось, только коробка мятая": elsewhere "только" is just "only".
    if (token.word === "только" && words > 0 && tokens[place - 1]?.word === ",") {
      close("granted");
      continue;
    }
    const tied = ties.at(tokens, place);
    if (tied?.value === "none") {
      current.push(...tokens.slice(place, place + tied.length));
      words += tied.length;
      place += tied.length - 1;
      continue;
    }
    if (tied) {
      // "They forgot the dessert though.": the tie stands last and belongs to what it follows.
      if (current.length > 0 && tie === "none" && endsSentence(tokens[place + tied.length])) tie = tied.value;
      close(tied.value);
      place += tied.length - 1;
      continue;
    }
    if (words >= wordsBeforeOpener && openers.at(tokens, place)) close("none");
    current.push(token);
    words += 1;
  }
  close("none");
  return clauses;
};
