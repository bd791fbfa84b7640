import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import type { Queue, QueueName } from "@otklik/core/ports";
import type { PolledQueue, Received } from "@otklik/local/queue";
import { messagesIn } from "./waiting.ts";

const mostAtOnce = 10;
const lookAgainMs = 250;

/**
 * The side of SQS that Lambda's poller sees, for a runtime of our own: short polls, since what is sent in this process
 * rings a bell. What is released too often leaves for the dead-letter queue by the queue's own redrive policy.
 */
export function sqsPollerQueue({
  client,
  urls,
  queue,
  now,
}: {
  client: SQSClient;
  urls: Record<QueueName, string>;
  queue: Queue;
  now: () => Date;
}): Queue & PolledQueue {
  const listeners = new Set<(queue: QueueName) => void>();
  const inTens = async <T>(all: readonly T[], call: (ten: T[]) => Promise<unknown>): Promise<void> => {
    for (let from = 0; from < all.length; from += mostAtOnce) await call(all.slice(from, from + mostAtOnce));
  };
  return {
    async send(name, messages) {
      await queue.send(name, messages);
      if (messages.length > 0) for (const listener of listeners) queueMicrotask(() => listener(name));
    },
    async receive(name, { max, visibilitySeconds }) {
      const received: Received[] = [];
      while (received.length < max) {
        const { Messages = [] } = await client.send(
          new ReceiveMessageCommand({
            QueueUrl: urls[name],
            MaxNumberOfMessages: Math.min(mostAtOnce, max - received.length),
            VisibilityTimeout: visibilitySeconds,
            WaitTimeSeconds: 0,
            MessageSystemAttributeNames: ["All"],
            AttributeNames: ["All"], // the former name of the same, which local-aws-sqs knows alone
          }),
        );
        if (Messages.length === 0) break;
        received.push(...Messages.map(receivedFrom));
      }
      return received;
    },
    async done(name, receipts) {
      await inTens(receipts, (ten) =>
        client.send(
          new DeleteMessageBatchCommand({
            QueueUrl: urls[name],
            Entries: ten.map((ReceiptHandle, at) => ({ Id: String(at), ReceiptHandle })),
          }),
        ),
      );
    },
    async release(name, receipts, { delaySeconds = 0 } = {}) {
      await inTens(receipts, (ten) =>
        client.send(
          new ChangeMessageVisibilityBatchCommand({
            QueueUrl: urls[name],
            Entries: ten.map((ReceiptHandle, at) => ({
              Id: String(at),
              ReceiptHandle,
              VisibilityTimeout: delaySeconds,
            })),
          }),
        ),
      );
    },
    /** SQS tells how many wait and not until when: where any do, it is worth another look soon. */
    async nextAt(name) {
      const waiting = await messagesIn(client, urls[name]);
      return waiting === 0 ? null : new Date(now().getTime() + lookAgainMs);
    },
    onSend(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function receivedFrom({ MessageId, ReceiptHandle, Body, Attributes }: Message): Received {
  return {
    id: String(MessageId),
    receipt: String(ReceiptHandle),
    body: String(Body),
    attempts: Number(Attributes?.ApproximateReceiveCount),
    sentAt: new Date(Number(Attributes?.SentTimestamp)),
  };
}
