import { isListening } from "../account/hook-store.ts";
import { signIn } from "../account/sign-in.ts";
import type { Connector, Cursor, Feed, Page } from "../connector.ts";
import { NetworkFault, Refusal } from "../errors.ts";
import type { FoundMention } from "../mention/found.ts";
import type { Ports } from "../ports.ts";
import { endOutage } from "../source/outage-store.ts";
import type { Health } from "../source/source.ts";
import {
  getHealth,
  getSource,
  getWatermark,
  putHealth,
  putWatermark,
  saveSource,
} from "../source/source-store.ts";
import { activeRefs, dealOut, openStream, type PlacedSource, type Stream } from "../source/stream.ts";
import { noteFaultOfStream, noteFaultsOfPlaces } from "../source/stream-trouble.ts";
import type { Around } from "../source/trouble.ts";
import { forgetUnreadable, putUnreadable } from "../source/unreadable-store.ts";
import { sift } from "../source/watermark.ts";
import { type ScopedTable, scopedTable } from "../table-scope.ts";
import { toolsFor } from "../tools.ts";
import { sendReceipts, sendToLabel } from "./intake.ts";
import { PullJob, send, wakeLines } from "./jobs.ts";
import { readPast } from "./read-past.ts";
import { type Allowance, eachAlone } from "./room.ts";

const heartbeat = 3600_000;
/** Time kept back, so that the last page is sent and saved before the deadline. */
const reserve = 5_000;

/**
 * Asks a network for what is new while time remains: of one source, or of all that share an account's stream. Sends,
 * then saves the cursor: a crash repeats, none is lost.
 */
export const pull = eachAlone(PullJob, async (job, ports, allowance) => {
  if (job.backfill !== undefined) return readPast(job, ports, allowance);
  const { workspaceId, sourceId, anew } = job;
  const table = scopedTable(ports.table, workspaceId);
  const source = await getSource(table, sourceId);
  if (!source || source.state.is === "paused") return;
  const connector = ports.connectors.find(({ network }) => network === source.network);
  if (!connector?.pull) throw new Error(`no connector pulls ${source.network}`);
  const stream = await openStream(table, connector, source);
  const health = await getHealth(table, stream.id);
  if (health.notBefore && health.notBefore > ports.now()) return;
  const from: Walk = { table, stream, connector, health, anew };
  try {
    const more = await walk(from, ports, allowance);
    const goesOn = anew ? { ...job, anew: { ...anew, isUnderway: true } } : job;
    if (more) await send(ports, "pull", [{ job: goesOn, group: source.accountId ?? sourceId }]);
    else if (anew) await forgetUnreadable(table, stream.lead.source.id, anew.since);
  } catch (error) {
    const fault =
      error instanceof Refusal ? new NetworkFault("refused", error.said, { cause: error }) : error;
    if (!(fault instanceof NetworkFault)) throw error;
    const health = { ...from.health, cursor: from.reached ?? from.health.cursor };
    await noteFaultOfStream({ stream, health }, fault, troubling(from, ports));
  }
});

interface Walk {
  table: ScopedTable;
  stream: Stream;
  connector: Connector;
  /** The stream's, as last saved; replaced on each save. */
  health: Health;
  anew: PullJob["anew"];
  /** The cursor after the last page that was handed on. A fault saves it too, lest a slow walk never come to its end. */
  reached?: Cursor;
}

const troubling = ({ table }: Walk, ports: Ports): Around => ({
  table,
  ports,
  wake: (lines) => wakeLines(ports, table.workspaceId, lines),
});

interface Tables {
  table: ScopedTable;
  all: Ports["table"];
}

/** How many mentions were new to each that hears them. */
type Fresh = Map<PlacedSource, number>;

/** Page after page; true when there is more and only time ran out. */
async function walk(walking: Walk, ports: Ports, { deadline, signal }: Allowance): Promise<boolean> {
  const { table, connector, stream } = walking;
  const { workspaceId } = table;
  const { source } = stream.lead;
  const signedIn = signIn({ connector, accountId: source.accountId }, { table, ports, signal });
  const feed = await feedOf(walking);
  const calling = { workspaceId, signal, sourceId: source.id, who: stream.id };
  let cursor = walking.anew && !walking.anew.isUnderway ? null : walking.health.cursor;
  for (;;) {
    const isLater = walking.reached !== undefined;
    const page = await signedIn.use(async (account) =>
      connector.pull?.(
        { ...feed, account },
        cursor,
        toolsFor(connector, ports, { ...calling, account, isLater }),
      ),
    );
    if (!page) return false;
    const fresh = await handOn(walking, page, ports);
    cursor = page.next;
    walking.reached = cursor;
    const outOfTime = page.more && deadline.getTime() - ports.now().getTime() < reserve;
    await saveProgress(walking, { page, fresh, ends: !page.more || outOfTime }, ports);
    await noteFaultsOfPlaces(walking, page.faults ?? [], troubling(walking, ports));
    if (!page.more) return false;
    if (outOfTime) return true;
  }
}

