// What the simulated networks remember. A simulator is the witness of crash tests, so what it has
// accepted must outlive a kill -9 of its own process as well: every write is on disk before it is answered.
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";

/** What a network keeps of one kind, by id. Bodies are JSON, read back through the shelf's schema. */
export interface Shelf<T> {
  get(id: string): T | null;
  /** Adds, or replaces what stands under this id. `at` orders the shelf. */
  put(id: string, at: Date, body: T): void;
  /** Takes it off the shelf, if it is there. */
  drop(id: string): void;
  /** Everything on the shelf, oldest first. */
  all(): T[];
}

/** One write that a network accepted, whether or not it changed anything. */
export interface JournalEntry {
  seq: number;
  at: Date;
  kind: string;
  /** What was written to; it need not exist, since some networks accept any id. */
  id: string;
  text: string;
  /** False: acknowledged without effect. */
  took: boolean;
}

export interface State {
  shelf<T>(name: string, schema: z.ZodType<T>): Shelf<T>;
  /** A single remembered value, such as where a sequence stands. */
  fact(name: string): string | null;
  remember(name: string, value: string): void;
  record(entry: Omit<JournalEntry, "seq">): void;
  /** Everything recorded, oldest first. */
  journal(): JournalEntry[];
  /** Runs the writes of `work` as one transaction: all of them are on disk when it returns, or none. */
  together<T>(work: () => T): T;
  /** The same memory as seen by one network: names and journal are its own. */
  of(network: string): State;
  close(): void;
}

const Body = z.object({ body: z.string() });
const Fact = z.object({ value: z.string() });
const Entry = z.object({
  seq: z.number(),
  at: z.coerce.date(),
  kind: z.string(),
  id: z.string(),
  text: z.string(),
  took: z.number().transform(Boolean),
});

const TABLES = `
  CREATE TABLE IF NOT EXISTS shelf (
    network TEXT NOT NULL, name TEXT NOT NULL, id TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (network, name, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS shelf_by_time ON shelf (network, name, at, id);
  CREATE TABLE IF NOT EXISTS fact (
    network TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (network, name)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS journal (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, network TEXT NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL,
    id TEXT NOT NULL, text TEXT NOT NULL, took INTEGER NOT NULL
  ) STRICT;`;

/**
 * Opens the sandbox's memory, making the file and its folder if they are not there.
 * @param file a path, or ":memory:" for a memory that ends with the process
 */
export function openState(file: string): State {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  // WAL alone may lose the last commits when the machine dies; FULL makes each of them reach the disk.
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;");
  database.exec(TABLES);
  return stateOf(database, "sandbox");
}

function stateOf(database: DatabaseSync, network: string): State {
  const getFact = database.prepare("SELECT value FROM fact WHERE network = ? AND name = ?");
  const putFact = database.prepare("INSERT OR REPLACE INTO fact VALUES (?, ?, ?)");
  const addEntry = database.prepare(
    "INSERT INTO journal (network, at, kind, id, text, took) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const allEntries = database.prepare("SELECT * FROM journal WHERE network = ? ORDER BY seq");
  return {
    shelf: (name, schema) => shelfOf({ database, network, name, schema }),
    fact(name) {
      const row = getFact.get(network, name);
      return row ? Fact.parse(row).value : null;
    },
    remember: (name, value) => void putFact.run(network, name, value),
    record({ at, kind, id, text, took }) {
      addEntry.run(network, at.toISOString(), kind, id, text, took ? 1 : 0);
    },
    journal: () => allEntries.all(network).map((row) => Entry.parse(row)),
    together(work) {
      if (database.isTransaction) return work();
      database.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        database.exec("COMMIT");
        return result;
      } catch (error) {
        database.exec("ROLLBACK");
        throw error;
      }
    },
    of: (other) => stateOf(database, other),
    close: () => database.close(),
  };
}

function shelfOf<T>(of: {
  database: DatabaseSync;
  network: string;
  name: string;
  schema: z.ZodType<T>;
}): Shelf<T> {
  const { database, network, name, schema } = of;
  const one = database.prepare("SELECT body FROM shelf WHERE network = ? AND name = ? AND id = ?");
  const every = database.prepare("SELECT body FROM shelf WHERE network = ? AND name = ? ORDER BY at, id");
  const put = database.prepare("INSERT OR REPLACE INTO shelf VALUES (?, ?, ?, ?, ?)");
  const drop = database.prepare("DELETE FROM shelf WHERE network = ? AND name = ? AND id = ?");
  const read = (row: unknown) => schema.parse(JSON.parse(Body.parse(row).body));
  return {
    get(id) {
      const row = one.get(network, name, id);
      return row ? read(row) : null;
    },
    put: (id, at, body) => void put.run(network, name, id, at.toISOString(), JSON.stringify(body)),
    drop: (id) => void drop.run(network, name, id),
    all: () => every.all(network, name).map(read),
  };
}
