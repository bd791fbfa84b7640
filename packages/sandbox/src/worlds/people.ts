import { type Chance, chance } from "../chance.ts";
import type { Gender, Lexicon } from "./lexicon.ts";
import type { Tone } from "./utterance.ts";

/** So many people speak each tongue of a world; the first of them far more often than the last. */
const PEOPLE = 400;

export interface Speaker {
  key: string;
  /** How the person is addressed, and as whom it is shown. */
  name: string;
  shown: string;
  gender: Gender;
}

const initials = { ru: "АБВГДЕЗКЛМНОПРСТФШ", en: "ABCDEFGHJKLMNPRSTW" } as const;

/** Somebody of this world, of this gender if it matters: plain first names, nobody in particular. */
export function speakerOf(of: {
  seed: string;
  lexicon: Lexicon;
  luck: Chance;
  tone: Tone;
  gender?: Gender;
}): Speaker {
  const { seed, lexicon, luck, tone } = of;
  const { language, people } = lexicon;
  const drawn = () => {
    const number = Math.floor(luck.next() ** 1.7 * PEOPLE);
    const whose = chance(`${seed}/person/${language}/${number}`);
    return { number, whose, ...whose.pick(people) };
  };
  let person = drawn();
  while (of.gender && person.gender !== of.gender) person = drawn();
  const { number, whose, name, gender } = person;
  const initial = whose.pick([...initials[language]]);
  const isShort = tone === "review" && whose.likely(0.5);
  return { key: `${language}-${number}`, name, gender, shown: isShort ? name : `${name} ${initial}.` };
}

/** A list of first names as people to speak. */
export const named = (names: string, gender: Gender): { name: string; gender: Gender }[] =>
  names.split(" ").map((name) => ({ name, gender }));

/** One who has spoken before, by the name that was shown. */
export function speakingAgain(
  author: { name: string },
  { people }: Lexicon,
): { name: string; gender: Gender } {
  const [name = author.name] = author.name.split(" ");
  return people.find((person) => person.name === name) ?? { name, gender: "feminine" };
}
