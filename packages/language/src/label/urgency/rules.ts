import type { UrgencyReason } from "@otklik/core/label/label";
import { wordIndex } from "../word-index.ts";
import { churn } from "./churn.ts";
import { fraud } from "./fraud.ts";
import { health } from "./health.ts";
import { legal } from "./legal.ts";
import { media } from "./media.ts";
import { outage } from "./outage.ts";
import type { ReasonWords } from "./reason-words.ts";
import { shared } from "./shared.ts";

export type SharedClass = keyof typeof shared;

export interface Rule {
  reason: UrgencyReason;
  /** Numbers of the classes that must stand close together, the first first. */
  classes: readonly [key: number, ...others: number[]];
  /** Counts only where the writer does not plainly praise. */
  spoiltByPraise: boolean;
}

const reasons: readonly (readonly [UrgencyReason, ReasonWords])[] = [
  ["health", health],
  ["legal", legal],
  ["fraud", fraud],
  ["media", media],
  ["churn", churn],
  ["outage", outage],
];

const numbers = new Map<string, number>();
const classesOf = new Map<string, number[]>();
const register = (name: string, patterns: string) => {
  const number = numbers.size;
  numbers.set(name, number);
  for (const pattern of patterns.trim().split(/\s+/))
    classesOf.set(pattern, [...(classesOf.get(pattern) ?? []), number]);
};
for (const [name, patterns] of Object.entries(shared)) register(name, patterns);
for (const [reason, { classes }] of reasons)
  for (const [name, patterns] of Object.entries(classes)) register(`${reason}.${name}`, patterns);

/** @throws Error when a rule names a class that no list has. */
const numberOf = (name: string): number => {
  const number = numbers.get(name);
  if (number === undefined) throw new Error(`No words of the class "${name}".`);
  return number;
};

const ruleOf = (reason: UrgencyReason, written: string): Rule => {
  const [key = "", ...others] = written.replace("~", "").split(" ");
  const number = (name: string) => numberOf(`${reason}.${name}`);
  return {
    reason,
    classes: [number(key), ...others.map(number)],
    spoiltByPraise: written.startsWith("~"),
  };
};

/** The classes that stand at a place, by number, all of one index: one pass over a text finds them all. */
export const classIndex = wordIndex(classesOf);
export const sharedClass = (name: SharedClass): number => numberOf(name);
export const classCount = numbers.size;

/** Rules by the class they begin with, the surer ones first. */
export const rulesByKey: ReadonlyMap<number, readonly Rule[]> = Map.groupBy(
  reasons.flatMap(([reason, { rules }]) => rules.map((written) => ruleOf(reason, written))),
  ({ classes }) => classes[0],
);
