import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { type Migration, migrations } from "./migrations.ts";

/**
 * Opens the one SQLite file in which the home keeps its state, making it and its folder when absent, and brings its
 * schema up to date. A commit is on the disk before it returns (WAL with synchronous = FULL).
 * @throws Error when a newer version of the program has written the file; nothing is changed then.
 */
export function openDatabase(file: string, steps: readonly Migration[] = migrations): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(file, { timeout: 5000 });
  try {
    refuseNewer(db, file, steps.length);
    db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA journal_size_limit = 67108864; -- 64 MiB: a burst does not leave its log behind for ever
      PRAGMA cache_size = -65536; -- 64 MiB
      PRAGMA temp_store = MEMORY;
    `);
    migrate(db, steps);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Runs `work` in one transaction that waits for other writers first; what it throws undoes all of it. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

/** Prepares each SQL text once and gives the same statement from then on. */
export function statementsOf(db: DatabaseSync): (sql: string) => StatementSync {
  const prepared = new Map<string, StatementSync>();
  return (sql) => {
    let statement = prepared.get(sql);
    if (!statement) {
      statement = db.prepare(sql);
      prepared.set(sql, statement);
    }
    return statement;
  };
}

/** How many migrations the file has been through. */
export const schemaOf = (db: DatabaseSync): number =>
  (db.prepare("PRAGMA user_version").get() as { user_version: number }).user_version;

function refuseNewer(db: DatabaseSync, file: string, newest: number): void {
  const schema = schemaOf(db);
  if (schema <= newest) return;
  throw new Error(
    `${file} was written by a newer version of this program (its schema is ${schema}, this version knows ${newest}). ` +
      "Start the newer version, or point this one at a copy of the folder made before the upgrade.",
  );
}

/** Each step and its number are one transaction: a crash leaves the schema before or after it, never between. */
function migrate(db: DatabaseSync, steps: readonly Migration[]): void {
  for (const [at, step] of steps.entries()) {
    inTransaction(db, () => {
      if (schemaOf(db) > at) return;
      if (typeof step === "string") db.exec(step);
      else step(db);
      db.exec(`PRAGMA user_version = ${at + 1}`);
    });
  }
}
