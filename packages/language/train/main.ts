// Makes the embedded sentiment model from labelled texts: `npm run train`. With --verify it makes it again and compares,
// with --leave-one-out it tells how well each source is judged by a model that never saw it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { leaveEachOut } from "./leave-one-out.ts";
import { measure } from "./measure.ts";
import { readFolder } from "./rows.ts";
import { temperFrom } from "./temper.ts";
import { manifestOf, readRows, rowsFor, settings, train } from "./train.ts";

/** What the command ends with where it neither failed nor had anything to do. */
const noData = 3;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const shippedAt = here("../src/model/sentiment.bin");
const manifestAt = here("../src/model/manifest.json");
const heldOutAt = here("./held-out-ids.json");
const usualData = here("../../../../shared/sentiment");

const say = (line: string) => process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    data: { type: "string", multiple: true },
    verify: { type: "boolean" },
    "leave-one-out": { type: "boolean" },
  },
});

const main = (): number => {
  const folders = values.data ?? [usualData];
  const files = folders.flatMap(readFolder);
  if (files.length === 0) {
    say(
      `NOTHING WAS ${values.verify ? "VERIFIED" : "TRAINED"}: no training data (*.tsv, *.tsv.gz) in ${folders.join(", ")}.`,
    );
    say(
      "НИЧЕГО НЕ СДЕЛАНО: обучающих данных там нет. Другая папка задаётся так: npm run train -- --data ПАПКА",
    );
    return noData;
  }
  const heldOut: string[] = existsSync(heldOutAt) ? JSON.parse(readFileSync(heldOutAt, "utf8")) : [];
  const rows = rowsFor(files, new Set(heldOut));
  if (values["leave-one-out"]) {
    leaveOneOut(rows);
    return 0;
  }
  const bytes = train(rows, { settings, say });
  const manifest = manifestOf(bytes, { files, rows, settings });
  if (values.verify) return verify(bytes, manifest.hash);
  writeFileSync(shippedAt, bytes);
  writeFileSync(manifestAt, `${JSON.stringify(manifest, null, 2)}\n`);
  say(`wrote ${bytes.length} bytes, SHA-256 ${manifest.hash}`);
  return 0;
};

const verify = (bytes: Uint8Array, hash: string): number => {
  if (existsSync(shippedAt) && readFileSync(shippedAt).equals(bytes)) {
    say(`The shipped model is what this data gives, byte for byte: SHA-256 ${hash}`);
    return 0;
  }
  say(`THE SHIPPED MODEL IS NOT WHAT THIS DATA GIVES: training gave SHA-256 ${hash}.`);
  return 1;
};

const leaveOneOut = (rows: ReturnType<typeof rowsFor>): void => {
  const judged = leaveEachOut(readRows(rows, settings), { rows, settings });
  const temper = temperFrom(judged);
  say(JSON.stringify(temper));
  say("source                  texts  macro-F1  flips  sure (>= 0.75)  right when sure");
  for (const source of [...new Set(judged.map((one) => one.source))]) {
    const { texts, macroF1, flips, sure, rightWhenSure } = measure(
      judged.filter((one) => one.source === source),
      temper,
    );
    const cells = [macroF1, flips, sure, rightWhenSure].map((share) => (100 * share).toFixed(1).padStart(8));
    say(`${source.padEnd(22)} ${String(texts).padStart(6)}  ${cells.join("  ")}`);
  }
};

process.exitCode = main();
