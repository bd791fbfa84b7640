import { SQSClient } from "@aws-sdk/client-sqs";
import { sqsQueue } from "@otklik/aws/queue";
import { sqsPollerQueue } from "@otklik/aws-local/sqs-poller-queue";
import { queueNames } from "@otklik/core/ports";
import { startFauxqs } from "fauxqs";
import { afterEach, beforeEach, vi } from "vitest";
import { describeQueue, type OpenedQueue } from "../contracts/queue.ts";
import { claimsInMemory } from "../support/aws/claims.ts";

const credentials = { accessKeyId: "test", secretAccessKey: "test" };
const region = "eu-central-1";

// fauxqs keeps its times by Date alone and runs in this process, so the clock can be moved on instead of waited for.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

async function openFauxqs(): Promise<OpenedQueue> {
  const server = await startFauxqs({ port: 0, host: "127.0.0.1", logger: false, defaultRegion: region });
  const entries = queueNames.map((name) => {
    const isFifo = name === "pull";
    const { queueUrl } = server.createQueue(isFifo ? `${name}.fifo` : name, {
      region,
      attributes: isFifo ? { FifoQueue: "true" } : {},
    });
    return [name, queueUrl.replace(/^http:\/\/[^/]+/, server.address)] as const;
  });
  const urls = Object.fromEntries(entries) as Record<(typeof queueNames)[number], string>;
  const client = new SQSClient({ region, credentials, endpoint: server.address });
  const queue = sqsQueue({ client, urls, claims: claimsInMemory() });
  return {
    queue,
    poller: sqsPollerQueue({ client, urls, queue, now: () => new Date() }),
    pass: async (seconds) => void vi.setSystemTime(Date.now() + seconds * 1000),
    close: async () => {
      client.destroy();
      await server.stop();
    },
  };
}

describeQueue("SQS, by fauxqs", openFauxqs, { lacks: ["emoji"] });
