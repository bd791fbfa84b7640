import type { AddressInfo } from "node:net";
import type { QueueName } from "@otklik/core/ports";
import { triggers } from "@otklik/functions/triggers";
import type { FauxqsServer } from "fauxqs";
import { createSqsServer } from "local-aws-sqs";

const accountId = "000000000000";
const region = "eu-central-1";

export interface LocalSqs {
  urls: Record<QueueName, string>;
  /** Where each queue's messages go that were received too often. */
  deadUrls: Record<QueueName, string>;
  close(): Promise<void>;
}

/**
 * Every queue of the triggers' table with its dead-letter queue, each by the emulator that can do what it needs:
 * local-aws-sqs keeps no groups, and fauxqs refuses an emoji, which a group's messages never hold. Both keep messages
 * in memory alone: they are gone when this process ends.
 */
export async function startSqs({
  fauxqs,
  port = 0,
  maxReceives = 5,
}: {
  fauxqs: FauxqsServer;
  port?: number;
  maxReceives?: number;
}): Promise<LocalSqs> {
  const server = await createSqsServer({ port, hostname: "127.0.0.1", accountId, region });
  const standard = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const call = async (name: string, Attributes: Record<string, string>): Promise<void> => {
    const body = JSON.stringify({ QueueName: name, Attributes });
    const headers = { "content-type": "application/x-amz-json-1.0", "x-amz-target": "AmazonSQS.CreateQueue" };
    const answer = await fetch(`${standard}/`, { method: "POST", headers, body });
    if (!answer.ok) throw new Error(`local-aws-sqs made no queue "${name}": ${await answer.text()}`);
  };
  const make = async (name: string, Attributes: Record<string, string>): Promise<string> => {
    const isFifo = name.endsWith(".fifo");
    if (isFifo) fauxqs.createQueue(name, { region, attributes: { ...Attributes, FifoQueue: "true" } });
    else await call(name, Attributes);
    return `${isFifo ? fauxqs.address : standard}/${accountId}/${name}`;
  };
  const urls: Record<string, string> = {};
  const deadUrls: Record<string, string> = {};
  for (const { name, grouped, timeoutSeconds } of triggers.queues) {
    const end = grouped ? ".fifo" : "";
    deadUrls[name] = await make(`${name}-dead${end}`, {});
    const deadLetterTargetArn = `arn:aws:sqs:${region}:${accountId}:${name}-dead${end}`;
    // local-aws-sqs counts a release as one more receipt.
    const maxReceiveCount = grouped ? maxReceives : maxReceives * 2;
    urls[name] = await make(`${name}${end}`, {
      VisibilityTimeout: String(timeoutSeconds * 6),
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount }),
    });
  }
  return {
    urls,
    deadUrls,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
