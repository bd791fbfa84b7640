import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { socialSources as social } from "../../bench/evaluate/groups.ts";
import { readerGroups } from "../../bench/evaluate/reader.ts";
import type { Row } from "../../bench/evaluate/rows.ts";

const [head, ...verdicts] = readFileSync(join(import.meta.dirname, "../../bench/evaluate/reader.tsv"), "utf8")
  .trimEnd()
  .split("\n");
const idsWith = (label: string, sure: string) =>
  verdicts.map((line) => line.split("\t")).filter(([, ...rest]) => rest.join() === [label, sure].join());
const row = (id = "", is: Row["is"] = "positive"): Row => ({
  id,
  is,
  language: "ru",
  source: "shop",
  text: "",
});

it("holds verdicts only, one for each text", () => {
  expect(head).toBe("id\tlabel\tsure");
  expect(verdicts.filter((line) => !/^dv\d{6}\t(-1|0|1)\t[123]$/.test(line))).toEqual([]);
  expect(new Set(verdicts.map((line) => line.split("\t")[0])).size).toBe(800);
});

it("stands beside our labeler on the texts that it read, and on no others", () => {
  const [sure, guessed] = [idsWith("1", "3")[0], idsWith("1", "1")[0]].map((cells) => cells?.[0]);
  const rows = [row("unread"), row(sure), row(guessed, "negative")];
  const judged = rows.map(({ is }) => ({ is, said: "positive" as const, confidence: 0.9 }));
  const [group, ...others] = readerGroups(rows, { labeler: "ours", judged, social });
  expect(others).toEqual([]);
  expect(group?.name).toBe("ru reviews");
  expect(group?.lines.map(({ score }) => [score.texts, score.accuracy, score.confident])).toEqual([
    [2, 0.5, { coverage: 1, accuracy: 0.5 }],
    [2, 0.5, { coverage: 0.5, accuracy: 1 }],
  ]);
  expect(readerGroups([row("unread")], { labeler: "ours", judged, social })).toEqual([]);
});
