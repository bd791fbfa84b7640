import { alertsOf, mayAlarm, type Placed } from "../alert/alert.ts";
import { getAlerting } from "../alert/alerting-store.ts";
import { raise } from "../alert/raise.ts";
import { getBrand } from "../brand/brand-store.ts";
import {
  type Arrival,
  beginConversation,
  joinedStatus,
  revisedStatus,
  standingReply,
} from "../conversation/admit.ts";
import { type Conversation, faceOf } from "../conversation/conversation.ts";
import {
  conversationFromRow,
  getThread,
  putConversation,
  type Thread,
} from "../conversation/conversation-store.ts";
import { removeDraft } from "../conversation/draft-store.ts";
import type { JsonMap } from "../json.ts";
import { keepCorrection } from "../label/correct.ts";
import type { Label } from "../label/label.ts";
import { unpackLabel } from "../label/label-row.ts";
import {
  compareRevision,
  type Mention,
  mentionFrom,
  saysTheSame,
  withWhatWasKnown,
} from "../mention/mention.ts";
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
import { isSettled, type Reply, seenThere } from "../reply/reply.ts";
import { replyRow } from "../reply/reply-store.ts";
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
        await merge(table, arrivals[at] as Arrival, ports).then(
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

/**
 * How a mention's conversation stands now that it is stored, with the mention's own label, a person's correction
 * included; null where it is an older revision, or not stored yet.
 */
type Stood = (Pick<Conversation, "status" | "place"> & { label: Label }) | null;

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

async function merge(table: ScopedTable, arrival: Arrival, ports: Ports): Promise<Stood> {
  for (;;) {
    const thread = await getThread(table, arrival.mention.conversationId);
    const stood = !thread
      ? await begin(table, arrival)
      : beginsConversation(arrival.mention)
        ? await revise(table, { arrival, thread }, ports)
        : await join(table, { arrival, thread }, ports);
    if (stood !== "overtaken") return stood;
  }
}

/** The conversation first, the mention last: the duplicate test is on the mention. */
async function begin(table: ScopedTable, arrival: Arrival): Promise<Stood | "overtaken"> {
  const { mention, label } = arrival;
  const begun = beginConversation(arrival);
  const [outcome] = await table.commit([putConversation(begun, null)]);
  if (!outcome?.done) return "overtaken";
  if (!beginsConversation(mention)) await table.commit([{ put: mentionRow(mention, label), if: "absent" }]);
  return { ...begun, label };
}

async function revise(
  table: ScopedTable,
  { arrival, thread }: { arrival: Arrival; thread: Thread },
  ports: Ports,
): Promise<Stood | "overtaken"> {
  const { conversation } = thread;
  const kept = conversation.mention ?? null;
  const mention = withWhatWasKnown(kept, arrival.mention);
  const label = labelOver({ mention: kept, label: conversation.label }, { ...arrival, mention });
  const order = compareRevision(kept, mention);
  if (order === "same") return { ...conversation, label };
  if (order === "older") {
    await keepRevision(table, mention);
    return null;
  }
  const { version, returned, face: _, ...before } = conversation;
  const ours = oursIn(thread);
  const status =
    order === "first" ? joinedStatus(before, arrival, { ours }) : revisedStatus(before, { mention }, ours);
  const next = {
    ...before,
    status,
    mention,
    label,
    place: placeOf(mention, label, arrival),
    ...(returned && status.is !== "closed" ? { returned } : {}),
  };
  const [outcome] = await table.commit([putConversation(next, { version })]);
  if (!outcome?.done) return "overtaken";
  if (kept) await keepRevision(table, kept);
  await noteSeen(table, { arrival, thread }, ports);
  if (status.is === "closed" || status.is === "gone") await retire(table, thread, ports);
  return next;
}

/** Texts of our own replies that stand or are being sent. */
const oursIn = ({ replies, edits }: Thread): string[] =>
  [...replies, ...edits].filter((reply) => reply.state.is !== "cancelled").map((reply) => reply.text);

async function join(
  table: ScopedTable,
  { arrival, thread }: { arrival: Arrival; thread: Thread },
  ports: Ports,
): Promise<Stood | "overtaken"> {
  const there = await table.get(mentionKey(arrival.mention));
  const kept = there && keptMention(there, arrival.mention);
  const mention = withWhatWasKnown(kept, arrival.mention);
  const known = there ? unpackLabel(there.body.l) : undefined;
  const label = labelOver({ mention: kept, label: known }, { ...arrival, mention });
  const order = compareRevision(kept, mention);
  if (order === "same") return { ...thread.conversation, label };
  if (order === "older") {
    await keepRevision(table, mention);
    return null;
  }
  const { version, ...before } = thread.conversation;
  const isLatest = mention.postedAt >= before.latestAt;
  const next: Conversation = {
    ...before,
    status: isEmptied(thread, mention)
      ? { is: "gone" }
      : joinedStatus(before, arrival, { ours: oursIn(thread), kept }),
    ...(isLatest ? { latestAt: mention.postedAt, latestId: mention.id } : {}),
    ...(isLatest && !before.mention && !mention.removed ? { face: faceOf(mention, label) } : {}),
  };
  const put: Write = {
    put: mentionRow(mention, label),
    if: there ? { version: there.version } : "absent",
  };
  const [first] = await table.commit([putConversation(next, { version })]);
  if (!first?.done) return "overtaken";
  const [second] = await table.commit([put]);
  if (!second?.done) return "overtaken";
  if (kept) await keepRevision(table, kept);
  await noteSeen(table, { arrival, thread }, ports);
  return { ...next, label };
}

/** With this one all that was said in the thread is taken away. */
const isEmptied = ({ mentions }: Thread, { id, removed }: Mention): boolean =>
  removed === true && mentions.every(({ mention }) => mention.removed || mention.id === id);

/** A person's correction stands as long as the customer says the same; of other words that person has said nothing. */
const labelOver = (
  kept: { mention: Mention | null; label: Label | undefined },
  { mention, label }: Pick<Arrival, "mention" | "label">,
): Label =>
  kept.mention && kept.label && saysTheSame(kept.mention, mention)
    ? keepCorrection(kept.label, label)
    : label;

const keptMention = (row: Row, { id, conversationId }: Mention): Mention =>
  unpackMention(row.body.m as JsonMap, { id, conversationId });

const keepRevision = (table: ScopedTable, mention: Mention): Promise<Outcome[]> =>
  table.commit([{ put: { ...revisionKey(mention), body: { m: packMention(mention) } }, if: "absent" }]);

/** Replies that a person gave on the network's own page, and that this read has shown there. */
async function noteSeen(
  table: ScopedTable,
  { arrival, thread }: { arrival: Arrival; thread: Thread },
  ports: Ports,
): Promise<void> {
  const shown = standingReply(arrival.mention);
  if (shown === null) return;
  const seen = thread.replies.flatMap(({ version, ...reply }): Write[] => {
    const next = seenThere(reply, shown, ports.now());
    return next ? [{ put: replyRow(next), if: { version } }] : [];
  });
  if (seen.length > 0) await table.commit(seen);
}

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
