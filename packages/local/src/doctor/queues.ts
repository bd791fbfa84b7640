import { queueNames } from "@otklik/core/ports";
import { about, type Finding, spanOf } from "./finding.ts";
import { type LookAround, numberOf } from "./look-around.ts";

const mostWaitMs = 10 * 60_000;

/** What waits for longer than anything should, and what was given up. */
export function examineQueues({ db, now }: Pick<LookAround, "db" | "now">): Finding[] {
  const findings: Finding[] = [];
  let waiting = 0;
  for (const name of queueNames) {
    const count = numberOf(db, "SELECT count(*) FROM message WHERE queue = ?", name) ?? 0;
    waiting += count;
    const since = numberOf(db, "SELECT min(visible_at) FROM message WHERE queue = ? AND behind = 0", name);
    const age = since === null ? 0 : now().getTime() - since;
    if (age > mostWaitMs)
      findings.push(
        about(`queue ${name}`).act(
          `${count} wait, the oldest for ${spanOf(age)}`,
          "Is the service running? Restart it; if it stays, start it with --log and read its errors",
        ),
      );
  }
  const stuck = examineLetters({ db });
  if (findings.length === 0) findings.push(about("queues").fine(`${waiting} wait, none for long`));
  return [...findings, ...stuck];
}

/** Steps that were given up: kept in their workspace, still on their way there, or of no workspace at all. */
function examineLetters({ db }: Pick<LookAround, "db">): Finding[] {
  const { fine, act } = about("stuck");
  const underway = numberOf(db, "SELECT count(*) FROM dead_letter") ?? 0;
  const kept = numberOf(db, "SELECT count(*) FROM table_row WHERE pk LIKE '%/dead'") ?? 0;
  const stray = numberOf(db, "SELECT count(*) FROM table_row WHERE pk = '#dead'") ?? 0;
  const findings: Finding[] = [];
  if (underway + kept > 0)
    findings.push(
      act(
        `${underway + kept} steps were given up`,
        "The app says why, under Stuck (or: otklik dead list): put that right, then replay or discard them there",
      ),
    );
  if (stray > 0)
    findings.push(act(`${stray} given up belong to no workspace`, "Look at them: otklik dead list --stray"));
  return findings.length > 0 ? findings : [fine("no step was given up")];
}
