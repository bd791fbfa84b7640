import { DeleteMessageCommand, ReceiveMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { type QueueName, queueNames } from "@otklik/core/ports";
import type { WaitingLetter, WaitingLetters } from "@otklik/local/dead-reader";
import { receivedFrom } from "./sqs-poller-queue.ts";

/** A letter that could not be kept is seen again after so many seconds. */
const hiddenSeconds = 30;

/** The dead-letter queues on SQS, for a runtime of our own: what is handed out stays hidden until kept, or comes again. */
export function sqsLetters({
  client,
  urls,
}: {
  client: SQSClient;
  urls: Record<QueueName, string>;
}): WaitingLetters {
  const handedOut = new Map<string, { queue: QueueName; receipt: string }>();

  const receive = async (queue: QueueName, limit: number): Promise<WaitingLetter[]> => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: urls[queue],
        MaxNumberOfMessages: Math.min(10, limit),
        VisibilityTimeout: hiddenSeconds,
        WaitTimeSeconds: 0,
        MessageSystemAttributeNames: ["All"],
        AttributeNames: ["All"], // the former name of the same, which local-aws-sqs knows alone
      }),
    );
    return Messages.map((message) => {
      const { receipt, ...letter } = receivedFrom(message);
      handedOut.set(letter.id, { queue, receipt });
      return { ...letter, queue, group: message.Attributes?.MessageGroupId };
    });
  };

  return {
    async waitingLetters({ limit }) {
      const letters: WaitingLetter[] = [];
      for (const queue of queueNames)
        if (letters.length < limit) letters.push(...(await receive(queue, limit - letters.length)));
      return letters;
    },
    async discard(id) {
      const letter = handedOut.get(id);
      if (!letter) return false;
      await client.send(
        new DeleteMessageCommand({ QueueUrl: urls[letter.queue], ReceiptHandle: letter.receipt }),
      );
      return handedOut.delete(id);
    },
  };
}
