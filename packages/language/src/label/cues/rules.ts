import { wordIndex } from "../word-index.ts";
import { competitor } from "./competitor.ts";
import type { CueWords } from "./cue-words.ts";
import { fake } from "./fake.ts";
import { insult } from "./insult.ts";
import { question } from "./question.ts";
import { request } from "./request.ts";
import { shared } from "./shared.ts";
import { spam } from "./spam.ts";

/** The parts of a label that cues tell, named as in its evidence. */
const parts = {
  "flag.insult": insult,
  "flag.spam": spam,
  "flag.fake": fake,
  "flag.competitor": competitor,
  "wish.question": question,
  "wish.request": request,
} as const satisfies Record<string, CueWords>;
export type Part = keyof typeof parts;

export interface Rule {
  of: Part;
  /** Numbers of the classes that must stand close together, the first first. */
  classes: readonly [key: number, ...others: number[]];
  /** Counts only where the writer does not plainly praise. */
  spoiltByPraise: boolean;
}

/** Each way to read a pattern: "ухо*_(в|к)_друг*" is two. */
const alternatives = (pattern: string): string[] => {
  const [, before = "", among, after = ""] = /^(.*?)\(([^)]*)\)(.*)$/.exec(pattern) ?? [];
  if (among === undefined) return [pattern];
  return among.split("|").flatMap((one) => alternatives(`${before}${one}${after}`));
};

const numbers = new Map<string, number>();
const classesOf = new Map<string, number[]>();
const register = (name: string, patterns: string) => {
  const number = numbers.size;
  numbers.set(name, number);
  for (const pattern of new Set(patterns.trim().split(/\s+/).flatMap(alternatives)))
    classesOf.set(pattern, [...(classesOf.get(pattern) ?? []), number]);
};
for (const [name, patterns] of Object.entries(shared)) register(name, patterns);
for (const [part, { classes }] of Object.entries(parts))
  for (const [name, patterns] of Object.entries(classes)) register(`${part}.${name}`, patterns);

/**
 * The number of a class: of a shared one by its name, else by its part and name, such as "flag.insult.excused".
 * @throws Error when no list has that class.
 */
export const classNumber = (name: string): number => {
  const number = numbers.get(name);
  if (number === undefined) throw new Error(`No words of the class "${name}".`);
  return number;
};

const ruleOf = (of: Part, written: string): Rule => {
  const [key = "", ...others] = written.replace("~", "").split(" ");
  const number = (name: string) => classNumber(`${of}.${name}`);
  return { of, classes: [number(key), ...others.map(number)], spoiltByPraise: written.startsWith("~") };
};

/** The classes that stand at a place, by number, all of one index: one pass over a text finds them all. */
export const classIndex = wordIndex(classesOf);

/** Rules by the class they begin with. */
export const rulesByKey: ReadonlyMap<number, readonly Rule[]> = Map.groupBy(
  (Object.keys(parts) as Part[]).flatMap((of) => parts[of].rules.map((written) => ruleOf(of, written))),
  ({ classes }) => classes[0],
);
