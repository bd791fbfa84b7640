import { queueNames } from "@otklik/core/ports";
import { localQueue } from "../queue.ts";
import { about, type Finding, spanOf } from "./finding.ts";
import { type LookAround, numberOf } from "./look-around.ts";

const mostWaitMs = 10 * 60_000;
const mostListed = 100;

/** What waits for longer than anything should, and what was given up. */
export async function examineQueues({ db, now }: Pick<LookAround, "db" | "now">): Promise<Finding[]> {
  const findings: Finding[] = [];
  const queue = localQueue(db, { now });
  let waiting = 0;
  for (const name of queueNames) {
    const { fine: _, act } = about(`queue ${name}`);
    const count = numberOf(db, "SELECT count(*) FROM message WHERE queue = ?", name) ?? 0;
    waiting += count;
    const since = numberOf(db, "SELECT min(visible_at) FROM message WHERE queue = ? AND behind = 0", name);
    const age = since === null ? 0 : now().getTime() - since;
    if (age > mostWaitMs)
      findings.push(
        act(
          `${count} wait, the oldest for ${spanOf(age)}`,
          "Is the service running? Restart it; if it stays, start it with --log and read its errors",
        ),
      );
    const dead = await queue.deadLetters(name, { limit: mostListed });
    if (dead.length > 0) {
      const many = dead.length === mostListed ? `${mostListed} or more` : `${dead.length}`;
      findings.push(
        act(
          `${many} given up, the last ${spanOf(now().getTime() - (dead[0]?.diedAt.getTime() ?? 0))} ago`,
          "The app says why, under dead letters: put that right, then replay or discard them there",
        ),
      );
    }
  }
  return findings.length > 0
    ? findings
    : [about("queues").fine(`${waiting} wait, none for long; none was given up`)];
}
