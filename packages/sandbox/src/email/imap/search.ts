import { headersOf, readable } from "../mime.ts";
import type { Mail } from "../postbox.ts";
import type { Word } from "./words.ts";

/** A search that this server does not know: BAD, as RFC 3501 has it. */
export class UnknownSearch extends Error {}

/** Which numbers a set such as "2,5:7,9:*" names; `*` is the greatest there is. */
export function within(set: string, number: number, greatest: number): boolean {
  return set.split(",").some((range) => {
    const [from = 0, to = from] = range.split(":").map((end) => (end === "*" ? greatest : Number(end)));
    return number >= Math.min(from, to) && number <= Math.max(from, to);
  });
}

/** The uids of the mails that all keys hold for. */
export function searched(mails: readonly Mail[], keys: readonly Word[]): number[] {
  const greatest = mails.at(-1)?.uid ?? 0;
  const tests = testsOf(keys, greatest);
  return mails.filter((mail) => tests.every((test) => test(mail))).map(({ uid }) => uid);
}

type Test = (mail: Mail) => boolean;

function testsOf(keys: readonly Word[], greatest: number): Test[] {
  const tests: Test[] = [];
  const left = [...keys];
  const next = (): string => {
    const word = left.shift();
    if (typeof word !== "string") throw new UnknownSearch("a word is missing");
    return word;
  };
  while (left.length > 0) {
    const key = next().toUpperCase();
    if (key === "ALL") continue;
    if (key === "CHARSET") next();
    else if (key === "UID") {
      const set = next();
      tests.push(({ uid }) => within(set, uid, greatest));
    } else if (key === "SINCE" || key === "BEFORE") {
      const day = dayOf(next());
      tests.push(({ at }) => (key === "SINCE" ? dayOf(at) >= day : dayOf(at) < day));
    } else if (key === "FROM" || key === "SUBJECT") tests.push(headerTest(key, next()));
    else if (key === "HEADER") tests.push(headerTest(next(), next()));
    else throw new UnknownSearch(key);
  }
  return tests;
}

const headerTest =
  (name: string, part: string): Test =>
  ({ raw }) => {
    const value = headersOf(raw).get(name.toLowerCase());
    return value !== undefined && readable(value).toLowerCase().includes(part.toLowerCase());
  };

/** A day in UTC, which is this server's zone, as milliseconds. */
const dayOf = (time: Date | string): number => {
  const date = typeof time === "string" ? new Date(`${time} UTC`) : time;
  return Math.floor(date.getTime() / 86_400_000);
};