async function feedOf({ table, stream, connector }: Walk): Promise<Omit<Feed<unknown>, "account">> {
  const { source, settings } = stream.lead;
  const { accountId } = source;
  const inboxFrom = new Date(Math.min(...stream.hearers.map((one) => one.source.inboxFrom.getTime())));
  return {
    sourceId: source.id,
    settings,
    inboxFrom,
    ...(stream.isShared ? { sources: activeRefs(stream.hearers) } : {}),
    ...(accountId && connector.receive ? { listening: await isListening(table, accountId) } : {}),
  };
}

/** Sends what the watermarks do not know to the label queue, and only then moves the watermarks. */
async function handOn(walking: Walk, page: Page, ports: Ports): Promise<Fresh> {
  const { table, stream, anew } = walking;
  const { workspaceId } = table;
  const fresh: Fresh = new Map();
  const dealt: Map<PlacedSource, FoundMention[]> = dealOut(stream, page.found);
  for (const [hearer, found] of dealt) {
    const { source } = hearer;
    const of = { sourceId: source.id, list: page.list ?? "" };
    const mark = await getWatermark(table, of.sourceId, of.list);
    const sifted = sift(found, mark?.marks ?? "");
    await sendToLabel(ports, { workspaceId, source }, sifted.fresh);
    if (sifted.after !== (mark?.marks ?? "")) await table.commit([putWatermark(of, sifted.after, mark)]);
    fresh.set(hearer, sifted.fresh.length);
  }
  await sendReceipts(ports, { workspaceId, stream }, page.receipts ?? []);
  const kept = putUnreadable(stream.lead.source.id, page.unreadable, {
    at: ports.now(),
    seenAgain: anew !== undefined,
  });
  if (kept.length > 0) await table.commit(kept);
  return fresh;
}

/** Writes when something was found, when the walk ends otherwise than the last one, and once an hour as a heartbeat. */
async function saveProgress(
  walking: Walk,
  { page, fresh, ends }: { page: Page; fresh: Fresh; ends: boolean },
  ports: Ports,
): Promise<void> {
  const { table, stream, health } = walking;
  const now = ports.now();
  const count = [...fresh.values()].reduce((sum, of) => sum + of, 0);
  const unreadable = page.unreadable.length;
  const news = count > 0 || unreadable > 0;
  const failed = health.fault !== undefined || health.outSince !== undefined;
  const turned = health.caughtUp === page.more;
  const changed = news || turned || failed || page.progress !== undefined;
  const stale = !health.lastGoodAt || now.getTime() - health.lastGoodAt.getTime() >= heartbeat;
  if (!(changed && (news || ends || page.progress)) && !(ends && stale)) return;
  if (stream.isShared) {
    const concernsAll = failed || turned || stale;
    for (const hearer of stream.hearers) {
      const found = fresh.get(hearer) ?? 0;
      const ofLead = hearer === stream.lead ? unreadable : 0;
      if (concernsAll || found + ofLead > 0)
        await saveHearer(
          { table, all: ports.table },
          hearer,
          { found, unreadable: ofLead, more: page.more },
          now,
        );
    }
  }
  walking.health = wellAfter(health, { found: count, unreadable, more: page.more }, now);
  walking.health.cursor = page.next;
  if (page.progress) walking.health.progress = page.progress;
  if (page.standing) walking.health.standing = page.standing;
  // Before the health that remembers when it began is overwritten.
  const ended = stream.isShared ? [] : endOutage(stream.lead.source, health, now);
  if (ended.length > 0) await table.commit(ended);
  await table.commit([putHealth(stream.id, walking.health)]);
}

interface Came {
  found: number;
  unreadable: number;
  more: boolean;
}

function wellAfter(before: Health, { found, unreadable, more }: Came, now: Date): Health {
  const { fault: _, notBefore: __, progress: ___, outSince: ____, ...rest } = before;
  return {
    ...rest,
    caughtUp: !more,
    lastGoodAt: now,
    found: before.found + found,
    unreadable: before.unreadable + unreadable,
    ...(found > 0 ? { foundAt: now } : {}),
  };
}

/** How it goes at one of those who share a stream. One that we paused is well again once something comes for it. */
async function saveHearer(
  { table, all }: Tables,
  { source }: PlacedSource,
  came: Came,
  now: Date,
): Promise<void> {
  const isPaused = source.state.is === "paused";
  if (isPaused && came.found === 0) return;
  const { version: _, ...before } = await getHealth(table, source.id);
  const ended = endOutage(source, before, now);
  if (ended.length > 0) await table.commit(ended);
  await table.commit([putHealth(source.id, wellAfter(before, came, now))]);
  if (isPaused) await saveSource({ scoped: table, all }, { ...source, state: { is: "active" } });
}
