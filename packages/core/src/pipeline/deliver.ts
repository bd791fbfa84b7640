import { type SignIn, signIn } from "../account/sign-in.ts";
import { type Answer, type Connector, type Receipt, refTo } from "../connector.ts";
import { changeConversation, getThread, type Kept, type Thread } from "../conversation/conversation-store.ts";
import { removeDraft } from "../conversation/draft-store.ts";
import { NetworkFault } from "../errors.ts";
import type { Ports } from "../ports.ts";
import { claimed, isClaimable, nextReplyAt, type Reply, stateAfter } from "../reply/reply.ts";
import { replyRow } from "../reply/reply-store.ts";
import type { Told } from "../said.ts";
import { whatFollows } from "../source/source.ts";
import { getSource, saveSource } from "../source/source-store.ts";
import { type ScopedTable, scopedTable } from "../table-scope.ts";
import { toolsFor } from "../tools.ts";
import { DeliverJob, send } from "./jobs.ts";
import { eachAlone } from "./room.ts";

/** Attempts, 3 s and then ever longer apart, about an hour in all, after which only a person decides. */
const mostAttempts = 8;
/** A queue message waits 15 minutes at most; what waits longer is woken by sweep. */
const longestDelay = 900;

/** Publishes a reply once, in the order of its conversation, and records what the network says of it. */
export const deliver = eachAlone(DeliverJob, async (job, ports, { signal }) => {
  const table = scopedTable(ports.table, job.workspaceId);
  const thread = await getThread(table, job.conversationId);
  const reply = thread?.replies.find(({ id }) => id === job.replyId);
  const dueAt = reply && nextReplyAt(reply.state);
  if (!thread || !reply || !dueAt) return;
  const now = ports.now();
  if (dueAt > now) return again(job, dueAt, ports);
  if (waitsForEarlier(thread.replies, reply)) return again(job, new Date(now.getTime() + 2000), ports);
  const way = await wayOut({ table, thread, reply, signal }, ports);
  const where: Where = { table, thread, job, canFindOut: canFindOut(way.connector) };
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

interface Way {
  workspaceId: string;
  connector: Connector;
  signedIn: SignIn;
  answer: Omit<Answer, "account">;
}
interface Where {
  table: ScopedTable;
  thread: Thread;
  job: DeliverJob;
  /** An unknown outcome can be found out, or made certain by a repeat. */
  canFindOut: boolean;
}
/** The network's word, or a fault that certainly published nothing. */
type Outcome = Receipt | { fault: NetworkFault };

const canFindOut = ({ receipt, limits }: Connector): boolean =>
  receipt !== undefined || limits.reply?.once === "key" || limits.reply?.once === "replace";

const rowOf = ({ version: _, ...reply }: Reply & { version?: number }) => replyRow(reply);

async function again(job: DeliverJob, at: Date, ports: Ports): Promise<void> {
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
  if (!source || !connector?.reply) throw new Error(`nothing publishes replies of source ${reply.sourceId}`);
  const latest = thread.mentions.find(({ mention }) => mention.id === thread.conversation.latestId);
  const mention = latest?.mention ?? thread.conversation.mention;
  if (!mention) throw new Error("the conversation holds no mention to reply to");
  const settings = connector.settings.parse(source.settings);
  return {
    workspaceId: table.workspaceId,
    connector,
    signedIn: signIn({ connector, accountId: source.accountId }, { table, ports, signal }),
    answer: { settings, mention: refTo(mention), text: reply.text, once: reply.id },
  };
}

/** What stands in the network now; a network that cannot be asked, or does not answer, leaves it unknown. */
async function ask(
  { workspaceId, connector, signedIn, answer }: Way,
  signal: AbortSignal,
  ports: Ports,
): Promise<Receipt | null> {
  if (!connector.receipt) return { state: "unknown" };
  try {
    const tools = toolsFor(connector, ports, { workspaceId, signal });
    return await signedIn.use(
      async (account) => (await connector.receipt?.({ ...answer, account }, tools)) ?? null,
    );
  } catch (error) {
    if (error instanceof NetworkFault) return { state: "unknown" };
    throw error;
  }
}

/** Beyond the first attempt the network is asked before it is told again, unless a repeat cannot double there. */
async function publish(way: Way, reply: Reply, signal: AbortSignal, ports: Ports): Promise<Outcome> {
  const { workspaceId, connector, signedIn, answer } = way;
  const once = connector.limits.reply?.once ?? "none";
  if (reply.attempts > 1 && (once === "read-back" || once === "none")) {
    const stands = await ask(way, signal, ports);
    if (stands) return stands;
  }
  try {
    await signedIn.open();
  } catch (error) {
    if (error instanceof NetworkFault) return { fault: error }; // nothing has left us yet
    throw error;
  }
  try {
    const tools = toolsFor(connector, ports, { workspaceId, signal });
    const said = await signedIn.use(async (account) => connector.reply?.({ ...answer, account }, tools));
    return said ?? { state: "unknown" };
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error;
    const isOpen = error.kind === "unavailable" || error.kind === "changed";
    return isOpen ? { state: "unknown" } : { fault: error };
  }
}

async function record(where: Where, held: Kept<Reply>, said: Outcome, ports: Ports): Promise<void> {
  const { table, thread, job, canFindOut } = where;
  const now = ports.now();
  const state =
    "fault" in said ? await stateAfterFault(where, said.fault, ports) : stateAfter(said, held.state, now);
  if (state.is === "unknown" && held.state.is === "in-review")
    return again(job, new Date(now.getTime() + 60_000), ports);
  if (state.is === "unknown" && canFindOut && held.attempts < mostAttempts)
    state.nextCheckAt = new Date(now.getTime() + 3000 * 3 ** (held.attempts - 1));
  const next: Reply = { ...held, state };
  const [outcome] = await table.commit([{ put: rowOf(next), if: { version: held.version } }]);
  if (!outcome?.done) {
    ports.log.warn("deliver.overtaken", { reply: held.id });
    return;
  }
  const nextAt = nextReplyAt(state);
  if (nextAt) await again(job, nextAt, ports);
  if (state.is === "returned") return handBack(where, state.why);
  if (state.is === "published" || state.is === "in-review") {
    await changeConversation(table, thread.conversation.id, (conversation) =>
      conversation.status.is === "open" && conversation.latestAt <= held.approvedAt
        ? { ...conversation, status: { is: "answered", at: held.approvedAt } }
        : null,
    );
    if (thread.draft) await table.commit([removeDraft(thread.conversation.id)]);
  }
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
async function handBack({ table, thread }: Where, why: Told): Promise<void> {
  await changeConversation(table, thread.conversation.id, (conversation) =>
    conversation.status.is === "closed" || conversation.status.is === "gone"
      ? null
      : { ...conversation, status: { is: "open" }, returned: why },
  );
}
