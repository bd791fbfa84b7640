import { randomUUID } from "node:crypto";
import { setTimeout as rest } from "node:timers/promises";
import {
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { digest } from "@otklik/core/id";
import type { NewMessage, Queue, QueueName } from "@otklik/core/ports";
import type { Claims } from "./claims.ts";

// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html
const mostEntries = 10;
const mostBytes = 1_048_576;
const longestDelay = 900; // seconds
const dedupeSeconds = 300; // as long as a FIFO queue remembers a deduplication id
const attempts = 5;

/**
 * The Queue port on SQS. A URL that ends with ".fifo" is a FIFO queue: it keeps groups in order and drops repeats by
 * itself, and takes no delay. A standard queue takes no groups; there a repeat is told by a claim.
 */
export function sqsQueue({
  client,
  urls,
  claims,
}: {
  client: SQSClient;
  urls: Record<QueueName, string>;
  claims: Claims;
}): Queue {
  const sendBatch = async (url: string, batch: readonly SendMessageBatchRequestEntry[]): Promise<void> => {
    let left = batch;
    for (let attempt = 1; ; attempt++) {
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({ QueueUrl: url, Entries: [...left] }),
      );
      if (Failed.length === 0) return;
      const hopeless = Failed.find(({ SenderFault }) => SenderFault);
      if (hopeless || attempt === attempts)
        throw new Error(`SQS took ${batch.length - Failed.length} of ${batch.length}: ${Failed[0]?.Code}`);
      const failed = new Set(Failed.map(({ Id }) => Id));
      left = left.filter(({ Id }) => failed.has(Id));
      await rest(Math.random() * 50 * 2 ** attempt);
    }
  };
  const mayGo = async (queue: QueueName, message: NewMessage): Promise<boolean> => {
    const name = claimName(queue, message);
    return name === undefined || claims.take(name, dedupeSeconds);
  };
  return {
    async send(queue, messages) {
      const url = urls[queue];
      const isFifo = url.endsWith(".fifo");
      for (const message of messages) checkMessage(queue, message, isFifo);
      const fresh: NewMessage[] = [];
      try {
        for (const message of messages) if (isFifo || (await mayGo(queue, message))) fresh.push(message);
        for (const batch of batches(fresh.map((message) => entryOf(message, isFifo))))
          await sendBatch(url, batch);
      } catch (error) {
        // What was not sent may be sent again at once; where this fails too, the claim ends by itself.
        const names = isFifo ? [] : fresh.flatMap((message) => claimName(queue, message) ?? []);
        await Promise.allSettled(names.map(claims.giveBack));
        throw error;
      }
    },
  };
}

/** What stands for a message's key among all claims; undefined where it has none. */
const claimName = (queue: QueueName, { dedupe }: NewMessage): string | undefined =>
  dedupe === undefined ? undefined : digest([queue, dedupe], 32);

// A body is JSON, and these two are the only letters in it that SQS refuses; within a text they may be spelt so.
const spelt = (body: string): string =>
  body.replace(/[\uFFFE\uFFFF]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);

function entryOf(message: NewMessage, isFifo: boolean): SendMessageBatchRequestEntry {
  const { body, delaySeconds = 0, dedupe, group } = message;
  const Id = randomUUID();
  const entry = { Id, MessageBody: spelt(body) };
  if (!isFifo) return delaySeconds > 0 ? { ...entry, DelaySeconds: Math.ceil(delaySeconds) } : entry;
  return {
    ...entry,
    MessageGroupId: group === undefined ? Id : digest([group], 32), // alone in its group, it waits for none
    MessageDeduplicationId: dedupe === undefined ? Id : digest([dedupe], 32),
  };
}

/** Up to ten at once and one megabyte together; two of a group never share a batch, since a part of one may fail. */
function* batches(
  entries: readonly SendMessageBatchRequestEntry[],
): Generator<SendMessageBatchRequestEntry[]> {
  let batch: SendMessageBatchRequestEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.MessageBody ?? "");
    const group = entry.MessageGroupId;
    const shares = group !== undefined && batch.some(({ MessageGroupId }) => MessageGroupId === group);
    if (batch.length === mostEntries || bytes + size > mostBytes || shares) {
      if (batch.length > 0) yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(entry);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

function checkMessage(queue: QueueName, { delaySeconds = 0, group }: NewMessage, isFifo: boolean): void {
  if (!(delaySeconds >= 0 && delaySeconds <= longestDelay))
    throw new Error(`a message is delayed by 0 to ${longestDelay} seconds, not by ${delaySeconds}`);
  if (delaySeconds > 0 && (group !== undefined || isFifo))
    throw new Error(`a message of a group, or on the FIFO queue "${queue}", cannot be delayed`);
  if (group !== undefined && !isFifo)
    throw new Error(`the queue "${queue}" is a standard one and keeps no groups`);
}
