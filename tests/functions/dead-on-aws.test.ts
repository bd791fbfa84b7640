import { listLetters, strayLetters } from "@otklik/core/dead-letter/dead-letter-store";
import { handler } from "@otklik/functions/dead";
import { triggers } from "@otklik/functions/triggers";
import type { SQSRecord } from "aws-lambda";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TestHome, testHome } from "../support/home.ts";

let here: TestHome;
beforeEach(async () => {
  here = await testHome({ connectors: [] });
});
afterEach(() => here.close());

/** What a dead-letter queue of a stage hands on. */
const record = (queue: string): SQSRecord => ({
  messageId: "letter1",
  receiptHandle: "receipt1",
  body: "{}",
  attributes: {
    ApproximateReceiveCount: "1",
    SentTimestamp: String(here.ports.now().getTime()),
    SenderId: "AIDAEXAMPLE",
    ApproximateFirstReceiveTimestamp: String(here.ports.now().getTime()),
  },
  messageAttributes: {},
  md5OfBody: "",
  eventSource: "aws:sqs",
  eventSourceARN: `arn:aws:sqs:eu-central-1:123456789012:otklik-production-${queue}-dead`,
  awsRegion: "eu-central-1",
});
const time = { getRemainingTimeInMillis: () => 30_000 };

describe("the one that keeps dead letters", () => {
  it.each([...triggers.queues.map(({ name }) => name), "schedule", "change"])(
    "knows by the queue's address on AWS whose they are: %s",
    async (queue) => {
      const answer = await handler.using(here.ports)({ Records: [record(queue)] }, time);
      expect(answer).toEqual({ batchItemFailures: [] });
      const { letters } = await listLetters(strayLetters(here.ports.table), { limit: 10 });
      expect(letters).toMatchObject([{ queue, attempts: 1 }]);
    },
  );
});
