import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Label } from "@otklik/core/label/label";
import type { Labelled } from "@otklik/core/label/labeler";
import { beforeAll, describe, expect, it } from "vitest";
import { embedded, labelsOf } from "./asked.ts";

interface Mail {
  mention: Labelled;
  /** What it tells besides its mood, as two writers saw it who knew nothing of the labeler. */
  signals: readonly string[];
}

/**
 * An ordinary week's inbox of many firms, sealed: 300 Russian and 300 English texts, more than half of which tell nothing but
 * their mood. Here the near-misses are not the hardest that one can think of, but what people write.
 */
const inbox: Mail[] = readFileSync(join(import.meta.dirname, "inbox/sealed.tsv"), "utf8")
  .replace(/\n$/, "")
  .split("\n")
  .slice(1)
  .map((line) => {
    const [, , text = "", signals = "", stars = ""] = line.split("\t");
    const rating = stars === "" ? {} : { rating: { stars: Number(stars), outOf: 5 } };
    return {
      mention: { kind: "review", text, ...rating },
      signals: signals === "" ? [] : signals.split("|"),
    };
  });

const heardIn = ({ urgency, flags, wish }: Label): string[] => [
  ...urgency.map(({ reason }) => reason),
  ...flags,
  ...(wish ? [wish] : []),
];

const bars = [
  {
    signal: "urgency",
    any: ["health", "legal", "fraud", "media", "churn", "outage"],
    found: 0.95,
    others: 0.09,
  },
  { signal: "insult", any: ["insult"], found: 0.95, others: 0.02 },
  { signal: "spam", any: ["spam"], found: 0.95, others: 0.01 },
  { signal: "suspicion", any: ["fake", "competitor"], found: 0.8, others: 0.02 },
  { signal: "a wish", any: ["question", "request"], found: 0.8, others: 0.04 },
];

let labels: Label[];
beforeAll(async () => {
  labels = await labelsOf(
    embedded,
    inbox.map(({ mention }) => mention),
  );
});

describe.each(bars)("$signal in an ordinary inbox", ({ signal, any, found, others }) => {
  const share = (isDue: boolean): number => {
    const asked = inbox
      .map(({ signals }, at) => ({ signals, at }))
      .filter((one) => isAny(one.signals) === isDue);
    return asked.filter(({ at }) => isAny(heardIn(labels[at] as Label))).length / asked.length;
  };
  const isAny = (signals: readonly string[]): boolean => signals.some((one) => any.includes(one));

  it(`is found in ${100 * found} of 100`, () => {
    process.stdout.write(
      `inbox, ${signal}: found ${share(true).toFixed(3)}, in others ${share(false).toFixed(3)}\n`,
    );
    expect(share(true)).toBeGreaterThanOrEqual(found);
  });

  it(`is heard in ${100 * others} others of 100 at most`, () => {
    expect(share(false)).toBeLessThanOrEqual(others);
  });
});

it("leaves 92 of 100 texts in peace that tell nothing but their mood", () => {
  const plain = inbox.flatMap(({ signals }, at) =>
    signals.length === 0 ? [heardIn(labels[at] as Label)] : [],
  );
  process.stdout.write(
    `inbox, plain: ${plain.length}, something heard in ${plain.filter((one) => one.length > 0).length}\n`,
  );
  expect(plain.filter((one) => one.length > 0).length / plain.length).toBeLessThanOrEqual(0.08);
});
