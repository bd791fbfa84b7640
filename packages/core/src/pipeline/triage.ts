import { alertsOf, mayAlarm, type Placed } from "../alert/alert.ts";
import { getAlerting } from "../alert/alerting-store.ts";
import { raise } from "../alert/raise.ts";
import { getBrand } from "../brand/brand-store.ts";
import { type Arrival, beginConversation } from "../conversation/admit.ts";
import { conversationFromRow, putConversation } from "../conversation/conversation-store.ts";
import { beginsConversation, merge, type Stood } from "../conversation/merge.ts";
import type { JsonMap } from "../json.ts";
import { mentionFrom } from "../mention/mention.ts";
import { keptHash } from "../mention/mention-store.ts";
import type { Outcome, Ports } from "../ports.ts";
import { defaultRegulation, type Regulation } from "../regulation/regulation.ts";
import { type ScopedTable, scopedTable } from "../table-scope.ts";
import { ResponseJob, wakeLines } from "./jobs.ts";
import type { Room } from "./room.ts";

/**
 * Stores each mention with its label and its place in the inbox. Nearly all are new, so they are put as new in one
 * commit; those that find a row there are then merged one by one. Then the alerts that each mention raises by itself,
 * also of a duplicate: whoever stored it may have died before.
 */
export const triage: Room<ResponseJob> = {
  job: ResponseJob,
  async work(jobs, ports) {
    const errors: (Error | null)[] = jobs.map(() => null);
    const fail = (at: number, error: unknown): void => {
      errors[at] = error instanceof Error ? error : new Error(String(error));
    };
    const regulationOf = regulationsOnce(ports);
    const arrivals = await Promise.all(jobs.map(async (job) => arrivalOf(job, await regulationOf(job))));
    for (const [workspaceId, places] of byWorkspace(jobs)) {
      const table = scopedTable(ports.table, workspaceId);
      const fresh = firstOfEach(places, arrivals);
      const writes = fresh.map((at) => putConversation(beginConversation(arrivals[at] as Arrival), null));
      const outcomes = writes.length > 0 ? await table.commit(writes) : [];
      const stood = new Map(fresh.map((at, n) => [at, stoodAs(outcomes[n], arrivals[at] as Arrival)]));
      for (const at of places) {
        if (stood.get(at)) continue;
        await merge(table, arrivals[at] as Arrival, ports.now()).then(
          (now) => stood.set(at, now),
          (error: unknown) => fail(at, error),
        );
      }
      await alarm(table, placedOf(arrivals, stood), ports).catch((error: unknown) => {
        for (const at of places) fail(at, error);
      });
    }
    return errors;
  },
};

/** Written, or the very same revision stands there: a duplicate costs the refused write and nothing more. */
function stoodAs(outcome: Outcome | undefined, arrival: Arrival): Stood {
  if (!outcome) return null;
  const { label } = arrival;
  if (outcome.done) return { ...beginConversation(arrival), label };
  const there = outcome.current;
  if (!there?.body.m || keptHash(there.body.m as JsonMap) !== arrival.mention.hash) return null;
  return { label, ...conversationFromRow(there) };
}

function placedOf(arrivals: readonly Arrival[], stood: ReadonlyMap<number, Stood>): Placed[] {
  return [...stood].flatMap(([at, now]) => {
    if (!now) return [];
    const { mention, clockFrom } = arrivals[at] as Arrival;
    return [{ mention, clockFrom, label: now.label, status: now.status, place: now.place }];
  });
}

/** One commit for a brand's alerts of a batch, its rules read once. */
async function alarm(table: ScopedTable, placed: readonly Placed[], ports: Ports): Promise<void> {
  const now = ports.now();
  const alarming = placed.filter((one) => mayAlarm(one, now));
  for (const [brandId, ofOne] of Map.groupBy(alarming, ({ mention }) => mention.brandId)) {
    const alerting = await getAlerting(table, brandId);
    const alerts = ofOne.flatMap((one) => alertsOf(alerting, one, now));
    await wakeLines(ports, table.workspaceId, await raise(table, { brandId, alerting, alerts }, now));
  }
}

/** The places of mentions that begin a conversation; of the same one twice in a batch, the first. */
function firstOfEach(places: readonly number[], arrivals: readonly Arrival[]): number[] {
  const begun = new Set<string>();
  return places.filter((at) => {
    const { mention } = arrivals[at] as Arrival;
    if (!beginsConversation(mention) || begun.has(mention.id)) return false;
    begun.add(mention.id);
    return true;
  });
}

function byWorkspace(jobs: readonly ResponseJob[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [at, { workspaceId }] of jobs.entries())
    groups.set(workspaceId, [...(groups.get(workspaceId) ?? []), at]);
  return groups;
}

/** Each brand's regulation, read once for a batch and not once for a mention. */
function regulationsOnce(ports: Ports): (job: ResponseJob) => Promise<Regulation> {
  const read = new Map<string, Promise<Regulation>>();
  return ({ workspaceId, brandId }) => {
    const key = `${workspaceId}/${brandId}`;
    const known = read.get(key);
    if (known) return known;
    const brand = getBrand(scopedTable(ports.table, workspaceId), brandId);
    const regulation = brand.then((found) => found?.regulation ?? defaultRegulation);
    read.set(key, regulation);
    return regulation;
  };
}

function arrivalOf(job: ResponseJob, regulation: Regulation): Arrival {
  const { mention, label, inboxFrom, clockFrom, wholeText, ...origin } = job;
  const { brandId, sourceId, network, observedAt } = origin;
  const from = { brandId, sourceId, network, observedAt, wholeText };
  return { mention: mentionFrom(mention, from), label, inboxFrom, clockFrom, regulation };
}
