import { beforeAll, describe, expect, it } from "vitest";
import { type Case, casesOf, type Finding, type Score, scoreOf, told } from "./cases.ts";

/**
 * Short texts that praise by denying what is bad ("не к чему придраться"), 90 Russian and 70 English, and 110 that are built
 * alike and do not. Sealed: by a writer who knew nothing of the labeler, and unread by whoever works on it.
 */
const denials = casesOf("denials/sealed");
const of = (kind: string): Case[] =>
  denials.map((one) => ({ ...one, kinds: one.kinds.filter((it) => it === kind) }));

const heard: Readonly<Record<string, Finding>> = {
  praise: ({ sentiment }) => (sentiment.is === "positive" ? [{ kind: "praise", words: "" }] : []),
  blame: ({ sentiment }) => (sentiment.is === "negative" ? [{ kind: "blame", words: "" }] : []),
  complaint: ({ complaint }) => (complaint ? [{ kind: "complaint", words: "" }] : []),
};

describe.each([
  { kind: "praise", found: 0.6, others: 0.22 },
  { kind: "blame", found: 0.6, others: 0.19 },
  { kind: "complaint", found: 0.6, others: 0.24 },
])("$kind told by denying", ({ kind, found, others }) => {
  let score: Score;
  beforeAll(async () => {
    score = await scoreOf(of(kind), heard[kind] as Finding);
    process.stdout.write(told(`denials, ${kind}`, score));
  });

  it(`is found in ${100 * found} of 100`, () => {
    expect(score.recall).toBeGreaterThanOrEqual(found);
  });

  it(`is heard in ${100 * others} others of 100 at most`, () => {
    expect(score.mistaken).toBeLessThanOrEqual(others);
  });
});
