import { lettersOf, listLetters } from "@otklik/core/dead-letter/dead-letter-store";
import { replayLetter } from "@otklik/core/dead-letter/replay";
import type { Labeler } from "@otklik/core/label/labeler";
import { send } from "@otklik/core/pipeline/jobs";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { handOnLetters } from "@otklik/local/dead-reader";
import { openHome } from "@otklik/local/home";
import { startRuntime } from "@otklik/local/runtime";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { describe, expect, it, onTestFinished } from "vitest";
import { desk } from "../support/desk.ts";
import { eventually } from "../support/eventually.ts";
import { testHome } from "../support/home.ts";
import { found } from "../support/mentions.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { village } from "../support/village.ts";

const said = "Вода в чайнике зелёная";

/** A home at work, whose labeler is broken until it is mended. */
async function atWork() {
  let isBroken = true;
  const sound = embeddedLabeler();
  const labeler: Labeler = {
    ...sound,
    label: (mentions, options) =>
      isBroken ? Promise.reject(new RangeError(said)) : sound.label(mentions, options),
  };
  const there = village();
  there.said = [found({ text: said })];
  const here = await testHome({ connectors: [there.connector], labeler });
  await here.connect();
  const runtime = startRuntime(here.home, here.ports, { schedules: false });
  onTestFinished(async () => {
    await runtime.stop();
    here.close();
  });
  return {
    ...here,
    mend: () => {
      isBroken = false;
    },
    letters: async () => (await listLetters(lettersOf(here.table), { limit: 10 })).letters,
  };
}

describe("a room that fails five times", () => {
  it("leaves a row with its reason, and the message goes its way once the room is mended", async () => {
    const here = await atWork();
    const job = { workspaceId: here.workspaceId, sourceId: "source1" };
    await send(here.ports, "pull", [{ job, group: "source1" }]);
    const [letter] = await eventually(async () => {
      here.pass(400); // past every rest
      const letters = await here.letters();
      expect(letters).toHaveLength(1);
      return letters;
    }, 20_000);
    expect(letter).toMatchObject({
      queue: "label",
      attempts: 5,
      why: { error: "RangeError", place: expect.stringContaining("tests/local/dead-reader.test.ts") },
    });
    expect(JSON.stringify(letter)).not.toContain("чайник");
    await eventually(async () => expect(await here.home.queue.waitingLetters({ limit: 1 })).toEqual([]));

    here.mend();
    await replayLetter(lettersOf(here.table), letter?.id ?? "", here.ports);
    const anna = await desk(here);
    await eventually(async () => {
      here.pass(10);
      const { cards } = (await anna.call("GET /api/inbox", { brand: here.brandId })).body;
      expect(cards).toMatchObject([{ snippet: said }]);
    }, 20_000);
    expect(await here.letters()).toEqual([]);
  }, 60_000);
});

describe("the reader of dead letters", () => {
  /** Three dead letters of two queues, and what a handler is told of them. */
  async function buried(answer: (event: SQSEvent) => SQSBatchResponse) {
    const home = await openHome(temporaryFolder(), { maxReceives: 1 });
    onTestFinished(() => home.close());
    for (const queue of ["pull", "sum", "pull"] as const) {
      await home.queue.send(queue, [{ body: queue, ...(queue === "pull" ? { group: "g" } : {}) }]);
      const [message] = await home.queue.receive(queue, { max: 1, visibilitySeconds: 60 });
      await home.queue.release(queue, [message?.receipt ?? ""]);
    }
    const events: SQSEvent[] = [];
    const handOn = () =>
      handOnLetters({
        letters: home.queue,
        handler: async (event) => {
          events.push(event);
          return answer(event);
        },
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      });
    return { handOn, events, waiting: () => home.queue.waitingLetters({ limit: 10 }) };
  }

  it("speaks as the dead-letter queue of each queue would, oldest first, and forgets what was kept", async () => {
    const { handOn, events, waiting } = await buried(() => ({ batchItemFailures: [] }));
    expect(await handOn()).toBe(0);
    expect(events.flatMap(({ Records }) => Records)).toMatchObject([
      { body: "pull", eventSourceARN: "arn:aws:sqs:local:0:pull-dead", attributes: { MessageGroupId: "g" } },
      { body: "pull", eventSourceARN: "arn:aws:sqs:local:0:pull-dead" },
      {
        body: "sum",
        eventSourceARN: "arn:aws:sqs:local:0:sum-dead",
        attributes: { ApproximateReceiveCount: "1" },
      },
    ]);
    expect(await waiting()).toEqual([]);
  });

  it("leaves what could not be kept for the next round, and hands on the others", async () => {
    const { handOn, waiting } = await buried(({ Records }) => ({
      batchItemFailures: Records.slice(0, 1)
        .filter(({ body }) => body === "pull")
        .map(({ messageId }) => ({ itemIdentifier: messageId })),
    }));
    expect(await handOn()).toBe(1);
    expect((await waiting()).map(({ body }) => body)).toEqual(["pull"]);
  });
});
