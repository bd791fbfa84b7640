import { describe, expect, it } from "vitest";
import { readBudget } from "../../web/src/screens/labeling/budget.ts";

describe("readBudget", () => {
  it.each([
    ["5", 5],
    [" 12,50 ", 12.5],
    ["0.4", 0.4],
    ["0", 0],
    ["20", 20],
  ])("reads %j as %d dollars", (typed, usd) => {
    expect(readBudget(typed, 20)).toBe(usd);
  });

  it.each(["", "x", "5x", "-1", "20.01", "1.23456", "1e1", "$5", "1 000"])(
    "takes %j for no amount up to 20",
    (typed) => {
      expect(readBudget(typed, 20)).toBeNull();
    },
  );
});
