import { signIn } from "../account/sign-in.ts";
import { getAlerting } from "../alert/alerting-store.ts";
import { failingAlerts, failingOf } from "../alert/failing.ts";
import { raise } from "../alert/raise.ts";
import type { Connector, Feed, Page } from "../connector.ts";
import { NetworkFault, Refusal } from "../errors.ts";
import { digest } from "../id.ts";
import { contentHash } from "../mention/mention.ts";
import type { Ports } from "../ports.ts";
import { endOutage, noteOutage } from "../source/outage-store.ts";
import { type Health, type Source, whatFollows } from "../source/source.ts";
import {
  getHealth,
  getSource,
  getWatermark,
  putHealth,
  putWatermark,
  saveSource,
} from "../source/source-store.ts";
import { forgetUnreadable, putUnreadable } from "../source/unreadable-store.ts";
import { sift } from "../source/watermark.ts";
import { type ScopedTable, scopedTable } from "../table-scope.ts";
import { toolsFor } from "../tools.ts";
import { isPast, PullJob, send, wakeLines } from "./jobs.ts";
import { cutLongText, type Packed, packs } from "./pack.ts";
import { type Allowance, eachAlone } from "./room.ts";

const heartbeat = 3600_000;
/** Time kept back, so that the last page is sent and saved before the deadline. */
const reserve = 5_000;

/** Asks a source's network for what is new while time remains. Sends, then saves the cursor: a crash repeats, none is lost. */
export const pull = eachAlone(PullJob, async (job, ports, allowance) => {
  const { workspaceId, sourceId, anew } = job;
  const table = scopedTable(ports.table, workspaceId);
  const source = await getSource(table, sourceId);
  if (!source || source.state.is === "paused") return;
  const health = await getHealth(table, sourceId);
  if (health.notBefore && health.notBefore > ports.now()) return;
  const connector = ports.connectors.find(({ network }) => network === source.network);
  if (!connector?.pull) throw new Error(`no connector pulls ${source.network}`);
  const from: Walk = { table, source, connector, health, anew };
  try {
    const more = await walk(from, ports, allowance);
    const goesOn = anew ? { ...job, anew: { ...anew, isUnderway: true } } : job;
    if (more) await send(ports, "pull", [{ job: goesOn, group: source.accountId ?? sourceId }]);
    else if (anew) await forgetUnreadable(table, sourceId, anew.since);
  } catch (error) {
    const fault =
      error instanceof Refusal ? new NetworkFault("refused", error.said, { cause: error }) : error;
    if (!(fault instanceof NetworkFault)) throw error;
    await noteFault(from, fault, ports);
  }
});

interface Walk {
  table: ScopedTable;
  source: Source;
  connector: Connector;
  /** As last saved; replaced on each save. */
  health: Health;
  anew: PullJob["anew"];
}

/** Page after page; true when there is more and only time ran out. */
async function walk(walking: Walk, ports: Ports, { deadline, signal }: Allowance): Promise<boolean> {
  const { table, source, connector } = walking;
  const signedIn = signIn({ connector, accountId: source.accountId }, { table, ports, signal });
  const settings = connector.settings.parse(source.settings);
  const feed: Omit<Feed<unknown>, "account"> = {
    sourceId: source.id,
    settings,
    inboxFrom: source.inboxFrom,
  };
  const tools = toolsFor(connector, ports, { workspaceId: table.workspaceId, signal });
  let cursor = walking.anew && !walking.anew.isUnderway ? null : walking.health.cursor;
  for (;;) {
    const page = await signedIn.use(async (account) => connector.pull?.({ ...feed, account }, cursor, tools));
    if (!page) return false;
    const fresh = await handOn(walking, page, ports);
    cursor = page.next;
    const outOfTime = page.more && deadline.getTime() - ports.now().getTime() < reserve;
    await saveProgress(walking, { page, fresh, ends: !page.more || outOfTime }, ports.now());
    if (!page.more) return false;
    if (outOfTime) return true;
  }
}

