import { temperOf } from "@otklik/language/model/file";
import { sidesOf } from "@otklik/language/model/sentiment-model";
import { describe, expect, it } from "vitest";
import { type Judged, tempersFrom } from "../../packages/language/train/temper.ts";

const silent = { negative: 0, positive: 0 };

/** Texts of a language that all lean to their side as plainly, every so manieth of them wrongly. */
const texts = (language: string, { wrongEach }: { wrongEach: number }): Judged[] =>
  Array.from({ length: 300 }, (_, at) => {
    const side = (at % 3) as Judged["side"];
    const said = at % wrongEach === 0 ? (side + 1) % 3 : side;
    const sum = { negative: said === 0 ? 4 : -4, positive: said === 2 ? 4 : -4 };
    return {
      source: `${language}_reviews`,
      language,
      isKnown: true,
      side,
      sum: { ...sum, features: 20, known: 20, spelled: silent, peaked: silent, turned: 0 },
    };
  });

describe("tempering", () => {
  it("lowers confidence where nine of ten are not right, in other languages all together", () => {
    const foreign = texts("de", { wrongEach: 4 });
    const unknownSources = texts("ru", { wrongEach: 50 }).map((one) => ({ ...one, isKnown: false }));
    const tempers = tempersFrom([...texts("ru", { wrongEach: 50 }), ...unknownSources, ...foreign]);
    const sureOf = (language: string) => {
      const sides = sidesOf(foreign[1]?.sum as Judged["sum"], temperOf(tempers, language));
      return Math.max(sides.negative, sides.neutral, sides.positive);
    };
    expect(Object.keys(tempers).sort()).toEqual(["en", "other", "ru"]);
    expect(sureOf("ru")).toBeGreaterThan(0.9);
    expect(sureOf("de")).toBeLessThan(0.75);
    expect(sureOf("it")).toBe(sureOf("de"));
  });

  it("says neutral rather than flip where nothing tells praise from blame", () => {
    const unclear = texts("ru", { wrongEach: 1000 }).map((one) => ({
      ...one,
      sum: { ...one.sum, negative: 0, positive: 0 },
    }));
    const { negative, neutral, positive } = sidesOf(
      unclear[0]?.sum as Judged["sum"],
      temperOf(tempersFrom(unclear), "ru"),
    );
    expect(neutral).toBeGreaterThan(0.35);
    expect(negative).toBeCloseTo(positive, 1);
  });
});
