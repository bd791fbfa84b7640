import { reaches } from "../alert/alert.ts";
import { putTelling, untoldOf } from "../alert/alert-store.ts";
import type { Alerting, AlertRule, Channel } from "../alert/alerting.ts";
import { getAlerting } from "../alert/alerting-store.ts";
import { composeNotice } from "../alert/compose-notice.ts";
import {
  broken,
  claimed,
  dueAt,
  foundNothing,
  foundTold,
  type Line,
  type LineName,
  putOff,
  toldOnce,
} from "../alert/line.ts";
import { changeLine, getLine, removeLine } from "../alert/line-store.ts";
import { NotTold } from "../alert/notice.ts";
import { openRecipient } from "../alert/recipient.ts";
import type { Ports } from "../ports.ts";
import { type ScopedTable, scopedTable } from "../table-scope.ts";
import { NotifyJob, wakeLines } from "./jobs.ts";
import { eachAlone } from "./room.ts";

/**
 * Tells one channel what waits for it of one rule, when that may be told: claims the line, tells what still stands,
 * notes what was told, and only then frees the line. Killed before the messenger's yes is noted, it tells again once the
 * lease has ended: the one way in which anything is told twice, and then under the same id.
 */
export const notify = eachAlone(NotifyJob, async ({ workspaceId, brandId, line: at }, ports, { signal }) => {
  const table = scopedTable(ports.table, workspaceId);
  const [rule = "", channel = ""] = at.split("~");
  const name: LineName = { brandId, rule, channel };
  const alerting = await getAlerting(table, brandId);
  const way = wayOf(alerting, name);
  if (!way) return removeLine(table, name);
  const speaking: Speaking = { table, name, alerting, ...way };
  const line = await claim(speaking, ports);
  if (line) await speak(speaking, line, { ports, signal });
  await wakeAgain(speaking, ports);
});

interface Speaking {
  table: ScopedTable;
  name: LineName;
  alerting: Alerting;
  rule: AlertRule;
  channel: Channel;
}
type Claimed = ReturnType<typeof claimed>;

function wayOf(alerting: Alerting, name: LineName): { rule: AlertRule; channel: Channel } | null {
  const rule = alerting.rules.find(({ id }) => id === name.rule);
  const channel = alerting.channels.find(({ id }) => id === name.channel);
  const isOpen = rule && channel && reaches(rule, alerting) && rule.to.includes(channel.id);
  return isOpen ? { rule, channel } : null;
}

/** The line, claimed by us; null while nothing may be told, or while somebody else tells it. */
function claim({ table, name, alerting, rule }: Speaking, ports: Ports): Promise<Claimed | null> {
  const now = ports.now();
  const change = (line: Line): Claimed | null => {
    const due = dueAt(line, rule, alerting);
    return due && due <= now ? claimed(line, now) : null;
  };
  return changeLine(table, name, { alerting, change });
}

async function speak(
  speaking: Speaking,
  held: Claimed,
  { ports, signal }: { ports: Ports; signal: AbortSignal },
): Promise<void> {
  const { table, name, alerting, rule, channel } = speaking;
  const now = ports.now();
  const leave = (change: (line: Line) => Line) => changeLine(table, name, { alerting, change });
  const { alerts, last } = await untoldOf(table, name, held.telling.days);
  if (last && last.no >= held.no) {
    const left = alerts.map(({ day }) => day);
    await leave((line) => foundTold(line, { ...last, left }));
    return;
  }
  try {
    const notice = await composeNotice(table, { name, no: held.no, rule, alerting, alerts, now });
    if (!notice) return void (await leave(foundNothing));
    await ports.messenger.tell(await openRecipient(channel, ports.secret), notice, { signal });
  } catch (error) {
    await leave(failed(error, speaking, ports));
    return;
  }
  const told = { no: held.no, at: ports.now() };
  await putTelling(table, name, { ...told, alerts });
  await leave((line) => toldOnce(line, told));
  ports.log.info("notify.told", { rule: rule.kind, channel: channel.is });
}

/** What a failure makes of the line. What the messenger does not know is a defect: it is logged, and tried again too. */
function failed(error: unknown, { rule, channel }: Speaking, ports: Ports): (line: Line) => Line {
  const now = ports.now();
  const of = { rule: rule.kind, channel: channel.is };
  if (error instanceof NotTold && error.kind === "never") {
    ports.log.warn("notify.broken", of);
    return (line) => broken(line, error.said, now);
  }
  if (error instanceof NotTold) ports.log.warn("notify.later", of);
  else ports.log.error("notify.failed", error, of);
  const retryAt = error instanceof NotTold ? error.retryAt : undefined;
  const chance = (ports.random(1)[0] ?? 0) / 256;
  return (line) => putOff(line, { now, chance, retryAt });
}

/** What waits is told in its time; what came while we told is not left to the next sweep. */
async function wakeAgain({ table, name, alerting, rule }: Speaking, ports: Ports): Promise<void> {
  const line = await getLine(table, name);
  const at = line && dueAt(line, rule, alerting);
  if (at) await wakeLines(ports, table.workspaceId, [{ line: name, at }]);
}
