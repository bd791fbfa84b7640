// How well and how fast the embedded labeler reads: macro-F1 on labelled texts, without stars, and texts a second.
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Labelled } from "@otklik/core/label/labeler";
import { embeddedLabeler } from "@otklik/language/label/embedded";

interface Row {
  group: string;
  is: Side;
  text: string;
}
type Side = "negative" | "neutral" | "positive";
const sides: readonly Side[] = ["negative", "neutral", "positive"];

const data = new URL("../../shared/sentiment/dev.tsv.gz", import.meta.url);
const social = new Set(["ru_rusentitweet", "en_tweeteval"]);
const print = (line: string) => process.stdout.write(`${line}\n`);

const readRows = (): Row[] => {
  const lines = gunzipSync(readFileSync(data)).toString("utf8").trimEnd().split("\n").slice(1);
  return lines.map((line) => {
    const [, language = "", source = "", label = "", , text = ""] = line.split("\t");
    const kind = social.has(source) ? "social" : "reviews";
    const group = ["ru", "en"].includes(language) ? `${language} ${kind}` : "other";
    return { group, is: sides[Number(label) + 1] ?? "neutral", text };
  });
};

/** Accuracy, macro-F1 and the share of polar texts taken for their opposite, in percent. */
const score = (pairs: readonly (readonly [is: Side, said: Side])[]) => {
  const count = (keep: (is: Side, said: Side) => boolean) =>
    pairs.filter(([is, said]) => keep(is, said)).length;
  const f1 = sides.map((side) => {
    const right = count((is, said) => is === side && said === side);
    return (2 * right) / Math.max(1, count((is) => is === side) + count((_, said) => said === side));
  });
  const polar = count((is) => is !== "neutral");
  const flips = count((is, said) => is !== "neutral" && said !== "neutral" && is !== said);
  return {
    accuracy: (100 * count((is, said) => is === said)) / pairs.length,
    macroF1: (100 * f1.reduce((a, b) => a + b)) / sides.length,
    flips: (100 * flips) / Math.max(1, polar),
  };
};

const bench = async () => {
  if (!existsSync(data)) {
    print("label: skipped, for the labelled texts are not beside the repository.");
    return;
  }
  const rows = readRows();
  const mentions = rows.map((row): Labelled => ({ kind: "review", text: row.text }));
  const labeler = embeddedLabeler();
  await labeler.label(mentions, { workspaceId: "bench" });
  const startedAt = performance.now();
  const outcomes = await labeler.label(mentions, { workspaceId: "bench" });
  const seconds = (performance.now() - startedAt) / 1000;

  const said = outcomes.map((outcome) => {
    if (!("label" in outcome)) throw new Error(outcome.failed);
    const { is, confidence } = outcome.label.sentiment;
    return { side: is === "mixed" ? ("neutral" as const) : is, confidence };
  });
  const judged = rows.map((row, place) => ({ ...row, ...(said[place] ?? { side: row.is, confidence: 0 }) }));
  print("group        texts  accuracy  macro-F1  flips  sure (>= 0.75)  right when sure");
  for (const group of [...new Set(rows.map((row) => row.group))].sort()) {
    const here = judged.filter((row) => row.group === group);
    const sure = here.filter((row) => row.confidence >= 0.75);
    const { accuracy, macroF1, flips } = score(here.map((row) => [row.is, row.side]));
    const right = sure.filter((row) => row.is === row.side).length / Math.max(1, sure.length);
    const cells = [accuracy, macroF1, flips, (100 * sure.length) / here.length, 100 * right];
    print(
      `${group.padEnd(12)} ${String(here.length).padStart(5)}  ${cells.map((cell) => cell.toFixed(1).padStart(8)).join("  ")}`,
    );
  }
  print(`${labeler.name}: ${Math.round(rows.length / seconds)} texts/s on one thread`);
};

await bench();
