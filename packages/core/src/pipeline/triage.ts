import { getBrand } from "../brand/brand-store.ts";
import { type Arrival, beginConversation, joinedStatus, revisedStatus } from "../conversation/admit.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { getThread, putConversation, type Thread } from "../conversation/conversation-store.ts";
import { removeDraft } from "../conversation/draft-store.ts";
import type { JsonMap } from "../json.ts";
import { compareRevision, type Mention, mentionFrom } from "../mention/mention.ts";
import {
  keptHash,
  mentionKey,
  mentionRow,
  packMention,
  revisionKey,
  unpackMention,
} from "../mention/mention-store.ts";
import type { Outcome, Ports, Row, Write } from "../ports.ts";
import { defaultRegulation, placeOf, type Regulation } from "../regulation/regulation.ts";
import { isSettled, type Reply } from "../reply/reply.ts";
import { replyRow } from "../reply/reply-store.ts";
import { type ScopedTable, scopedTable } from "../table-scope.ts";
import { ResponseJob } from "./jobs.ts";
import type { Room } from "./room.ts";

/**
 * Stores each mention with its label and its place in the inbox. Nearly all are new, so they are put as new in one
 * commit; those that find a row there are then merged one by one.
 */
export const triage: Room<ResponseJob> = {
  job: ResponseJob,
  async work(jobs, ports) {
    const errors: (Error | null)[] = jobs.map(() => null);
    const regulationOf = regulationsOnce(ports);
    const arrivals = await Promise.all(jobs.map(async (job) => arrivalOf(job, await regulationOf(job))));
    for (const [workspaceId, places] of byWorkspace(jobs)) {
      const table = scopedTable(ports.table, workspaceId);
      const fresh = firstOfEach(places, arrivals);
      const writes = fresh.map((at) => putConversation(beginConversation(arrivals[at] as Arrival), null));
      const outcomes = writes.length > 0 ? await table.commit(writes) : [];
      const done = new Set(fresh.filter((at, n) => isDone(outcomes[n], arrivals[at] as Arrival)));
      for (const at of places)
        if (!done.has(at))
          await merge(table, arrivals[at] as Arrival, ports).catch((error: unknown) => {
            errors[at] = error instanceof Error ? error : new Error(String(error));
          });
    }
    return errors;
  },
};

/** Written, or the very same revision stands there: a duplicate costs the refused write and nothing more. */
function isDone(outcome: Outcome | undefined, { mention }: Arrival): boolean {
  if (!outcome) return false;
  if (outcome.done) return true;
  const there = outcome.current?.body.m as JsonMap | undefined;
  return there !== undefined && keptHash(there) === mention.hash;
}

const beginsConversation = (mention: Mention): boolean => mention.id === mention.conversationId;

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

async function merge(table: ScopedTable, arrival: Arrival, ports: Ports): Promise<void> {
  for (;;) {
    const thread = await getThread(table, arrival.mention.conversationId);
    const done = !thread
      ? await begin(table, arrival)
      : beginsConversation(arrival.mention)
        ? await revise(table, { arrival, thread }, ports)
        : await join(table, { arrival, thread });
    if (done) return;
  }
}

/** The conversation first, the mention last: the duplicate test is on the mention. */
async function begin(table: ScopedTable, arrival: Arrival): Promise<boolean> {
  const [outcome] = await table.commit([putConversation(beginConversation(arrival), null)]);
  if (!outcome?.done) return false;
  if (beginsConversation(arrival.mention)) return true;
  await table.commit([{ put: mentionRow(arrival.mention, arrival.label), if: "absent" }]);
  return true;
}

async function revise(
  table: ScopedTable,
  { arrival, thread }: { arrival: Arrival; thread: Thread },
  ports: Ports,
): Promise<boolean> {
  const { mention, label } = arrival;
  const { conversation } = thread;
  const kept = conversation.mention ?? null;
  const order = compareRevision(kept, mention);
  if (order === "same") return true;
  if (order === "older") {
    await keepRevision(table, mention);
    return true;
  }
  const { version, returned, ...before } = conversation;
  const ours = thread.replies.filter((reply) => reply.state.is !== "cancelled").map((reply) => reply.text);
  const status = order === "first" ? joinedStatus(before, arrival) : revisedStatus(before, { mention }, ours);
  const next: Conversation = {
    ...before,
    status,
    mention,
    label,
    place: placeOf(mention, label, arrival),
    ...(returned && status.is !== "closed" ? { returned } : {}),
  };
  const [outcome] = await table.commit([putConversation(next, { version })]);
  if (!outcome?.done) return false;
  if (kept) await keepRevision(table, kept);
  if (status.is === "closed" || status.is === "gone") await retire(table, thread, ports);
  return true;
}

async function join(
  table: ScopedTable,
  { arrival, thread }: { arrival: Arrival; thread: Thread },
): Promise<boolean> {
  const { mention, label } = arrival;
  const there = await table.get(mentionKey(mention));
  const kept = there && keptMention(there, mention);
  const order = compareRevision(kept, mention);
  if (order === "same") return true;
  if (order === "older") {
    await keepRevision(table, mention);
    return true;
  }
  const { version, ...before } = thread.conversation;
  const isLatest = mention.postedAt >= before.latestAt;
  const next: Conversation = {
    ...before,
    status: joinedStatus(before, arrival),
    ...(isLatest ? { latestAt: mention.postedAt, latestId: mention.id } : {}),
  };
  const put: Write = {
    put: mentionRow(mention, label),
    if: there ? { version: there.version } : "absent",
  };
  const [first] = await table.commit([putConversation(next, { version })]);
  if (!first?.done) return false;
  const [second] = await table.commit([put]);
  if (second?.done && kept) await keepRevision(table, kept);
  return second?.done === true;
}

const keptMention = (row: Row, { id, conversationId }: Mention): Mention =>
  unpackMention(row.body.m as JsonMap, { id, conversationId });

const keepRevision = (table: ScopedTable, mention: Mention): Promise<Outcome[]> =>
  table.commit([{ put: { ...revisionKey(mention), body: { m: packMention(mention) } }, if: "absent" }]);

/** Answered elsewhere, or gone: the draft is no longer wanted, and a reply in its undo time must not go out. */
async function retire(table: ScopedTable, thread: Thread, ports: Ports): Promise<void> {
  const at = ports.now();
  const cancelled = thread.replies
    .filter((reply) => reply.state.is === "approved" && !isSettled(reply.state))
    .map(({ version, ...reply }): Write => {
      const next: Reply = { ...reply, state: { is: "cancelled", at, why: "answered-elsewhere" } };
      return { put: replyRow(next), if: { version } };
    });
  const draft: Write[] = thread.draft ? [removeDraft(thread.conversation.id)] : [];
  if (cancelled.length + draft.length > 0) await table.commit([...cancelled, ...draft]);
}
