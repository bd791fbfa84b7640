import { type SignIn, signIn } from "../account/sign-in.ts";
import {
  type Account,
  type Answer,
  type Connector,
  type Receipt,
  type ReplyRules,
  refTo,
  type Tools,
} from "../connector.ts";
import { withStanding } from "../conversation/conversation.ts";
import { changeConversation, getThread, type Kept, type Thread } from "../conversation/conversation-store.ts";
import { removeDraft } from "../conversation/draft-store.ts";
import { NetworkFault } from "../errors.ts";
import type { Ports } from "../ports.ts";
import {
  claimed,
  externalIdOf,
  isClaimable,
  nextReplyAt,
  type Reply,
  stands,
  stateAfter,
  stateAfterWord,
} from "../reply/reply.ts";
import { replyRow } from "../reply/reply-store.ts";
import type { Told } from "../said.ts";
import { whatFollows } from "../source/source.ts";
import { getSource, saveSource } from "../source/source-store.ts";
import { type ScopedTable, scopedTable } from "../table-scope.ts";
import { toolsFor } from "../tools.ts";
import { DeliverJob, type ReplyJob, send, type WordJob } from "./jobs.ts";
import { eachAlone } from "./room.ts";

/** Attempts, 3 s and then ever longer apart, about an hour in all, after which only a person decides. */
const mostAttempts = 8;
/** A queue message waits 15 minutes at most; what waits longer is woken by sweep. */
const longestDelay = 900;

/**
 * Publishes a reply, or an edit of one, once, in the order of its conversation, and records what the network says of it,
 * asked or by itself.
 */
export const deliver = eachAlone(DeliverJob, async (job, ports, { signal }) => {
  const table = scopedTable(ports.table, job.workspaceId);
  if ("said" in job) return hear(table, job, ports);
  const thread = await getThread(table, job.conversationId);
  const reply = thread && [...thread.replies, ...thread.edits].find(({ id }) => id === job.replyId);
  const dueAt = reply && nextReplyAt(reply.state);
  if (!thread || !reply || !dueAt) return;
  const now = ports.now();
  if (dueAt > now) return again(job, dueAt, ports);
  if (waitsForEarlier([...thread.replies, ...thread.edits], reply))
    return again(job, new Date(now.getTime() + 2000), ports);
  const way = await wayOut({ table, thread, reply, signal }, ports);
  const where: Where = { table, thread, job, canFindOut: canFindOut(way) };
  if (reply.state.is === "in-review") {
    const receipt = await ask(way, signal, ports);
    return record(where, reply, receipt ?? { state: "unknown" }, ports);
  }
  if (!isClaimable(reply, now)) return;
  const claim = claimed(reply, now);
  const [outcome] = await table.commit([{ put: rowOf(claim), if: { version: reply.version } }]);
  if (!outcome?.done) return; // another worker was faster, or it was taken back
  const held = { ...claim, version: outcome.version };
  const said = await publish(way, held, signal, ports);
  await record(where, held, said, ports);
});

/** A word that comes before its reply is recorded is looked for again so often, each time later. */
const mostAsked = 5;

/** What the network says of a reply by itself, such as that a mail came back. */
async function hear(table: ScopedTable, job: WordJob, ports: Ports): Promise<void> {
  const { conversationId, said } = job;
  for (;;) {
    const thread = await getThread(table, conversationId);
    const all = thread ? [...thread.replies, ...thread.edits] : [];
    const reply = all.find(({ state }) => externalIdOf(state) === said.reply);
    if (!thread || !reply) {
      const mayCome = all.some(({ state }) => state.is === "sending" || state.is === "unknown");
      const later = { ...job, said: { ...said, asked: said.asked + 1 } };
      if (mayCome && said.asked < mostAsked)
        await send(ports, "deliver", [{ job: later, delaySeconds: 30 * later.said.asked }]);
      return;
    }
    const state = stateAfterWord(said.receipt, reply.state, ports.now());
    if (!state) return;
    const next = { ...reply, state };
    await follow({ table, thread }, next);
    const [outcome] = await table.commit([{ put: rowOf(next), if: { version: reply.version } }]);
    if (outcome?.done) return;
  }
}

