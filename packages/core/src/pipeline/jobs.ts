import { z } from "zod";
import { Instant } from "../json.ts";
import { Label } from "../label/label.ts";
import { FoundMention } from "../mention/found.ts";
import type { NewMessage, Ports, QueueName } from "../ports.ts";

/** Every queue message. Rooms meet here and nowhere else. */
export const PullJob = z.object({
  workspaceId: z.string(),
  sourceId: z.string(),
  /** Asked for at that time: read from the beginning, and forget what was unreadable then and no longer is. */
  anew: z.object({ since: Instant, isUnderway: z.boolean() }).optional(),
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

export const DeliverJob = z.object({
  workspaceId: z.string(),
  conversationId: z.string(),
  replyId: z.string(),
});
export type DeliverJob = z.infer<typeof DeliverJob>;

export const SumJob = z.object({ workspaceId: z.string(), brandId: z.string(), day: z.iso.date() });
export type SumJob = z.infer<typeof SumJob>;

type Jobs = { pull: PullJob; label: LabelJob; response: ResponseJob; deliver: DeliverJob; sum: SumJob };

/** A job with how it should travel. */
export type Posting<Q extends QueueName> = { job: Jobs[Q] } & Omit<NewMessage, "body">;

/** Sends jobs; the one way onto a queue. */
export async function send<Q extends QueueName>(
  ports: Pick<Ports, "queue">,
  queue: Q,
  postings: readonly Posting<Q>[],
): Promise<void> {
  if (postings.length === 0) return;
  await ports.queue.send(
    queue,
    postings.map(({ job, ...how }) => ({ ...how, body: JSON.stringify(job) })),
  );
}
