import { z } from "zod";
import { digest } from "../id.ts";
import { Instant } from "../json.ts";
import { rowKind } from "../mention/mention-store.ts";
import { queueNames } from "../ports.ts";
import { ErrorTold } from "../tell-error.ts";

/**
 * Where a letter died: on a queue, as a change of the table that no room could bear, or as a schedule's call, which only
 * names the operator's own trouble.
 */
export const LetterQueue = z.enum([...queueNames, "change", "schedule"]);
export type LetterQueue = z.infer<typeof LetterQueue>;

/** The payload of a letter of the queue `change`: which row it was. */
export const ChangedRow = z.object({ workspaceId: z.string(), pk: z.string(), sk: z.string() });
export type ChangedRow = z.infer<typeof ChangedRow>;

/** What a letter is about, as far as its payload tells. */
export const Subject = z.object({
  brandId: z.string().optional(),
  sourceId: z.string().optional(),
  conversationId: z.string().optional(),
  /** The day that was to be summed, ISO 8601. */
  day: z.string().optional(),
  /** How many mentions it carries. */
  mentions: z.number().int().optional(),
});
export type Subject = z.infer<typeof Subject>;

/** A message that a step gave up on, with the reason. Those of the same content are one letter. */
export const DeadLetter = z.object({
  id: z.string(),
  queue: LetterQueue,
  why: ErrorTold,
  /** How often the step tried the latest message. */
  attempts: z.number().int(),
  /** How many messages of this content have died. */
  times: z.number().int(),
  sentAt: Instant,
  diedAt: Instant,
  subject: Subject,
  /** As it came. */
  body: z.string(),
  group: z.string().optional(),
  /** The latest message's own id, so that a repeated delivery of it counts once. */
  messageId: z.string(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

/** All but the payload: what a list shows. */
export type LetterCard = Omit<DeadLetter, "body" | "group" | "messageId">;

/** The reason where none was noted: the step's time ran out, or the program ended in the middle. */
export const noAnswer: ErrorTold = { error: "NoAnswer" };

/** The same content of the same queue is the same letter. */
export const letterId = (queue: LetterQueue, body: string): string => digest([queue, body]);

const text = z.string().max(200).optional().catch(undefined);
const Payload = z.object({
  workspaceId: text,
  brandId: text,
  sourceId: text,
  conversationId: text,
  day: text,
  found: z.array(z.unknown()).optional().catch(undefined),
  /** Of a call that Lambda itself gave up, which carries no payload of ours. */
  requestContext: z
    .object({ condition: z.string().max(80) })
    .optional()
    .catch(undefined),
  mention: z.object({}).optional().catch(undefined),
});

/**
 * The workspace that a payload names, and what it is about. Reads whatever it can of what its room could not read:
 * `workspaceId` is null where none is named. `condition` is Lambda's own word for why it gave up, where the letter is
 * a call of its own (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
 */
export function readPayload(
  queue: LetterQueue,
  body: string,
): { workspaceId: string | null; subject: Subject; condition?: string | undefined } {
  const given = jsonOrNull(body);
  // One message may hold several jobs of one sender.
  const jobs: unknown[] = Array.isArray(given) ? given : [given];
  const parsed = Payload.safeParse(jobs[0]);
  if (!parsed.success) return { workspaceId: null, subject: {} };
  const { workspaceId = "", brandId, sourceId, conversationId, day, found, mention } = parsed.data;
  const conversation = queue === "change" ? conversationOfRow(given) : conversationId;
  const mentions = found?.length ?? (mention ? jobs.length : undefined);
  const subject = { brandId, sourceId, conversationId: conversation, day, mentions };
  return {
    workspaceId: /^[0-9a-z]+$/.test(workspaceId) ? workspaceId : null,
    subject: Subject.parse(subject),
    condition: parsed.data.requestContext?.condition,
  };
}

function conversationOfRow(payload: unknown): string | undefined {
  const row = ChangedRow.safeParse(payload).data;
  if (!row || rowKind({ pk: `${row.workspaceId}/${row.pk}`, sk: row.sk }) === null) return undefined;
  return row.sk.split("~")[0];
}

function jsonOrNull(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null; // what is no JSON is kept all the same, and tells nothing
  }
}