interface Way {
  workspaceId: string;
  connector: Connector;
  sourceId: string;
  signedIn: SignIn;
  answer: Omit<Answer, "account">;
  /** What tells the network: `reply`, or `edit` where it replaces one. */
  tell: NonNullable<Connector["reply"]>;
  /** How a second publication is avoided. An edit puts its text in the place of a text: again, it changes nothing. */
  once: ReplyRules["once"];
}
interface Where {
  table: ScopedTable;
  thread: Thread;
  job: ReplyJob;
  /** An unknown outcome can be found out, or made certain by a repeat. */
  canFindOut: boolean;
}
/** The network's word, or a fault that certainly published nothing. */
type Outcome = Receipt | { fault: NetworkFault };

const canFindOut = ({ connector: { receipt }, once }: Way): boolean =>
  receipt !== undefined || once === "key" || once === "replace";

const rowOf = ({ version: _, ...reply }: Reply & { version?: number }) => replyRow(reply);

async function again(job: ReplyJob, at: Date, ports: Ports): Promise<void> {
  const seconds = Math.max(1, Math.ceil((at.getTime() - ports.now().getTime()) / 1000));
  if (seconds <= longestDelay) await send(ports, "deliver", [{ job, delaySeconds: seconds }]);
}

const waitsForEarlier = (replies: readonly Reply[], reply: Reply): boolean =>
  replies.some(
    (other) =>
      other.id !== reply.id &&
      other.approvedAt < reply.approvedAt &&
      (other.state.is === "approved" || other.state.is === "sending"),
  );

async function wayOut(
  { table, thread, reply, signal }: { table: ScopedTable; thread: Thread; reply: Reply; signal: AbortSignal },
  ports: Ports,
): Promise<Way> {
  const source = await getSource(table, reply.sourceId);
  const connector = ports.connectors.find(({ network }) => network === source?.network);
  const isEdit = reply.replaces !== undefined;
  const tell = isEdit ? connector?.edit : connector?.reply;
  if (!source || !connector || !tell)
    throw new Error(`nothing publishes replies of source ${reply.sourceId}`);
  const latest = thread.mentions.find(({ mention }) => mention.id === thread.conversation.latestId);
  const mention = latest?.mention ?? thread.conversation.mention;
  if (!mention) throw new Error("the conversation holds no mention to reply to");
  const settings = connector.settings.parse(source.settings);
  const standing = standingOf(thread, reply);
  const { once: rule = "none", edits } = connector.limits.reply ?? {};
  return {
    workspaceId: table.workspaceId,
    connector,
    sourceId: source.id,
    tell: (answer, tools) => tell.call(connector, answer, tools),
    once: !isEdit ? rule : edits === "any" ? "replace" : "read-back",
    signedIn: signIn({ connector, accountId: source.accountId }, { table, ports, signal }),
    answer: {
      settings,
      mention: refTo(mention),
      text: reply.text,
      once: reply.id,
      ...(standing ? { standing } : {}),
    },
  };
}

/** Ours as it stands there: the reply that is replaced, or the reply itself once the network has named it. */
function standingOf({ replies }: Thread, reply: Reply): Answer["standing"] {
  const stood = replies.find(({ id }) => id === (reply.replaces ?? reply.id));
  if (!stood || (stood.id === reply.id && !stands(stood.state))) return undefined;
  return { externalId: externalIdOf(stood.state), text: stood.text };
}

/** What stands in the network now; a network that cannot be asked, or does not answer, leaves it unknown. */
async function ask(way: Way, signal: AbortSignal, ports: Ports): Promise<Receipt | null> {
  const { connector, answer, signedIn } = way;
  if (!connector.receipt) return { state: "unknown" };
  try {
    return await signedIn.use(async (account) => {
      const tools = toolsOf(way, account, { does: "reads", ports, signal });
      return (await connector.receipt?.({ ...answer, account }, tools)) ?? null;
    });
  } catch (error) {
    if (error instanceof NetworkFault) return { state: "unknown" };
    throw error;
  }
}

