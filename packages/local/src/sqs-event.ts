import type { SQSEvent } from "aws-lambda";

/** A message as a poller hands it out. */
export interface Delivered {
  id: string;
  receipt: string;
  body: string;
  attempts: number;
  sentAt: Date;
  group?: string | undefined;
}

/** The event that Lambda's poller would make of them; `queue` is the last part of the queue's address. */
export function sqsEvent(queue: string, messages: readonly Delivered[]): SQSEvent {
  return {
    Records: messages.map(({ id, receipt, body, attempts, sentAt, group }) => ({
      messageId: id,
      receiptHandle: receipt,
      body,
      attributes: {
        ApproximateReceiveCount: String(attempts),
        SentTimestamp: String(sentAt.getTime()),
        SenderId: "local",
        ApproximateFirstReceiveTimestamp: String(sentAt.getTime()),
        ...(group === undefined ? {} : { MessageGroupId: group }),
      },
      messageAttributes: {},
      md5OfBody: "",
      eventSource: "aws:sqs",
      eventSourceARN: `arn:aws:sqs:local:0:${queue}`,
      awsRegion: "local",
    })),
  };
}
