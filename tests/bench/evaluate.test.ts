import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { afterAll, describe, expect, it } from "vitest";
import { withPart } from "../../bench/evaluate/page.ts";
import { openPeers } from "../../bench/evaluate/peers.ts";
import { shippedModel } from "../../bench/evaluate/shipped-model.ts";
import { sources } from "../../bench/evaluate/sources.ts";
import { keptFolder } from "../support/temporary-folder.ts";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/labels.md"), "utf8");
const { path: folder, remove } = keptFolder();
afterAll(remove);

const evaluate = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, "bench/evaluate.ts"), ...args], { encoding: "utf8" });

describe("npm run evaluate", () => {
  it("measures on texts of one's own, and leaves docs/labels.md alone", () => {
    const file = join(folder, "own.tsv");
    writeFileSync(
      file,
      "lang\tsource\tlabel\ttext\nru\tshop\t1\tОтлично, спасибо\nru\tshop\t-1\tУжасно, обман\n",
    );
    const { status, stdout } = evaluate("--data", file);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ru reviews +embedded\S+ +2 +100\.0/m);
    expect(stdout).toMatch(/\| flag\.insult \| 0 \|/);
    expect(stdout).toMatch(/docs\/labels\.md,? stays/);
    expect(readFileSync(join(root, "docs/labels.md"), "utf8")).toBe(page);
  });

  it("fails in plain words without texts", () => {
    const { status, stderr } = evaluate("--data", join(folder, "nowhere.tsv"));
    expect(status).toBe(1);
    expect(stderr).toMatch(/^There are no labelled texts at .*nowhere\.tsv\. .*--data PATH\n$/);
  });
});

const isInstalled = existsSync(join(root, "bench/peers/node_modules"));
describe("the packages beside ours", () => {
  it("are none where they are not installed", async () => {
    expect(await openPeers(folder)).toBeNull();
  });

  it.skipIf(!isInstalled)(
    "know plain praise from plain blame [needs npm ci --prefix bench/peers]",
    async () => {
      const english = (await openPeers())?.filter(({ language }) => language === "en") ?? [];
      const said = await Promise.all(
        english.map(async ({ say }) => [await say("I love it, it is great"), await say("I hate it")]),
      );
      expect(english.map(({ name }) => name)).toEqual([
        "sentiment",
        "vader-sentiment",
        "natural",
        "wink-sentiment",
        "@nlpjs/sentiment",
      ]);
      expect(said).toEqual(english.map(() => ["positive", "negative"]));
    },
  );

  it("are pinned, and their lock names no host to fetch from", () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, "bench/peers/package.json"), "utf8"));
    for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(readFileSync(join(root, "bench/peers/package-lock.json"), "utf8")).not.toContain('"resolved"');
  });
});

describe("docs/labels.md", () => {
  it("speaks of the labeler that is shipped; else: npm run evaluate", () => {
    expect(page).toContain(` with ${embeddedLabeler().name} on `);
    expect(page).toContain(shippedModel()?.hash ?? "");
  });

  it("lists every source with its licence", () => {
    const lines = page.split("\n");
    for (const { name, licence } of sources)
      expect(
        lines.find((line) => line.startsWith(`| ${name} | `) && line.includes(` | ${licence} | `)),
      ).toBeDefined();
  });

  it("keeps its prose when its figures are written anew", () => {
    const before = page.slice(0, page.indexOf("<!--"));
    const again = withPart(withPart(page, "one"), "two");
    expect(again.startsWith(before)).toBe(true);
    expect(again).toMatch(/npm run evaluate`\. -->\n\ntwo\n\n<!-- Up to here\. -->\n$/);
  });

  it("is not written where it does not say which part is generated", () => {
    expect(() => withPart("# Labels", "one")).toThrow("does not hold the lines");
  });
});