/** Sends what the watermark does not know to the label queue, and only then moves the watermark. */
async function handOn({ table, source, anew }: Walk, page: Page, ports: Ports): Promise<number> {
  const observedAt = ports.now();
  const { workspaceId } = table;
  const of = { sourceId: source.id, list: page.list ?? "" };
  const mark = await getWatermark(table, of.sourceId, of.list);
  const { fresh, after } = sift(page.found, mark?.marks ?? "");
  const { id: sourceId, brandId, network, inboxFrom } = source;
  const packed = await Promise.all(
    fresh.map((mention) =>
      cutLongText(ports, {
        mention,
        blob: `text/${workspaceId}/${digest([brandId, network, mention.externalId, contentHash(mention)])}`,
      }),
    ),
  );
  const clockFrom = source.connectedAt;
  const origin = { workspaceId, brandId, sourceId, network, inboxFrom, clockFrom, observedAt };
  const jobsOf = (lane: Packed[]) => packs(lane).map((found) => ({ job: { ...origin, found, attempt: 0 } }));
  await send(ports, "label", jobsOf(packed.filter(({ mention }) => !isPast(mention, origin))));
  await send(ports, "pastLabel", jobsOf(packed.filter(({ mention }) => isPast(mention, origin))));
  const kept = putUnreadable(sourceId, page.unreadable, {
    at: observedAt,
    seenAgain: anew !== undefined,
  });
  if (kept.length > 0) await table.commit(kept);
  if (after !== (mark?.marks ?? "")) await table.commit([putWatermark(of, after, mark)]);
  return fresh.length;
}

/** Writes when something was found, when the walk ends otherwise than the last one, and once an hour as a heartbeat. */
async function saveProgress(
  walking: Walk,
  { page, fresh, ends }: { page: Page; fresh: number; ends: boolean },
  now: Date,
): Promise<void> {
  const { table, source, health } = walking;
  const news = fresh > 0 || page.unreadable.length > 0;
  const failed = health.fault !== undefined || health.outSince !== undefined;
  const changed = news || health.caughtUp === page.more || failed || page.progress !== undefined;
  const stale = !health.lastGoodAt || now.getTime() - health.lastGoodAt.getTime() >= heartbeat;
  if (!(changed && (news || ends || page.progress)) && !(ends && stale)) return;
  const { fault: _, notBefore: __, progress: ___, outSince: ____, ...rest } = health;
  walking.health = {
    ...rest,
    cursor: page.next,
    caughtUp: !page.more,
    lastGoodAt: now,
    found: health.found + fresh,
    unreadable: health.unreadable + page.unreadable.length,
    ...(fresh > 0 ? { foundAt: now } : {}),
    ...(page.progress ? { progress: page.progress } : {}),
    ...(page.standing ? { standing: page.standing } : {}),
  };
  const ended = endOutage(source, health, now);
  if (ended.length > 0) await table.commit(ended); // before the health that remembers when it began is overwritten
  await table.commit([putHealth(source.id, walking.health)]);
}

async function noteFault(walking: Walk, fault: NetworkFault, ports: Ports): Promise<void> {
  const { table, source, health } = walking;
  const now = ports.now();
  const count = (health.fault?.count ?? 0) + 1;
  const chance = (ports.random(1)[0] ?? 0) / 256;
  const next = whatFollows(fault, { now, count, chance });
  const outSince = health.outSince ?? health.fault?.at ?? now;
  const happened = { kind: fault.kind, message: fault.said, at: now, count };
  const paused: Source = { ...source, state: { is: "paused", by: "otklik", why: fault.said } };
  const after = next.does === "wait" ? source : paused;
  const alarmed =
    health.fault?.alarmed ??
    (await alarm(table, { source: after, health: { ...health, outSince, fault: happened } }, ports));
  const noted: Health = { ...health, outSince, fault: { ...happened, alarmed } };
  delete noted.notBefore;
  if (next.does === "wait") noted.notBefore = next.until;
  const outage = noteOutage(source, noted, { now, isPaused: next.does !== "wait" });
  await table.commit([putHealth(source.id, noted), ...outage]);
  ports.log.warn("pull.fault", { source: source.id, network: source.network, kind: fault.kind, count });
  if (next.does === "wait") return;
  await saveSource({ scoped: table, all: ports.table }, paused);
}

/**
 * Raises the alerts of a source that fails, and says whether there were any. Before that is noted in its health: a pull
 * that is killed between finds another fault, and the alert of the first one stands for nothing any more.
 */
async function alarm(
  table: ScopedTable,
  { source, health }: { source: Source; health: Health },
  ports: Ports,
): Promise<true | undefined> {
  const now = ports.now();
  const failing = failingOf(source, health, now);
  if (!failing) return undefined;
  const { brandId } = source;
  const alerting = await getAlerting(table, brandId);
  const alerts = failingAlerts(alerting, failing, now);
  await wakeLines(ports, table.workspaceId, await raise(table, { brandId, alerting, alerts }, now));
  return alerts.length > 0 ? true : undefined;
}
