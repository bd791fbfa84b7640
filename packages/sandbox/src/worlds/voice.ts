// How a person types: the same sentences come out neat, hurried, excited or sloppy.
import type { Chance } from "../chance.ts";
import type { Gender, Mood, Named } from "./lexicon.ts";

const emoji: Record<Mood, readonly string[]> = {
  good: ["😍", "❤️", "🔥", "👍", "🥰", "🌼", "👏", "😊", "👌"],
  mild: ["🤷", "😐", "😅", "🤔"],
  bad: ["😡", "😤", "👎", "😢", "🤦", "😠"],
};

/** Slips that people really make; each spoils at most one word. */
const slips: Record<"ru" | "en", readonly (readonly [string, string])[]> = {
  ru: [
    ["впитывается", "впитываеться"],
    ["пожалуйста", "пожалуста"],
    ["раздражение", "раздрожение"],
    ["аллерги", "алерги"],
    ["рекомендую", "рекоммендую"],
    ["возврат", "возрат"],
    ["очень", "оч"],
    ["спасибо", "спс"],
    ["доставк", "достовк"],
    ["приятно", "преятно"],
    ["сейчас", "щас"],
    ["ничего", "ничо"],
    ["упаковк", "упоковк"],
    ["вообще", "вобще"],
    ["приложение", "преложение"],
    ["кажется", "кажеться"],
    ["впечатление", "впичатление"],
    ["капучино", "капуччино"],
    ["официант", "официнат"],
    ["обновлени", "обновлнеи"],
  ],
  en: [
    ["definitely", "definately"],
    ["really", "realy"],
    ["because", "becuase"],
    ["their", "thier"],
    ["separate", "seperate"],
    ["you are", "ur"],
    ["don't", "dont"],
    ["can't", "cant"],
    ["it's", "its"],
    ["please", "pls"],
    ["screen", "sceen"],
    ["update", "updaet"],
  ],
};

const ends = /[.!?…)]$/u;
const closed = (sentence: string) => (ends.test(sentence) ? sentence : `${sentence}.`);
const withoutYo = (text: string) => text.replaceAll("ё", "е").replaceAll("Ё", "Е");

export const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase("ru") + text.slice(1);

/** Names and abbreviations at the start stay as they are. */
const startsLower = (sentence: string) =>
  /^\p{Lu}\p{Ll}*[ ,]/u.test(sentence) && !/^I /.test(sentence)
    ? sentence.charAt(0).toLocaleLowerCase("ru") + sentence.slice(1)
    : sentence;

function misspell(text: string, luck: Chance, language: "ru" | "en"): string {
  const possible = slips[language].filter(([right]) => text.includes(right));
  if (possible.length === 0) return text;
  const [right, wrong] = luck.pick(possible);
  return text.replace(right, wrong);
}

interface Manner {
  luck: Chance;
  mood: Mood;
  language: "ru" | "en";
}

const manners = {
  neat: (sentences: readonly string[]) => sentences.map(closed).join(" "),
  plain: (sentences: readonly string[]) => withoutYo(sentences.map(closed).join(" ")).replace(/\.$/u, ""),
  excited: (sentences: readonly string[], { luck, mood }: Manner) => {
    const last = sentences.at(-1) ?? "";
    const marks = luck.pick(mood === "bad" ? ["!!!", "!!", "!", "?!"] : ["!", "!!", ")", ")))", "!"]);
    const loud = [
      ...sentences.slice(0, -1).map(closed),
      last.replace(/[.!…]+$/u, "") + (/[?)]$/u.test(last) ? "" : marks),
    ];
    return `${withoutYo(loud.join(" "))} ${luck.likely(0.6) ? luck.pick(emoji[mood]) : ""}`.trim();
  },
  sloppy: (sentences: readonly string[], { luck, language }: Manner) => {
    const joined = sentences.map((sentence) => startsLower(sentence.replace(/\.$/u, "")));
    const run = joined.reduce(
      (text, next) => (text === "" ? next : /[!?)]$/u.test(text) ? `${text} ${next}` : `${text}, ${next}`),
      "",
    );
    return misspell(withoutYo(run).replaceAll(/[«»]/gu, ""), luck, language);
  },
} as const;

/** Writes the sentences down as one person would. */
export function speak(sentences: readonly string[], manner: Manner): string {
  const chosen = manner.luck.weighted([
    ["neat", 42],
    ["plain", 28],
    ["excited", 16],
    ["sloppy", 14],
  ] as const);
  return manners[chosen](sentences, manner);
}

const speakerForm = { masculine: 0, feminine: 1 } as const;
const subjectForm = { masculine: 0, feminine: 1, neuter: 2 } as const;

/** Fills a clause's braces; see `lexicon.ts`. Throws on a slot that the subject has no form for. */
export function fill(
  clause: string,
  of: { speaker: Gender; subject: Named; luck: Chance; name?: string },
): string {
  const { speaker, subject, luck, name } = of;
  const filled = clause.replaceAll(/\{([^}]*)\}/g, (_, slot: string) => {
    if (slot.includes("~")) return luck.pick(slot.split("~"));
    if (slot.includes("|")) return slot.split("|")[subjectForm[subject.gender]] ?? "";
    if (slot.includes("/")) return slot.split("/")[speakerForm[speaker]] ?? "";
    if (slot === "n") return String(luck.int(1000, 99_999));
    if (slot === "name" && name !== undefined) return name;
    const form = subject.forms[slot];
    if (form === undefined) throw new Error(`Unknown slot {${slot}} for ${subject.key} in a demo sentence.`);
    return form;
  });
  return capitalised(filled);
}