function toolsOf({ connector, workspaceId, sourceId }: Way, account: Account | null, doing: Doing): Tools {
  const { does, signal, ports } = doing;
  return toolsFor(connector, ports, { workspaceId, signal, account, sourceId, does });
}
interface Doing {
  does: "reads" | "writes";
  ports: Ports;
  signal: AbortSignal;
}

/** Beyond the first attempt the network is asked before it is told again, unless a repeat cannot double there. */
async function publish(way: Way, reply: Reply, signal: AbortSignal, ports: Ports): Promise<Outcome> {
  const { answer, signedIn } = way;
  if (reply.attempts > 1 && (way.once === "read-back" || way.once === "none")) {
    const there = await ask(way, signal, ports);
    if (there) return there;
  }
  try {
    await signedIn.open();
  } catch (error) {
    if (error instanceof NetworkFault) return { fault: error }; // nothing has left us yet
    throw error;
  }
  try {
    return await signedIn.use(async (account) =>
      way.tell({ ...answer, account }, toolsOf(way, account, { does: "writes", ports, signal })),
    );
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error;
    const isOpen = error.kind === "unavailable" || error.kind === "changed";
    return isOpen ? { state: "unknown" } : { fault: error };
  }
}

async function record(where: Where, held: Kept<Reply>, said: Outcome, ports: Ports): Promise<void> {
  const { table, job, canFindOut } = where;
  const now = ports.now();
  const state =
    "fault" in said ? await stateAfterFault(where, said.fault, ports) : stateAfter(said, held.state, now);
  if (state.is === "unknown" && held.state.is === "in-review")
    return again(job, new Date(now.getTime() + 60_000), ports);
  if (state.is === "unknown" && canFindOut && held.attempts < mostAttempts)
    state.nextCheckAt = new Date(now.getTime() + 3000 * 3 ** (held.attempts - 1));
  const next: Reply = { ...held, state };
  await follow(where, next);
  const [outcome] = await table.commit([{ put: rowOf(next), if: { version: held.version } }]);
  if (!outcome?.done) {
    ports.log.warn("deliver.overtaken", { reply: held.id });
    return;
  }
  const nextAt = nextReplyAt(state);
  if (nextAt) await again(job, nextAt, ports);
}

/**
 * What a reply's new state means for its conversation; an edit that came back leaves it, since the old text stands.
 * Before the state itself is written: once it is settled nobody comes by again, and a worker may die between the two.
 */
async function follow({ table, thread }: Pick<Where, "table" | "thread">, reply: Reply): Promise<void> {
  const { state, approvedAt } = reply;
  if (reply.replaces !== undefined) return;
  if (state.is === "returned") return handBack(table, thread, state.why);
  if (state.is !== "published" && state.is !== "in-review") return;
  // An attempt that died may have said that it came back.
  await changeConversation(table, thread.conversation.id, (conversation) =>
    withStanding(conversation, approvedAt),
  );
  if (thread.draft) await table.commit([removeDraft(thread.conversation.id)]);
}

/** A fault before anything was published: wait and send again, or hand the reply back to its author. */
async function stateAfterFault(
  { table, thread }: Where,
  fault: NetworkFault,
  ports: Ports,
): Promise<Reply["state"]> {
  const now = ports.now();
  const next = whatFollows(fault, { now, count: 1, chance: (ports.random(1)[0] ?? 0) / 256 });
  if (next.does === "wait") return { is: "approved", sendAt: next.until };
  if (next.does === "pause") {
    const source = await getSource(table, thread.conversation.sourceId);
    const paused = { is: "paused", by: "otklik", why: fault.said } as const;
    if (source) {
      const { version: _, ...kept } = source;
      await saveSource({ scoped: table, all: ports.table }, { ...kept, state: paused });
    }
  }
  return { is: "returned", why: fault.said, at: now };
}

/** The conversation opens again, with the reason beside the text that came back. */
async function handBack(table: ScopedTable, thread: Thread, why: Told): Promise<void> {
  await changeConversation(table, thread.conversation.id, (conversation) =>
    conversation.status.is === "closed" || conversation.status.is === "gone"
      ? null
      : { ...conversation, status: { is: "open" }, returned: why },
  );
}
