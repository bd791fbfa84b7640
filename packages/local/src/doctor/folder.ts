import { accessSync, constants, existsSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { schemaOf } from "../database.ts";
import { databaseOf } from "../home.ts";
import { migrations } from "../migrations.ts";
import { refuseHalfFilled } from "../unfinished.ts";
import { about, type Finding, messageOf } from "./finding.ts";
import type { Surroundings } from "./look-around.ts";

const leastFree = 500e6; // bytes
const mostLog = 256e6; // bytes: four times what a quiet log keeps

/** The data folder, and its database opened for reading when that can be done. */
export async function examineFolder(
  folder: string,
  { freeBytes }: Pick<Surroundings, "freeBytes">,
): Promise<{ findings: Finding[]; db: DatabaseSync | null }> {
  const { fine, note, act } = about("data");
  if (!existsSync(databaseOf(folder)))
    return { findings: [note(`${folder} holds nothing yet`, "npm start fills it")], db: null };
  const findings = [mayWrite(folder), await room(folder, freeBytes), log(folder)];
  try {
    refuseHalfFilled(folder);
  } catch (error) {
    findings.push(act("the folder is filled by half", messageOf(error)));
  }
  const db = new DatabaseSync(databaseOf(folder), { readOnly: true, timeout: 5000 });
  try {
    const schema = schemaOf(db);
    if (schema > migrations.length)
      findings.push(
        act(
          `its schema is ${schema}, this program knows ${migrations.length}`,
          "Start the newer program that wrote it",
        ),
      );
    else if (schema < migrations.length)
      findings.push(
        note(
          `its schema is ${schema}; the next start brings it to ${migrations.length}`,
          "Make a backup first",
        ),
      );
    const damage = damageIn(db);
    findings.push(damage ? damaged(damage) : fine(`${folder}, schema ${schema}, no damage found`));
    if (!damage && schema <= migrations.length) return { findings, db };
  } catch (error) {
    findings.push(damaged(messageOf(error)));
  }
  db.close();
  return { findings, db: null };

  function damaged(what: string): Finding {
    return act(
      `the database is damaged: ${what}`,
      "Stop the service and put back a backup: otklik restore FOLDER",
    );
  }
}

function damageIn(db: DatabaseSync): string | null {
  const [found] = db.prepare("PRAGMA quick_check(1)").all() as { quick_check: string }[];
  return found?.quick_check === "ok" ? null : (found?.quick_check ?? "it cannot be checked");
}

function mayWrite(folder: string): Finding {
  const { fine, act } = about("data");
  try {
    accessSync(folder, constants.W_OK);
    accessSync(databaseOf(folder), constants.W_OK);
  } catch {
    return act(
      `this user may not write to ${folder}`,
      `Give it to the user that runs the service: chown -R USER '${folder}'`,
    );
  }
  const mode = statSync(folder).mode & 0o077;
  if (process.platform === "win32" || mode === 0) return fine("for this user alone");
  return act(`other users may look into ${folder}`, `Take that right away: chmod 700 '${folder}'`);
}

async function room(folder: string, freeBytes: Surroundings["freeBytes"]): Promise<Finding> {
  const { fine, act } = about("disk");
  const free = await freeBytes(folder);
  const size = statSync(databaseOf(folder)).size;
  const words = `${megabytes(free)} left, the data takes ${megabytes(size)}`;
  return free > leastFree
    ? fine(words)
    : act(
        words,
        "Make room, or move the folder: stop the service, copy it whole, name the new place in OTKLIK_DATA",
      );
}

function log(folder: string): Finding {
  const { fine, act } = about("write-ahead log");
  const size = statSync(`${databaseOf(folder)}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return size <= mostLog
    ? fine(megabytes(size))
    : act(
        `${megabytes(size)}: something reads for so long that it cannot be written back`,
        "End what reads the file, then restart the service",
      );
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
