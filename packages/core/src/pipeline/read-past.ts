import { signIn } from "../account/sign-in.ts";
import type { Connector, FoundMention, Page } from "../connector.ts";
import { NetworkFault, OutOfTurn, Refusal } from "../errors.ts";
import type { Ports } from "../ports.ts";
import type { Said } from "../said.ts";
import { asHistory, type Backfill, lookAfter, mostFaults } from "../source/backfill.ts";
import { getBackfill, type KeptBackfill, putBackfill } from "../source/backfill-store.ts";
import { type Source, whatFollows } from "../source/source.ts";
import { getSource } from "../source/source-store.ts";
import { placeSource } from "../source/stream.ts";
import { putUnreadable } from "../source/unreadable-store.ts";
import { type ScopedTable, scopedTable } from "../table-scope.ts";
import { toolsFor } from "../tools.ts";
import { sendToLabel } from "./intake.ts";
import { type PullJob, pastPulls, send } from "./jobs.ts";
import type { Allowance } from "./room.ts";

const reserve = 5_000;
/** Then others get their turn. */
const pagesInARow = 20;

interface Reading {
  table: ScopedTable;
  source: Source;
  connector: Connector;
  /** As last saved. */
  backfill: KeptBackfill;
}

/**
 * Reads on in what was said in a time before a source was connected: page by page, each handed on before the cursor is
 * saved. Whoever finds that another has saved since, or that it was cancelled, stops.
 */
export async function readPast(job: PullJob, ports: Ports, allowance: Allowance): Promise<void> {
  const table = scopedTable(ports.table, job.workspaceId);
  const source = await getSource(table, job.sourceId);
  const backfill = await getBackfill(table, job.sourceId);
  if (backfill?.id !== job.backfill || backfill?.state !== "running") return;
  if (source?.state.is !== "active") return; // it goes on when the source does
  const connector = ports.connectors.find(({ network }) => network === source.network);
  const reading = { table, source, connector: connector as Connector, backfill };
  try {
    if (!connector?.backfill) throw new Refusal("conflict", cannot);
    const more = await walk(reading, ports, allowance);
    if (more) await send(ports, "pull", [pastPulls(table.workspaceId, source, backfill.id)]);
  } catch (error) {
    const fault =
      error instanceof Refusal ? new NetworkFault("refused", error.said, { cause: error }) : error;
    if (!(fault instanceof NetworkFault)) throw error;
    await noteFault(reading, fault, ports);
  }
}

const cannot: Said = {
  ru: "Эта площадка не показывает прошлое за выбранное время.",
  en: "This network does not show a chosen time of its past.",
};

/** True when there is more, and only the time or the turn ran out. */
async function walk(reading: Reading, ports: Ports, { deadline, signal }: Allowance): Promise<boolean> {
  const { table, source, connector } = reading;
  const { workspaceId } = table;
  const { settings, place } = placeSource(connector, source);
  const signedIn = signIn({ connector, accountId: source.accountId }, { table, ports, signal });
  const { id: sourceId, inboxFrom } = asHistory(source);
  const feed = { sourceId, settings, inboxFrom };
  const who = `past.${sourceId}`;
  for (let pages = 1; ; pages++) {
    const { since, until, cursor } = reading.backfill;
    const calling = { workspaceId, signal, sourceId, who, hasNoHaste: true, isLater: pages > 1 };
    const page = await signedIn.use(async (account) => {
      const tools = toolsFor(connector, ports, { ...calling, account });
      return connector.backfill?.({ ...feed, account }, { since, until }, cursor, tools);
    });
    if (!page) return false;
    const found = page.found
      .filter((one) => one.place === undefined || place === undefined || one.place === place)
      .filter(({ postedAt }) => postedAt >= since && postedAt < until)
      .map(({ place: _, ...mention }): FoundMention => mention);
    await sendToLabel(ports, { workspaceId, source: asHistory(source) }, found);
    const kept = putUnreadable(sourceId, page.unreadable, { at: ports.now(), seenAgain: false });
    if (kept.length > 0) await table.commit(kept);
    const isSaved = await save(reading, after(reading.backfill, page, found.length, ports.now()));
    if (!isSaved || !page.more) return false;
    const isLate = deadline.getTime() - ports.now().getTime() < reserve;
    if (isLate || pages >= pagesInARow) return true;
  }
}

function after(before: Backfill, page: Page, found: number, now: Date): Backfill {
  const { progress = before.progress } = page;
  return {
    ...before,
    cursor: page.next,
    found: before.found + found,
    faults: 0,
    state: page.more ? "running" : "done",
    lookAt: lookAfter(now),
    ...(progress ? { progress } : {}),
  };
}

/** False when another has saved since. */
async function save(reading: Reading, next: Backfill): Promise<boolean> {
  const [outcome] = await reading.table.commit([putBackfill(next, reading.backfill)]);
  if (!outcome?.done) return false;
  reading.backfill = { ...next, version: outcome.version };
  return true;
}

/** What passes is waited out, for days if need be; anything else ends it, and says why. */
async function noteFault(reading: Reading, fault: NetworkFault, ports: Ports): Promise<void> {
  const { backfill, source } = reading;
  const now = ports.now();
  const faults = fault instanceof OutOfTurn ? backfill.faults : backfill.faults + 1;
  const chance = (ports.random(1)[0] ?? 0) / 256;
  const next = whatFollows(fault, { now, count: Math.max(1, faults), chance });
  const { source: id, network } = { source: source.id, network: source.network };
  ports.log.warn("backfill.fault", { source: id, network, kind: fault.kind, count: faults });
  const waits = next.does === "wait" && faults < mostFaults;
  await save(reading, {
    ...backfill,
    faults,
    ...(waits ? { lookAt: next.until } : { state: "failed", why: fault.said }),
  });
}
