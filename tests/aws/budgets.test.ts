import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Budget, budgetTable, measureBudgets, overdrawn } from "../support/aws/budgets.ts";
import type { Spent } from "../support/aws/metered.ts";
import { type ReferenceLoad, referenceLoad } from "../support/aws/reference-load.ts";

let load: ReferenceLoad;
let budgets: Budget[];
let spent: Spent[];
beforeAll(async () => {
  load = await referenceLoad();
  ({ budgets, spent } = await measureBudgets(load));
});
afterAll(() => load.end());

describe("what the reference load consumes on AWS", () => {
  it("keeps every budget", () => {
    expect(overdrawn(budgets)).toEqual([]);
    expect(budgets.filter(({ most }) => most !== undefined)).toHaveLength(9);
  });

  it("is what docs/budgets.md says", () => {
    const page = readFileSync(join(import.meta.dirname, "../../docs/budgets.md"), "utf8");
    expect(page).toContain(budgetTable(budgets));
  });

  it("scans nothing", () => {
    expect(new Set(spent.map(({ operation }) => operation))).toEqual(
      new Set(["GetItem", "PutItem", "Query", "UpdateItem"]),
    );
  });

  it("is counted for the table itself as dynalite counts it", () => {
    const disagree = spent.filter(
      ({ read, write, dynalite, wasRefused }) => !wasRefused && read + write.table !== dynalite,
    );
    expect(disagree).toEqual([]);
    expect(spent.length).toBeGreaterThan(100);
  });
});
