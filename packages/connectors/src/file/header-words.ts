import { type Field, fields } from "./settings.ts";
import { synonyms } from "./synonyms.ts";

/** Fields that a longer name may hold by one of its phrases: "Оценка качества", "Текст отзыва клиента". */
const looseFields: ReadonlySet<Field> = new Set<Field>([
  "text",
  "rating",
  "author",
  "date",
  "pros",
  "cons",
  "answer",
  "answerDate",
]);
/** Words of columns that speak about a review without holding any of it. */
const beside =
  /^(?:статус|status|state|состояние|тип|type|колич|кол$|число|count|total|всего|фото|photo|image|video|видео|лай|like|dislike|helpful|полезн|средн|average|avg|категор|category|бренд|brand|цена|price|верс|version|есть|наличие|has|is$)/;
/** Whose words they are, or what they are about, decides what else the name can mean. */
const families: readonly { stem: RegExp; may: readonly Field[] }[] = [
  { stem: /^(?:ответ|answer|repl|respon)/, may: ["answer", "answerDate"] },
  { stem: /^(?:товар|product|item|offer)/, may: ["product", "sku", "productName", "variant"] },
  { stem: /^(?:author|user|reviewer|customer|profile)/, may: ["author", "email", "phone", "language"] },
  { stem: /^(?:order|заказ)/, may: ["order"] },
];

const ranks: readonly { words: string; field: Field; rank: number }[] = fields.flatMap((field) =>
  synonyms[field].map((words, rank) => ({ words, field, rank })),
);

export interface Meaning {
  field: Field;
  /** How sure: from `certain` on the whole name is known, below it only a part of it. */
  score: number;
}
export const certain = 100;

/** What a column of this name may hold, the surest first. */
export function meaningsOf(name: string): Meaning[] {
  const whole = wordsOf(name);
  const found = [...exact(whole), ...byLastStep(name), ...byPhrase(whole)];
  return found.sort((a, b) => b.score - a.score);
}

/** Whether a name leaves open what its column holds, so that the values may tell it. */
export function isSilent(name: string): boolean {
  const spoken = wordsOf(name).split(" ");
  const isAside = (word: string) => beside.test(word) || families.some(({ stem }) => stem.test(word));
  return meaningsOf(name).length === 0 && !spoken.some(isAside);
}

/** "createdDate", "created_at", "Оценка (1-5)" as lower-case words. */
export function wordsOf(name: string): string {
  return name
    .normalize("NFC")
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, " ")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/\([^)]*\)/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const exact = (words: string): Meaning[] =>
  ranks.filter((known) => known.words === words).map(({ field, rank }) => ({ field, score: 200 - rank }));

/** Of a path in JSON such as "review.rating" the last step, unless what it lies in speaks of something else. */
function byLastStep(name: string): Meaning[] {
  const steps = name.split(".");
  const last = steps.pop() ?? "";
  if (steps.length === 0) return [];
  return within(wordsOf(steps.join(" ")), exact(wordsOf(last))).map(({ field, score }) => ({
    field,
    score: score - 50,
  }));
}

function byPhrase(whole: string): Meaning[] {
  const words = whole.split(" ");
  if (words.length < 2 || words.length > 7 || words.some((word) => beside.test(word))) return [];
  const found = ranks
    .filter((known) => looseFields.has(known.field) && ` ${whole} `.includes(` ${known.words} `))
    .map(({ field, words: phrase, rank }) => ({ field, score: 40 + phrase.length - rank }));
  return within(whole, found);
}

/** Those that the families of these words allow. */
function within(words: string, meanings: Meaning[]): Meaning[] {
  const spoken = families.filter(({ stem }) => words.split(" ").some((word) => stem.test(word)));
  return meanings.filter(({ field }) => spoken.every(({ may }) => may.includes(field)));
}
