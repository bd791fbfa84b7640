import { type Label, unlabelled } from "@otklik/core/label/label";
import { type AsksModel, isWorthAsking, monthlyBudget } from "@otklik/core/label/labeling";
import { getLabeling, saveLabeling } from "@otklik/core/label/labeling-store";
import { scopedTable } from "@otklik/core/table-scope";
import { describe, expect, it } from "vitest";
import { modelTable } from "../../support/model-table.ts";

const label = (confidence: number): Label => ({
  ...unlabelled,
  sentiment: { is: "positive", confidence },
});

describe("whether the model is worth asking", () => {
  it.each<[AsksModel, number, boolean]>([
    ["never", 0.1, false],
    ["unsure", 0.49, true],
    ["unsure", 0.5, false],
    ["always", 0.99, true],
  ])("%s, at a confidence of %d: %s", (asks, confidence, isAsked) => {
    const given = { label: label(confidence), hasWords: true, canRead: true };
    expect(isWorthAsking(asks, given)).toBe(isAsked);
  });

  it.each<[AsksModel, boolean]>([
    ["never", false],
    ["unsure", true],
    ["always", true],
  ])("%s, of a language that the embedded labeler cannot read or where it failed: %s", (asks, isAsked) => {
    expect(isWorthAsking(asks, { label: label(0.9), hasWords: true, canRead: false })).toBe(isAsked);
    expect(isWorthAsking(asks, { label: null, hasWords: true, canRead: true })).toBe(isAsked);
  });

  it.each<AsksModel>(["never", "unsure", "always"])("%s: it is not, where nothing was written", (asks) => {
    expect(isWorthAsking(asks, { label: label(0.1), hasWords: false, canRead: true })).toBe(false);
  });
});

describe("the month's budget", () => {
  it.each([
    [undefined, 20, 20],
    [5, 20, 5],
    [50, 20, 20],
    [0, 20, 0],
  ])("%s of the %d dollars that the operator allows is %d", (monthlyUsd, allowed, usd) => {
    expect(monthlyBudget({ asks: "unsure", ...(monthlyUsd !== undefined && { monthlyUsd }) }, allowed)).toBe(
      usd,
    );
  });
});

describe("what a workspace has chosen", () => {
  it("is to ask when unsure, until it chooses", async () => {
    const table = scopedTable(modelTable(), "w1");
    expect(await getLabeling(table)).toEqual({ asks: "unsure" });
    await saveLabeling(table, { asks: "always", monthlyUsd: 3 });
    expect(await getLabeling(table)).toEqual({ asks: "always", monthlyUsd: 3 });
  });
});
