import type { Label } from "@otklik/core/label/label";
import type { Named, Vocabulary } from "@otklik/core/vocabulary/vocabulary";
import { type Hit, spanOf } from "./evidence.ts";
import type { Field } from "./fields.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** Finds the names of products and competitors, in their case forms and other spellings. */
export interface NameIndex {
  names(fields: readonly Field[]): Label["names"];
}

type Name = Pick<Label["names"][number], "is" | "name">;
interface Spelt {
  /** The words after the first. */
  rest: readonly Word[];
  /** Endings that the first word may have here. */
  endings: ReadonlySet<string>;
  name: Name;
}
/** What stays of a word in all its forms, with the endings that may follow there. */
type Word = readonly Form[];
interface Form {
  base: string;
  endings: ReadonlySet<string>;
}

/** So many names of one mention are kept: enough to show. */
const mostNames = 10;
const longestEnding = 3;

/** Competitors and products of a vocabulary; where one name is the beginning of another, the longer one is meant. */
export function nameIndex({
  products,
  competitors,
}: Pick<Vocabulary, "products" | "competitors">): NameIndex {
  const byBase = new Map<string, Spelt[]>();
  const learn = (is: Name["is"]) => (named: Named) => {
    for (const spelling of [named.name, ...named.spellings]) {
      const [first, ...rest] = wordsOf(spelling);
      for (const { base, endings } of first ?? [])
        byBase.set(base, [...(byBase.get(base) ?? []), { rest, endings, name: { is, name: named.name } }]);
    }
  };
  products.forEach(learn("product"));
  competitors.forEach(learn("competitor"));
  for (const spelt of byBase.values()) spelt.sort((a, b) => b.rest.length - a.rest.length);
  if (byBase.size === 0) return { names: () => [] };
  return {
    names: (fields) =>
      fields
        .flatMap((field) => hitsIn(field, byBase))
        .slice(0, mostNames)
        .map((hit) => ({ ...hit.is, ...spanOf(hit) })),
  };
}

function hitsIn(field: Field, byBase: ReadonlyMap<string, readonly Spelt[]>): Hit<Name>[] {
  const hits: Hit<Name>[] = [];
  for (let place = 0; place < field.tokens.length; place += 1) {
    const hit = hitAt(field, place, byBase);
    if (!hit) continue;
    hits.push(hit);
    place += hit.length - 1;
  }
  return hits;
}

function hitAt(
  field: Field,
  place: number,
  byBase: ReadonlyMap<string, readonly Spelt[]>,
): Hit<Name> | undefined {
  const token = field.tokens[place];
  if (token?.kind !== "word") return undefined;
  const word = plain(token.word);
  let best: Hit<Name> | undefined;
  for (let cut = 0; cut <= longestEnding && cut < word.length; cut += 1) {
    const ending = word.slice(word.length - cut);
    for (const { rest, endings, name } of byBase.get(word.slice(0, word.length - cut)) ?? []) {
      const length = endings.has(ending) ? lengthOf(rest, field.tokens, place) : 0;
      if (length > (best?.length ?? 0)) best = { is: name, field, place, length };
    }
  }
  return best;
}

/** How many tokens a name takes from its first word on; 0 where its other words do not follow. */
function lengthOf(rest: readonly Word[], tokens: readonly Token[], place: number): number {
  let at = place;
  for (const word of rest) {
    at += isPoint(tokens, at + 1) ? 2 : 1;
    const token = tokens[at];
    if (token?.kind !== "word" || !isForm(plain(token.word), word)) return 0;
  }
  return at - place + 1;
}

/** A point within a name, such as that of a site: no space around it. */
const isPoint = (tokens: readonly Token[], at: number): boolean => {
  const [before, point, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  return point?.kind === "break" && point.at === before?.to && point.to === after?.at;
};

const isForm = (written: string, word: Word): boolean =>
  word.some(({ base, endings }) => written.startsWith(base) && endings.has(written.slice(base.length)));

const wordsOf = (spelling: string): Word[] =>
  tokensOf(spelling)
    .filter(({ kind }) => kind === "word")
    .map(({ word }) => formsOf(plain(word)));

const listed = (endings: string): ReadonlySet<string> => new Set(endings.split(" "));
const none = listed("");
const plural: ReadonlySet<string> = new Set(["", "s"]);
const nominal: ReadonlySet<string> = new Set([
  "",
  ...listed("а я о е у ю ы и ь й ой ей ою ею ом ем ам ям ами ями ах ях ов ев ью"),
]);
const fleeting = listed("а у е и ы ом ем ей ов ам ами ах");
const adjectival = listed("ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ей ых их ыми ими");

/** The case forms of a name's word. Unlike a stem it gives nothing away but the ending: "Лента" must not find "летом". */
function formsOf(word: string): Word {
  if (/^[a-z]{3,}$/.test(word)) return [{ base: word, endings: plural }];
  if (!/^[а-я]{3,}$/.test(word)) return [{ base: word, endings: none }];
  const forms: Form[] = [{ base: word.replace(/[аеийоуыьюя]$/, ""), endings: nominal }];
  if (/.{2}(?:[ыио]й|ая|яя|ое|ее|ые|ие)$/.test(word))
    forms.push({ base: word.slice(0, -2), endings: adjectival });
  // Перекрёсток and Перекрёстка; then Пятёрочка and Пятёрочек.
  const short = /^(.{2,}[^аеиоуыэюя])[ео]([кц])$/.exec(word);
  if (short) forms.push({ base: `${short[1]}${short[2]}`, endings: fleeting });
  const long = /^(.+[^аеиоуыэюя])(к)а$/.exec(word);
  if (long) for (const vowel of "ео") forms.push({ base: `${long[1]}${vowel}${long[2]}`, endings: none });
  return forms;
}

/** Without accents, and without what follows an apostrophe as an ending: L'Oréal as loreal, Ozon'а as ozon. */
const plain = (word: string): string => {
  if (/^[а-яa-z]*$/.test(word)) return word;
  const unaccented = word
    .normalize("NFD")
    .replace(/(?<!и)[\u0300-\u036f]/g, "")
    .normalize("NFC");
  return unaccented.replace(/'(?:s|[а-я]{1,3}|[aey]|om)$/, "").replaceAll("'", "");
};
