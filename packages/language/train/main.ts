// Makes the embedded models: `npm run train`. Sentiment is learned from labelled texts, those that were written for it in
// ./everyday and ./written, and the judged words and phrases in ./valences; signals from the written cases in ./signals with
// labelled texts and those in ./everyday beside them. With --part sentiment or --part signals it makes one of them, with
// --verify it makes them again and compares, with --leave-one-out it tells how well what a model never saw is judged.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync, gzipSync } from "node:zlib";
import { leaveEachOut } from "./leave-one-out.ts";
import { measure } from "./measure.ts";
import { leaveEachFileOut, leaveTenthsOut } from "./measure-signals.ts";
import { type DataFile, type Row, readFolder } from "./rows.ts";
import { readCases } from "./signal-cases.ts";
import { backgroundMaterial, backgroundOf, fileMaterial } from "./signal-material.ts";
import { signalManifestOf, signalSettings, trainSignals } from "./signals.ts";
import { tempersFrom } from "./temper.ts";
import { manifestOf, readRows, rowsFor, settings, train } from "./train.ts";
import { readValences, valencesOf } from "./valences.ts";

/** What the command ends with where it neither failed nor had anything to do. */
const noData = 3;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const heldOutAt = here("./held-out-ids.json");
const usualData = here("../../../../shared/sentiment");

const say = (line: string) => process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    data: { type: "string", multiple: true },
    part: { type: "string" },
    verify: { type: "boolean" },
    "leave-one-out": { type: "boolean" },
  },
});

/** A model as it is shipped: its file and what that was made from. */
interface Made {
  name: "sentiment" | "signals";
  bytes: Uint8Array;
  manifest: { hash: string };
}

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
  const parts = [
    { name: "sentiment", make: () => sentiment(files, rows), judge: () => judgeSources(rows) },
    { name: "signals", make: () => signals(rows), judge: () => judgeCases(rows) },
  ].filter(({ name }) => (values.part ?? name) === name);
  if (parts.length === 0) {
    say(
      `There is no part "${values.part}": it is sentiment or signals. / Такой части нет: sentiment или signals.`,
    );
    return noData;
  }
  if (values["leave-one-out"]) for (const { judge } of parts) judge();
  const ends = values["leave-one-out"] ? [] : parts.map(({ make }) => finish(make()));
  return Math.max(0, ...ends);
};

/** Writes what was made, or compares it with what is shipped: unpacked, since not every machine packs alike. */
const finish = ({ name, bytes, manifest }: Made): number => {
  const [shippedAt, manifestAt] = [`../src/model/${name}.bin.gz`, `../src/model/${manifestOfPart[name]}`].map(
    here,
  ) as [string, string];
  if (!values.verify) {
    const packed = gzipSync(bytes, { level: 9 });
    writeFileSync(shippedAt, packed);
    writeFileSync(manifestAt, `${JSON.stringify(manifest, null, 2)}\n`);
    say(`${name}: wrote ${packed.length} bytes (${bytes.length} unpacked), SHA-256 ${manifest.hash}`);
    return 0;
  }
  if (existsSync(shippedAt) && gunzipSync(readFileSync(shippedAt)).equals(bytes)) {
    say(`${name}: the shipped model is what this data gives, byte for byte: SHA-256 ${manifest.hash}`);
    return 0;
  }
  say(`${name}: THE SHIPPED MODEL IS NOT WHAT THIS DATA GIVES: training gave SHA-256 ${manifest.hash}.`);
  return 1;
};

const manifestOfPart = { sentiment: "manifest.json", signals: "signals-manifest.json" };

const valenceFiles = () => readValences(here("./valences"));

const writtenFiles = () => ["./everyday", "./written"].flatMap((folder) => readFolder(here(folder)));

const withWritten = (rows: readonly Row[], written = writtenFiles()): Row[] => [
  ...rows,
  ...written.flatMap((file) => file.rows),
];

const sentiment = (files: readonly DataFile[], real: readonly Row[]): Made => {
  const valences = valenceFiles();
  const written = writtenFiles();
  const rows = withWritten(real, written);
  const bytes = train(rows, { settings, valences: valencesOf(valences), say });
  const manifest = manifestOf(bytes, { files, written, valences, rows, settings });
  return { name: "sentiment", bytes, manifest };
};

/** The cases, and the texts beside them that stand for what has no signal. */
const signalData = (rows: readonly Row[]) => {
  const written = readFolder(here("./everyday"));
  return {
    files: readCases(here("./signals")),
    written,
    background: [...backgroundOf(rows, signalSettings.background), ...written.flatMap(({ rows }) => rows)],
  };
};

const signals = (rows: readonly Row[]): Made => {
  const settings = signalSettings;
  const { files, written, background } = signalData(rows);
  const beside = backgroundMaterial(background, settings.background);
  const bytes = trainSignals([...files.flatMap(fileMaterial), ...beside], settings);
  return {
    name: "signals",
    bytes,
    manifest: signalManifestOf(bytes, { files, written, background, settings }),
  };
};

const judgeSources = (real: readonly Row[]): void => {
  const rows = withWritten(real);
  const judged = leaveEachOut(readRows(rows, settings, valencesOf(valenceFiles())), { rows, settings });
  const tempers = tempersFrom(judged);
  say(JSON.stringify(tempers));
  say("source                  texts  macro-F1  flips  sure (>= 0.75)  right when sure");
  for (const source of [...new Set(judged.map((one) => one.source))]) {
    const { texts, macroF1, flips, sure, rightWhenSure } = measure(
      judged.filter((one) => one.source === source),
      tempers,
    );
    const cells = [macroF1, flips, sure, rightWhenSure].map((share) => (100 * share).toFixed(1).padStart(8));
    say(`${source.padEnd(22)} ${String(texts).padStart(6)}  ${cells.join("  ")}`);
  }
};

const judgeCases = (rows: readonly Row[]): void => {
  const settings = signalSettings;
  const { files, background: texts } = signalData(rows);
  const background = backgroundMaterial(texts, settings.background);
  const ways = { "file by file": leaveEachFileOut, "tenth by tenth": leaveTenthsOut };
  for (const [way, leave] of Object.entries(ways)) {
    say(
      `${`left out ${way}`.padEnd(36)} group       due  found  others  taken  quoted rightly  words in a quote`,
    );
    for (const { name, group, score } of leave(files, { background, settings })) {
      const { due, found, others, taken, quoted, words } = score;
      const share = (part: number, width: number) => (100 * part).toFixed(1).padStart(width);
      say(
        `${name.padEnd(36)} ${group.padEnd(8)} ${String(due).padStart(6)} ${share(found, 6)} ${String(others).padStart(7)} ${share(taken, 6)} ${share(quoted, 15)} ${words.toFixed(1).padStart(17)}`,
      );
    }
  }
};

process.exitCode = main();
