import type { Label } from "@otklik/core/label/label";
import { beforeAll, describe, expect, it } from "vitest";
import { casesOf, type Finding, type Score, scoreOf, told } from "./cases.ts";

const flagged =
  (kinds: Partial<Record<Label["flags"][number], readonly string[]>>): Finding =>
  ({ flags }) =>
    flags.flatMap((flag) => (kinds[flag] ?? []).map((kind) => ({ kind, words: "" })));

const findings: Record<string, Finding> = {
  insult: flagged({ insult: ["insult"] }),
  spam: flagged({ spam: ["spam"] }),
  // Which of the two it is suspected of matters less than that it is: a paid review may praise a competitor.
  suspect: flagged({ fake: ["paid", "fake", "competitor"], competitor: ["paid", "fake", "competitor"] }),
  request: ({ wish }) => (wish ? ["question", "request"].map((kind) => ({ kind, words: "" })) : []),
  contacts: ({ contacts }, text) =>
    contacts.map(({ is, from, to }) => ({ kind: is, words: text.slice(from, to) })),
};

/**
 * Two writers' sealed cases, who knew nothing of rules or models; nobody who works on these has read them. The bar is 0.85:
 * these hold what is reached, which is less in places.
 */
const sealed = [
  { cases: "insult-sealed", sign: "insult", kinds: ["insult"], found: 0.9, taken: 0.1 },
  { cases: "spam-sealed", sign: "spam", kinds: ["spam"], found: 0.95, taken: 0.1 },
  {
    cases: "suspect-sealed",
    sign: "suspect",
    kinds: ["paid", "fake", "competitor"],
    found: 0.85,
    taken: 0.14,
  },
  { cases: "request-sealed", sign: "request", kinds: ["question", "request"], found: 0.95, taken: 0.1 },
  { cases: "sealed-2", sign: "insult", kinds: ["insult"], found: 0.74, taken: 0.02 },
  { cases: "sealed-2", sign: "spam", kinds: ["spam"], found: 0.9, taken: 0.02 },
  { cases: "sealed-2", sign: "suspect", kinds: ["fake", "competitor"], found: 0.79, taken: 0.02 },
  { cases: "sealed-2", sign: "request", kinds: ["question", "request"], found: 0.73, taken: 0.02 },
];

describe.each(sealed)("$sign in sentences that nobody looked at, $cases", ({ cases, sign, ...bar }) => {
  let score: Score;
  const asked = casesOf(`signals/${cases}`).map((one) => ({
    ...one,
    kinds: one.kinds.filter((kind) => bar.kinds.includes(kind)),
    words: [],
  }));
  beforeAll(async () => {
    score = await scoreOf(asked, findings[sign] as Finding);
    process.stdout.write(told(`${sign}, ${cases}`, score));
  });

  it(`is found in ${100 * bar.found} of 100`, () => {
    expect(score.recall).toBeGreaterThanOrEqual(bar.found);
  });

  it(`is seen in ${100 * bar.taken} others of 100 at most`, () => {
    expect(score.mistaken).toBeLessThanOrEqual(bar.taken);
  });
});

describe.each(["open", "sealed"])("contact details in the %s half", (half) => {
  it("are cut out to the letter in 85 of 100, so that no figure is left when they are masked", async () => {
    const { exact } = await scoreOf(casesOf(`signals/contacts-${half}`), findings.contacts as Finding);
    expect(exact).toBeGreaterThanOrEqual(0.85);
  });
});
