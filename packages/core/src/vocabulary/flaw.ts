import { isBuiltIn, type Topic } from "../label/topic.ts";
import type { Said } from "../said.ts";
import type { Named, TopicRule, Vocabulary } from "./vocabulary.ts";

/** Why a vocabulary cannot be used, for the person who wrote it; null where it can. */
export function flawOf(vocabulary: Vocabulary): Said | null {
  return (
    flawOfSize(vocabulary) ??
    flawOfTopics(vocabulary.topics) ??
    flawOfPhrases(vocabulary.topics) ??
    flawOfNames(vocabulary)
  );
}

/** In UTF-16 units of its JSON: it is read with every job and lies in one row. */
const mostLetters = 100_000;

function flawOfSize(vocabulary: Vocabulary): Said | null {
  if (JSON.stringify(vocabulary).length <= mostLetters) return null;
  return {
    ru: "Тем, примеров и названий слишком много. Уберите те, что встречаются реже всего.",
    en: "There are too many topics, examples and names. Take out those that are rarest.",
  };
}

function flawOfTopics(rules: readonly TopicRule[]): Said | null {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const titles = new Map<string, Topic>();
  if (byId.size < rules.length)
    return {
      ru: "Одна тема записана дважды. Оставьте одну запись.",
      en: "One topic stands twice. Keep one of them.",
    };
  for (const rule of rules) {
    const { id, title, standing } = rule;
    if (!isBuiltIn(id) && title === undefined)
      return { ru: "У новой темы нет названия. Дайте его.", en: "A new topic has no name. Give it one." };
    if (id === "other" && standing.is !== "shown")
      return {
        ru: "«Другое» нельзя скрыть или объединить: туда попадает всё, что не подошло ни к одной теме.",
        en: "“Other” cannot be hidden or merged: it holds what fits no topic.",
      };
    if (title !== undefined && titles.has(folded(title)))
      return {
        ru: `Две темы называются «${title}». Переименуйте одну или объедините их.`,
        en: `Two topics are called “${title}”. Rename one, or merge them.`,
      };
    if (title !== undefined) titles.set(folded(title), id);
    const flaw = flawOfMerging(rule, byId);
    if (flaw) return flaw;
  }
  return null;
}

function flawOfMerging(rule: TopicRule, rules: ReadonlyMap<Topic, TopicRule>): Said | null {
  const named = rule.title ?? rule.id;
  const passed = new Set<Topic>([rule.id]);
  let { standing } = rule;
  while (standing.is === "merged") {
    const { into } = standing;
    if (passed.has(into))
      return {
        ru: `Тема «${named}» объединяется по кругу сама с собой. Оставьте одну из тем круга видимой.`,
        en: `The topic “${named}” is merged into itself in a circle. Leave one topic of the circle shown.`,
      };
    if (into === "other")
      return {
        ru: `Тему «${named}» нельзя объединить с «Другое». Скройте её.`,
        en: `The topic “${named}” cannot be merged into “other”. Hide it instead.`,
      };
    const next = rules.get(into);
    if (!next && !isBuiltIn(into))
      return {
        ru: `Тема «${named}» объединена с темой, которой больше нет. Выберите другую.`,
        en: `The topic “${named}” is merged into one that is no longer there. Choose another.`,
      };
    if (next?.standing.is === "hidden")
      return {
        ru: `Тема «${named}» объединена со скрытой темой. Покажите ту или выберите другую.`,
        en: `The topic “${named}” is merged into a hidden one. Show that one, or choose another.`,
      };
    if (!next) return null;
    passed.add(into);
    standing = next.standing;
  }
  return null;
}

function flawOfPhrases(rules: readonly TopicRule[]): Said | null {
  const owners = new Map<string, Topic>();
  for (const { id, phrases } of rules)
    for (const phrase of phrases) {
      if (!hasWord(phrase)) return wordless(phrase);
      const owner = owners.get(folded(phrase));
      if (owner !== undefined && owner !== id)
        return {
          ru: `Пример «${phrase}» стоит у двух тем. Оставьте его у одной.`,
          en: `The example “${phrase}” stands under two topics. Keep it under one.`,
        };
      owners.set(folded(phrase), id);
    }
  return null;
}

function flawOfNames({ products, competitors }: Pick<Vocabulary, "products" | "competitors">): Said | null {
  const owners = new Map<string, Named>();
  for (const named of [...products, ...competitors])
    for (const spelling of [named.name, ...named.spellings]) {
      if (!hasWord(spelling)) return wordless(spelling);
      const owner = owners.get(folded(spelling));
      if (owner && owner !== named)
        return {
          ru: `Название «${spelling}» записано дважды. Оставьте его в одном месте.`,
          en: `The name “${spelling}” stands twice. Keep it in one place.`,
        };
      owners.set(folded(spelling), named);
    }
  return null;
}

const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
const wordless = (text: string): Said => ({
  ru: `В «${text}» нет ни одной буквы: такое в тексте не найти. Впишите слова.`,
  en: `“${text}” has no letter in it and cannot be found in a text. Write words.`,
});

const folded = (text: string): string => text.toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ").trim();
