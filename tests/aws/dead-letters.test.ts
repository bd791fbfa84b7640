import { SQSClient } from "@aws-sdk/client-sqs";
import { sqsQueue } from "@otklik/aws/queue";
import { startSqs } from "@otklik/aws-local/sqs";
import { sqsDeadLetters } from "@otklik/aws-local/sqs-dead-letters";
import { sqsPollerQueue } from "@otklik/aws-local/sqs-poller-queue";
import { handler as dead } from "@otklik/functions/dead";
import { handOnLetters } from "@otklik/local/dead-reader";
import { startFauxqs } from "fauxqs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimsInMemory } from "../support/aws/claims.ts";
import { sqsAnyone } from "../support/aws/client.ts";
import { desk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { type TestHome, testHome } from "../support/home.ts";

const now = () => new Date();

let here: TestHome;
let close: () => Promise<void>;
let queue: ReturnType<typeof sqsQueue>;
let poller: ReturnType<typeof sqsPollerQueue>;
let letters: ReturnType<typeof sqsDeadLetters>;

beforeEach(async () => {
  here = await testHome({ connectors: [] });
  const fauxqs = await startFauxqs({ port: 0, host: "127.0.0.1", logger: false });
  const emulated = await startSqs({ fauxqs, maxReceives: 1 });
  const sqs = new SQSClient(sqsAnyone);
  queue = sqsQueue({ client: sqs, urls: emulated.urls, claims: claimsInMemory() });
  poller = sqsPollerQueue({ client: sqs, urls: emulated.urls, queue, now });
  letters = sqsDeadLetters({ client: sqs, urls: emulated.deadUrls });
  close = async () => {
    here.close();
    sqs.destroy();
    await emulated.close();
    await fauxqs.stop();
  };
});
afterEach(() => close());

describe("a dead-letter queue of SQS", () => {
  it.each([
    ["pull", "source1"],
    ["sum", undefined],
  ] as const)("is read into the workspace, and a letter of %s replayed from there", async (name, group) => {
    const body = JSON.stringify({ workspaceId: here.workspaceId, sourceId: "source1" });
    await queue.send(name, [{ body, ...(group ? { group } : {}) }]);
    const ports = { ...here.ports, queue };
    const anna = await desk({ ports, workspaceId: here.workspaceId });
    const [letter] = await eventually(async () => {
      for (const { receipt } of await poller.receive(name, { max: 1, visibilitySeconds: 0 }))
        await poller.release(name, [receipt]);
      await handOnLetters({ letters, handler: dead.using(ports), log: ports.log });
      const kept = (await anna.call("GET /api/dead-letters", {})).body.letters;
      expect(kept).toHaveLength(1);
      return kept;
    });
    expect(letter).toMatchObject({ queue: name, why: { error: "NoAnswer" }, times: 1 });
    await anna.call("POST /api/dead-letters/:id/replay", { id: letter?.id ?? "" });
    const [again] = await poller.receive(name, { max: 1, visibilitySeconds: 60 });
    expect(again?.body).toBe(body);
    expect(await letters.waitingLetters({ limit: 10 })).toEqual([]);
  });
});
