import { DeleteMessageCommand, ReceiveMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { QueueName } from "@otklik/core/ports";
import type { WaitingLetter, WaitingLetters } from "@otklik/local/dead-reader";
import { receivedFrom } from "./sqs-poller-queue.ts";

const mostAtOnce = 10;
/** What could not be kept comes again after this. */
const hiddenSeconds = 30;

/** The dead-letter queues of SQS, for a reader of our own in the place of Lambda's. */
export function sqsDeadLetters({
  client,
  urls,
}: {
  client: SQSClient;
  urls: Record<QueueName, string>;
}): WaitingLetters {
  /** Where each letter in hand is to be forgotten. */
  const inHand = new Map<string, { QueueUrl: string; ReceiptHandle: string }>();
  return {
    async waitingLetters({ limit }) {
      const letters: WaitingLetter[] = [];
      for (const [queue, QueueUrl] of Object.entries(urls) as [QueueName, string][]) {
        const most = Math.min(mostAtOnce, limit - letters.length);
        if (most === 0) break;
        const { Messages = [] } = await client.send(
          new ReceiveMessageCommand({
            QueueUrl,
            MaxNumberOfMessages: most,
            VisibilityTimeout: hiddenSeconds,
            WaitTimeSeconds: 0,
            MessageSystemAttributeNames: ["All"],
            AttributeNames: ["All"], // the former name of the same, which local-aws-sqs knows alone
          }),
        );
        for (const message of Messages) {
          const { receipt, ...letter } = receivedFrom(message);
          inHand.set(letter.id, { QueueUrl, ReceiptHandle: receipt });
          letters.push({ ...letter, queue, group: message.Attributes?.MessageGroupId });
        }
      }
      return letters;
    },
    async discard(id) {
      const place = inHand.get(id);
      if (!place) return;
      await client.send(new DeleteMessageCommand(place));
      inHand.delete(id);
    },
  };
}
