import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeNetwork } from "./new-network.ts";

const here = join(import.meta.dirname, "..");
const runs = 120_000; // a second vitest, on a busy machine

describe("a network made from the model", () => {
  let root: string;
  let made: string[];
  beforeAll(() => {
    root = treeLike(here);
    made = makeNetwork({ name: "acme-4-reviews", title: "Acme Reviews" }, root);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it("keeps nothing of the model's name", () => {
    const left = made.filter((file) => /example.?reviews/i.test(readFileSync(join(root, file), "utf8")));
    expect(left).toEqual([]);
  });

  it("stands in both registries", () => {
    const line = (file: string) => readFileSync(join(root, file), "utf8").match(/.*acme4Reviews.*/g);
    expect(line("packages/connectors/src/index.ts")).toHaveLength(2);
    expect(line("packages/sandbox/src/main.ts")).toHaveLength(2);
  });

  it("is refused under a name that is taken, or that is none", () => {
    expect(() => makeNetwork({ name: "acme-4-reviews", title: "Again" }, root)).toThrow("already");
    expect(() => makeNetwork({ name: "Acme Reviews", title: "Acme" }, root)).toThrow("acme-reviews");
  });

  it("passes its tests before a line of it was changed", { timeout: runs }, () => {
    const vitest = join(here, "node_modules/vitest/vitest.mjs");
    const ran = spawnSync(process.execPath, [vitest, "run", "tests/connectors/acme-4-reviews"], {
      cwd: root,
      encoding: "utf8",
      timeout: runs,
    });
    expect(`${ran.stdout}${ran.stderr}`).toMatch(/Tests .*passed/);
    expect(ran.status).toBe(0);
  });
});

/** The parts of the tree that a network touches or needs, with the packages it imports linked to its own. */
function treeLike(from: string): string {
  const root = mkdtempSync(join(tmpdir(), "otklik-new-network-"));
  for (const part of ["packages", "functions", "tests/contracts", "tests/support"])
    cpSync(join(from, part), join(root, part), {
      recursive: true,
      filter: (path) => !path.includes("node_modules") && !path.includes("dist"),
    });
  for (const file of ["package.json", "vitest.config.ts", "tsconfig.json"])
    cpSync(join(from, file), join(root, file));
  const modules = join(root, "node_modules");
  mkdirSync(join(modules, "@otklik"), { recursive: true });
  for (const name of readdirSync(join(from, "node_modules")))
    if (name !== "@otklik" && !name.startsWith("."))
      symlinkSync(join(from, "node_modules", name), join(modules, name));
  for (const name of readdirSync(join(from, "packages")))
    symlinkSync(join(root, "packages", name), join(modules, "@otklik", name));
  symlinkSync(join(root, "functions"), join(modules, "@otklik/functions"));
  return root;
}
