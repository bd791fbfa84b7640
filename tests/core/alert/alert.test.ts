import { isNegative } from "@otklik/core/alert/alert";
import { describe, expect, it } from "vitest";
import { found, label } from "../../support/mentions.ts";

const negative = (confidence: number) => label("negative", { sentiment: { is: "negative", confidence } });

describe("an alert on what is negative", () => {
  it("is raised by a label that is sure", () => {
    expect(isNegative(found({ rating: undefined }), negative(0.5))).toBe(true);
  });
  it("is not raised by one that is unsure", () => {
    expect(isNegative(found({ rating: undefined }), negative(0.49))).toBe(false);
  });
  it("is raised by few stars whatever the label says", () => {
    expect(isNegative(found({ rating: { stars: 1, outOf: 5 } }), negative(0.1))).toBe(true);
  });
});
