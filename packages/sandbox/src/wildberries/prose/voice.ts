// How a buyer types: the same sentences come out neat, hurried, excited or sloppy.
import type { Chance } from "../../chance.ts";
import { uncapitalised } from "./template.ts";

export type Mood = "good" | "mild" | "bad";

const emoji: Record<Mood, readonly string[]> = {
  good: ["😍", "❤️", "🔥", "👍", "🥰", "🌼", "👏", "😊", "👌"],
  mild: ["🤷‍♀️", "😐", "😅", "🤔"],
  bad: ["😡", "😤", "👎", "😢", "🤦‍♀️", "😠"],
};

/** Slips that people really make; each spoils at most one word. */
const slips: readonly (readonly [string, string])[] = [
  ["впитывается", "впитываеться"],
  ["пожалуйста", "пожалуста"],
  ["раздражение", "раздрожение"],
  ["аллерги", "алерги"],
  ["рекомендую", "рекоммендую"],
  ["возврат", "возрат"],
  ["продавц", "продовц"],
  ["очень", "оч"],
  ["спасибо", "спс"],
  ["доставк", "достовк"],
  ["приятно", "преятно"],
  ["сейчас", "щас"],
  ["ничего", "ничо"],
  ["привезли", "превезли"],
  ["пришлось", "пришлос"],
  ["упаковк", "упоковк"],
  ["посоветовала", "посаветовала"],
  ["дешевле", "дешевлее"],
];

const ends = /[.!?…)]$/u;
const closed = (sentence: string) => (ends.test(sentence) ? sentence : `${sentence}.`);
const withoutYo = (text: string) => text.replaceAll("ё", "е").replaceAll("Ё", "Е");
const startsLower = (sentence: string) =>
  /^\p{Lu}\p{Ll}|^\p{Lu} /u.test(sentence) ? uncapitalised(sentence) : sentence;

function misspell(text: string, chance: Chance): string {
  const possible = slips.filter(([right]) => text.includes(right));
  if (possible.length === 0) return text;
  const [right, wrong] = chance.pick(possible);
  return text.replace(right, wrong);
}

const manners = {
  neat: (sentences: string[]) => sentences.map(closed).join(" "),
  plain: (sentences: string[]) => withoutYo(sentences.map(closed).join(" ")).replace(/\.$/u, ""),
  excited: (sentences: string[], chance: Chance, mood: Mood) => {
    const [last = "", ...rest] = [...sentences].reverse();
    const marks = chance.pick(mood === "bad" ? ["!!!", "!!", "!", "?!"] : ["!", "!!", ")", ")))", "!"]);
    const loud = [...rest.reverse().map(closed), last.replace(ends, "") + marks].join(" ");
    return `${withoutYo(loud)} ${chance.likely(0.6) ? chance.pick(emoji[mood]) : ""}`.trim();
  },
  sloppy: (sentences: string[], chance: Chance) => {
    const joined = sentences.map((sentence) => startsLower(sentence.replace(/\.$/u, ""))).join(", ");
    return misspell(withoutYo(joined).replaceAll(/[«»]/gu, ""), chance);
  },
} as const;

/** Writes the sentences down as one person would. */
export function speak(sentences: string[], { chance, mood }: { chance: Chance; mood: Mood }): string {
  const manner = chance.weighted([
    ["neat", 42],
    ["plain", 28],
    ["excited", 16],
    ["sloppy", 14],
  ] as const);
  return manners[manner](sentences, chance, mood);
}
