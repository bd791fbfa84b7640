// What the reference load consumes on AWS, written into docs/budgets.md: `npm run bench:budgets`.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { budgetTable, measureBudgets } from "../tests/support/aws/budgets.ts";
import { referenceLoad } from "../tests/support/aws/reference-load.ts";

const file = join(import.meta.dirname, "../docs/budgets.md");
const load = await referenceLoad();
const table = budgetTable((await measureBudgets(load)).budgets);
await load.end();
writeFileSync(
  file,
  readFileSync(file, "utf8").replace(/\| what \|[\s\S]*\|$/m, () => table),
);
process.stdout.write(`${table}\n`);
