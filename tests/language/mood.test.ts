import { readFileSync } from "node:fs";
import { join } from "node:path";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { beforeAll, describe, expect, it } from "vitest";

/**
 * What customers write in an ordinary week, sealed: 300 Russian and 300 English texts, a third of each mood, each language by
 * a writer of its own, a large language model that knew nothing of the labeler. Nobody who works on it has read them.
 */
const sealed = readFileSync(join(import.meta.dirname, "mood/sealed.tsv"), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [id = "", language = "", is = "", text = ""] = line.split("\t");
    return { id, language, is, text };
  });

interface Read {
  is: string;
  said: string;
  confidence: number;
}

const share = (some: readonly Read[], among: readonly Read[]): number => some.length / among.length;
const isRight = ({ is, said }: Read): boolean => said === is || (said === "mixed" && is === "neutral");

describe.each([
  { language: "ru", right: 0.9, flipped: 0.03, sureRight: 0.97 },
  { language: "en", right: 0.82, flipped: 0.05, sureRight: 0.95 },
])("the mood of an ordinary week, by words alone ($language)", ({ language, right, flipped, sureRight }) => {
  let read: Read[];
  beforeAll(async () => {
    const texts = sealed.filter((one) => one.language === language);
    const labelled = await embeddedLabeler().label(
      texts.map(({ text }) => ({ kind: "review", text })),
      { workspaceId: "mood" },
    );
    read = labelled.map((outcome, at) => {
      if (!("label" in outcome)) throw new Error(outcome.failed);
      const { is: said, confidence } = outcome.label.sentiment;
      return { is: texts[at]?.is ?? "", said, confidence };
    });
  });
  const sure = (): Read[] => read.filter(({ confidence }) => confidence >= 0.75);
  const polar = (): Read[] => read.filter(({ is }) => is !== "neutral");
  const flips = (): Read[] =>
    polar().filter(({ is, said }) => said === (is === "negative" ? "positive" : "negative"));

  it(`is told rightly in ${100 * right} of 100, and taken for its opposite in ${100 * flipped} at most`, () => {
    process.stdout.write(
      `mood, ${language}: right ${share(read.filter(isRight), read).toFixed(3)}, ` +
        `flips ${share(flips(), polar()).toFixed(3)}, sure ${share(sure(), read).toFixed(3)}, ` +
        `right of these ${share(sure().filter(isRight), sure()).toFixed(3)}\n`,
    );
    expect(share(read.filter(isRight), read)).toBeGreaterThanOrEqual(right);
    expect(share(flips(), polar())).toBeLessThanOrEqual(flipped);
  });

  it(`is told rightly in ${100 * sureRight} of 100 of what is told with confidence`, () => {
    expect(sure().length).toBeGreaterThan(30);
    expect(share(sure().filter(isRight), sure())).toBeGreaterThanOrEqual(sureRight);
  });
});
