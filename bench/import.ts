// An export into the inbox through the whole embedded service, once and once more, beside a bare insert of the same rows.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { uploadFolder } from "@otklik/core/tools";
import { desk } from "../tests/support/desk.ts";
import { livingHome } from "../tests/support/living-home.ts";

const rows = 20_000;
const said = (n: number): string =>
  n % 3 ? "хороший крем, пользуюсь давно и всем советую" : "протёк в дороге, ужасно, деньги на ветер";
const table = Array.from({ length: rows }, (_, n) => [`${n}`, `${(n % 5) + 1}`, `Отзыв ${n}: ${said(n)}`]);
const csv = ["Номер;Оценка;Отзыв", ...table.map((cells) => cells.join(";"))].join("\n");

const home = await livingHome();
const person = await desk(home);

async function importOnce(): Promise<number> {
  const blob = `${uploadFolder(home.workspaceId)}bench`;
  await home.ports.blob.put(blob, new TextEncoder().encode(csv));
  const { body } = await person.call("POST /api/recognise", { file: { blob, name: "bench.csv" } });
  const { network, title, settings } = body;
  const began = performance.now();
  await person.call("POST /api/sources", { brand: home.brandId, network, title, settings, inboxFrom: "all" });
  await home.rest();
  return (performance.now() - began) / 1000;
}

/** The same rows in one table, 50 to a transaction, each transaction on the disk: what no service can be faster than. */
function bareInsert(): number {
  const folder = mkdtempSync(join(tmpdir(), "otklik-bench-"));
  const db = new DatabaseSync(join(folder, "bare.sqlite"));
  db.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row (id TEXT PRIMARY KEY, body TEXT)",
  );
  const insert = db.prepare("INSERT INTO row VALUES (?, ?)");
  const began = performance.now();
  for (let at = 0; at < rows; at += 50) {
    db.exec("BEGIN");
    for (const [id = "", stars = "", text = ""] of table.slice(at, at + 50))
      insert.run(id, JSON.stringify({ stars, text }));
    db.exec("COMMIT");
  }
  const seconds = (performance.now() - began) / 1000;
  db.close();
  rmSync(folder, { recursive: true });
  return seconds;
}

const bare = bareInsert();
const first = await importOnce();
const again = await importOnce();
await home.close();
const line = (name: string, seconds: number): string =>
  `${name.padEnd(34)} ${seconds.toFixed(1).padStart(7)} ${String(Math.round(rows / seconds)).padStart(9)} ${(seconds / bare).toFixed(1).padStart(8)}`;
process.stdout.write(
  `${[
    `${`${rows} rows`.padEnd(34)} ${"seconds".padStart(7)} ${"rows/s".padStart(9)} ${"x bare".padStart(8)}`,
    line("bare insert, 50 to a transaction", bare),
    line("read, labelled, in the inbox, summed", first),
    line("the same export again", again),
  ].join("\n")}\n`,
);
