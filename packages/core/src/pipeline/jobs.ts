import { z } from "zod";
import type { Waking } from "../alert/raise.ts";
import { Instant } from "../json.ts";
import { Label } from "../label/label.ts";
import { FoundMention } from "../mention/found.ts";
import type { NewMessage, Ports, QueueName } from "../ports.ts";
import { Receipt } from "../reply/receipt.ts";

/** Every queue message. Rooms meet here and nowhere else. */
export const PullJob = z.object({
  workspaceId: z.string(),
  sourceId: z.string(),
  /** Asked for at that time: read from the beginning, and forget what was unreadable then and no longer is. */
  anew: z.object({ since: Instant, isUnderway: z.boolean() }).optional(),
  /** Instead of what is new, the past that this backfill names. */
  backfill: z.string().optional(),
});
export type PullJob = z.infer<typeof PullJob>;

const Found = { mention: FoundMention, wholeText: z.string().optional() };
const Origin = {
  workspaceId: z.string(),
  brandId: z.string(),
  sourceId: z.string(),
  network: z.string(),
  inboxFrom: Instant,
  clockFrom: Instant,
  observedAt: Instant,
};

/** Mentions of one pull, packed up to 60 kB; `attempt` counts those that a model failed on before. */
export const LabelJob = z.object({
  ...Origin,
  found: z.array(z.object(Found)),
  attempt: z.number().int().default(0),
});
export type LabelJob = z.infer<typeof LabelJob>;

/** One labelled mention for the inbox. */
export const ResponseJob = z.object({ ...Origin, ...Found, label: Label });
export type ResponseJob = z.infer<typeof ResponseJob>;

/** A reply to be gone on with. */
const ReplyJob = z.object({ workspaceId: z.string(), conversationId: z.string(), replyId: z.string() });
export type ReplyJob = z.infer<typeof ReplyJob>;
/** What the network said of a reply by itself; `reply` is its id there, `asked` how often it was looked for here. */
const WordJob = z.object({
  workspaceId: z.string(),
  conversationId: z.string(),
  said: z.object({ reply: z.string(), receipt: Receipt, asked: z.number().int() }),
});
export type WordJob = z.infer<typeof WordJob>;
export const DeliverJob = z.union([ReplyJob, WordJob]);
export type DeliverJob = z.infer<typeof DeliverJob>;

export const SumJob = z.object({ workspaceId: z.string(), brandId: z.string(), day: z.iso.date() });
export type SumJob = z.infer<typeof SumJob>;

/** `line`: a rule and a channel, "<rule>~<channel>". */
export const NotifyJob = z.object({ workspaceId: z.string(), brandId: z.string(), line: z.string() });
export type NotifyJob = z.infer<typeof NotifyJob>;

type Jobs = {
  pull: PullJob;
  label: LabelJob;
  pastLabel: LabelJob;
  response: ResponseJob;
  pastResponse: ResponseJob;
  deliver: DeliverJob;
  sum: SumJob;
  notify: NotifyJob;
};

/** A job with how it should travel. */
export type Posting<Q extends QueueName> = { job: Jobs[Q] } & Omit<NewMessage, "body">;

/** How many jobs one message may hold: SQS bills by the message, and these come by the hundred. */
const mostInMessage: { [Q in QueueName]?: number } = { response: 4, pastResponse: 4 };
const mostInMessageBytes = 60_000;

/** Sends jobs; the one way onto a queue. */
export async function send<Q extends QueueName>(
  ports: Pick<Ports, "queue">,
  queue: Q,
  postings: readonly Posting<Q>[],
): Promise<void> {
  if (postings.length === 0) return;
  await ports.queue.send(queue, messagesOf(postings, mostInMessage[queue] ?? 1));
}

/** Jobs that travel alike and have no key of their own share a message, as a list; what fails in it comes again as one. */
function messagesOf(
  postings: readonly ({ job: unknown } & Omit<NewMessage, "body">)[],
  most: number,
): NewMessage[] {
  const messages: NewMessage[] = [];
  let shared: string[] = [];
  const close = (): void => {
    if (shared.length > 0) messages.push({ body: shared.length > 1 ? `[${shared.join()}]` : shared.join() });
    shared = [];
  };
  for (const { job, ...how } of postings) {
    const body = JSON.stringify(job);
    if (most === 1 || Object.keys(how).length > 0) messages.push({ ...how, body });
    else {
      if (shared.length === most || Buffer.byteLength(shared.join() + body) > mostInMessageBytes) close();
      shared.push(body);
    }
  }
  close();
  return messages;
}

/** The jobs of one message. @throws when they cannot be read */
export function jobsOf<Job>(body: string, schema: z.ZodType<Job>): Job[] {
  const parsed: unknown = JSON.parse(body);
  return (Array.isArray(parsed) ? parsed : [parsed]).map((job) => schema.parse(job));
}

/** Said before its source was connected: it waits behind nothing that is new, and nothing new waits behind it. */
export const isPast = (found: Pick<FoundMention, "postedAt">, { clockFrom }: { clockFrom: Date }): boolean =>
  found.postedAt < clockFrom;

/** Asks for the next of a source's past, in a lane beside the pulls of its account. */
export const pastPulls = (
  workspaceId: string,
  { id: sourceId, accountId }: { id: string; accountId?: string | undefined },
  backfill: string,
): Posting<"pull"> => ({
  job: { workspaceId, sourceId, backfill },
  group: `past.${accountId ?? sourceId}`,
});

/** A queue message waits 15 minutes at most; what waits longer is woken by sweep. */
const longestDelay = 900;

/** Wakes lines when they may speak. */
export function wakeLines(
  ports: Pick<Ports, "queue" | "now">,
  workspaceId: string,
  wakings: readonly Waking[],
): Promise<void> {
  const now = ports.now().getTime();
  const postings = wakings.flatMap(({ line: { brandId, rule, channel }, at }): Posting<"notify">[] => {
    const delaySeconds = Math.max(0, Math.ceil((at.getTime() - now) / 1000));
    if (delaySeconds > longestDelay) return [];
    const line = `${rule}~${channel}`;
    const job = { workspaceId, brandId, line };
    // Asked for twice for one instant to come, a line is woken once; now, it may have been woken for the same already.
    const dedupe = `${workspaceId}/${brandId}/${line}/${at.toISOString()}`;
    return [delaySeconds > 0 ? { job, delaySeconds, dedupe } : { job }];
  });
  return send(ports, "notify", postings);
}
