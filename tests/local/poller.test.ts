import { setImmediate, setTimeout } from "node:timers/promises";
import type { QueueTrigger } from "@otklik/functions/triggers";
import { openHome } from "@otklik/local/home";
import { jsonLog } from "@otklik/local/log";
import { type Poller, startPoller } from "@otklik/local/poller";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import fc from "fast-check";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { eventually } from "../support/eventually.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

type Handler = (event: SQSEvent) => Promise<SQSBatchResponse>;

const allDone = async (): Promise<SQSBatchResponse> => ({ batchItemFailures: [] });
const failing = (ids: readonly string[]): SQSBatchResponse => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});
const bodiesOf = ({ Records }: SQSEvent): string[] => Records.map(({ body }) => body);
const idsOf = ({ Records }: SQSEvent): string[] => Records.map(({ messageId }) => messageId);

/** A queue with one poller on it, whose clock can be put forward, and every event that its handler was given. */
async function polled(handler: Handler, change: Partial<QueueTrigger> & { maxReceives?: number } = {}) {
  const { maxReceives, ...trigger } = change;
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const home = await openHome(temporaryFolder(), { now, maxReceives });
  const { queue } = home;
  const events: SQSEvent[] = [];
  const lines: string[] = [];
  let poller: Poller | undefined;
  onTestFinished(async () => {
    await poller?.stop();
    home.close();
  });
  /** Past every rest that a failed message takes. */
  const pass = (): void => {
    ahead += 400_000;
  };
  const called = (times: number) =>
    eventually(async () => expect(events.length).toBeGreaterThanOrEqual(times));
  const empty = () => eventually(async () => expect(await queue.nextAt("pull")).toBeNull());
  return {
    queue,
    events,
    lines,
    start(): Poller {
      poller = startPoller({
        queue,
        trigger: {
          name: "pull",
          room: "pull",
          batch: 10,
          workers: 1,
          timeoutSeconds: 30,
          grouped: false,
          ...trigger,
        },
        handler: (event) => {
          events.push(event);
          return handler(event);
        },
        log: jsonLog((line) => lines.push(line)),
      });
      return poller;
    },
    send: (...bodies: string[]) =>
      queue.send(
        "pull",
        bodies.map((body) => ({ body })),
      ),
    ...{ pass, called, empty },
    /** Until what failed at first has come again, and nothing is left. */
    async doneAgain(): Promise<void> {
      await called(1);
      await eventually(async () => {
        pass();
        expect(events.length).toBeGreaterThan(1);
      });
      await empty();
    },
  };
}

/** Fails the first time as told, and does all from then on. */
function firstly(fail: Handler): Handler {
  let isFirst = true;
  return (event) => {
    const handler = isFirst ? fail : allDone;
    isFirst = false;
    return handler(event);
  };
}

describe("a batch", () => {
  it("comes as the event that a queue of AWS would send", async () => {
    const { send, start, called, events } = await polled(allDone);
    await send("one");
    start();
    await called(1);
    expect(events[0]?.Records).toMatchObject([
      {
        body: "one",
        eventSource: "aws:sqs",
        attributes: { ApproximateReceiveCount: "1", SentTimestamp: expect.stringMatching(/^\d{13}$/) },
      },
    ]);
  });

  it("is forgotten when the handler names no failure", async () => {
    const { send, start, empty, events } = await polled(allDone);
    await send("one", "two");
    start();
    await empty();
    expect(events.map(bodiesOf)).toEqual([["one", "two"]]);
  });

  it("comes again for exactly those messages that the handler names", async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(["a", "b", "c", "d"], { minLength: 1 }), async (failed) => {
        const { send, start, doneAgain, events } = await polled(
          firstly(async ({ Records }) =>
            failing(Records.filter(({ body }) => failed.includes(body)).map(({ messageId }) => messageId)),
          ),
        );
        await send("a", "b", "c", "d");
        start();
        await doneAgain();
        expect(events.slice(1).flatMap(bodiesOf).sort()).toEqual(failed);
        expect(events[1]?.Records[0]?.attributes.ApproximateReceiveCount).toBe("2");
      }),
      { numRuns: 3 },
    );
  });

  const malformed: [string, (event: SQSEvent) => unknown][] = [
    ["names a message that it was not given", (event) => failing([...idsOf(event).slice(1), "9999"])],
    ["names nothing", () => failing([""])],
    ["names null", () => ({ batchItemFailures: [{ itemIdentifier: null }] })],
    ["uses another key", (event) => ({ batchItemFailures: [{ id: idsOf(event)[0] }] })],
    ["lists no objects", () => ({ batchItemFailures: [null] })],
    ["gives no list", () => ({ batchItemFailures: "none" })],
    ["gives nothing at all", () => undefined],
  ];
  it.each(malformed)("comes again whole when the handler's answer %s", async (_, answer) => {
    const { send, start, doneAgain, events } = await polled(
      firstly(async (event) => answer(event) as SQSBatchResponse),
    );
    await send("one", "two");
    start();
    await doneAgain();
    expect(events.slice(1).flatMap(bodiesOf)).toEqual(["one", "two"]);
  });

  it.each([
    ["rejects", () => Promise.reject(new Error("Вода в чайнике"))],
    [
      "throws before it gives a promise",
      () => {
        throw new Error("Вода в чайнике");
      },
    ],
  ])("comes again whole when the handler %s, and the log has no word of it", async (_, fail) => {
    const { send, start, doneAgain, events, lines } = await polled(firstly(fail));
    await send("one");
    start();
    await doneAgain();
    expect(events).toHaveLength(2);
    expect(lines.join("")).toContain('"event":"poller.batch-failed"');
    expect(lines.join("")).not.toContain("Вода");
  });

  it("that outlasts its time gives the worker free, and comes again", async () => {
    const { send, start, pass, called, events } = await polled(
      firstly(() => new Promise(() => undefined)),
      { timeoutSeconds: 0.05 },
    );
    await send("one");
    start();
    await called(1);
    await eventually(async () => {
      pass();
      expect(events.map(bodiesOf)).toEqual([["one"], ["one"]]);
    });
  });
});

describe("a message that the handler keeps failing", () => {
  it("becomes a dead letter with its body and the reason, and stops no other", async () => {
    const { send, start, pass, events, queue } = await polled(
      async ({ Records }) => {
        if (Records.some(({ body }) => body === "poison")) throw new Error("it cannot be read");
        return failing([]);
      },
      { batch: 1, maxReceives: 3 },
    );
    await send("poison", "sound");
    start();
    const [letter] = await eventually(async () => {
      pass();
      const letters = await queue.deadLetters("pull", { limit: 10 });
      expect(letters).toHaveLength(1);
      return letters;
    });
    expect(letter).toMatchObject({ body: "poison", attempts: 3, why: "Error: it cannot be read" });
    expect(events.flatMap(bodiesOf).filter((body) => body === "sound")).toHaveLength(1);
  });
});

describe("a sleeping poller", () => {
  it("wakes when a delayed message's time has come, and not before", async () => {
    const { start, called, queue } = await polled(allDone);
    start();
    const sentAt = Date.now();
    await queue.send("pull", [{ body: "later", delaySeconds: 1 }]);
    await called(1);
    const waited = Date.now() - sentAt;
    expect(waited).toBeGreaterThanOrEqual(999);
    expect(waited).toBeLessThan(3000);
  });

  it("hears of what is sent to its queue", async () => {
    const { start, called, send } = await polled(allDone);
    start();
    await send("one");
    await called(1);
    await send("two");
    await called(2);
  });
});

describe("a poller whose queue does not answer", () => {
  it.each(["receive", "nextAt"] as const)("(%s) says so, and looks again", async (asked) => {
    const { start, called, send, queue, lines } = await polled(allDone);
    vi.spyOn(queue, asked).mockRejectedValueOnce(new Error("no answer"));
    const poller = start();
    await eventually(async () => expect(lines.join("")).toContain('"event":"poller.failed"'));
    await send("one");
    await called(1);
    expect(poller.isAlive()).toBe(true);
  });

  it("counts as cut off while that lasts, and asks less and less often", async () => {
    const { start, send, called, queue, lines } = await polled(allDone, { workers: 2 });
    const receive = vi.spyOn(queue, "receive").mockRejectedValue(new Error("no answer"));
    const poller = start();
    await send("one"); // rings: whoever rests looks at once
    await eventually(async () => {
      await send("another");
      expect(poller.isAlive()).toBe(false);
    });
    const before = lines.length;
    await setTimeout(1500);
    expect(lines.length - before).toBeLessThanOrEqual(2); // each worker rests for two seconds and more
    receive.mockRestore();
    await send("yet another");
    await called(1);
    await eventually(async () => expect(poller.isAlive()).toBe(true));
  });
});

describe("a full queue", () => {
  it("leaves everybody else their turn, also when its handler waits for nothing", async () => {
    const { start, send, events, empty } = await polled(allDone, { batch: 1 });
    await send(...Array.from({ length: 100 }, (_, n) => String(n)));
    start();
    await setImmediate();
    await setImmediate();
    expect(events.length).toBeLessThan(10);
    await empty();
    expect(events).toHaveLength(100);
  });
});

describe("several workers", () => {
  it("work at once, and not more of them than there are", async () => {
    const gate = Promise.withResolvers<void>();
    let [atWork, most] = [0, 0];
    const { start, called, send, empty } = await polled(
      async () => {
        most = Math.max(most, ++atWork);
        await gate.promise;
        atWork--;
        return failing([]);
      },
      { batch: 1, workers: 3 },
    );
    await send("1", "2", "3", "4", "5");
    start();
    await called(3);
    gate.resolve();
    await empty();
    expect(most).toBe(3);
  });

  it("take the messages of one group one after another, in order", async () => {
    let [atWork, most] = [0, 0];
    const { start, empty, queue, events } = await polled(
      async () => {
        most = Math.max(most, ++atWork);
        await Promise.resolve();
        atWork--;
        return failing([]);
      },
      { batch: 1, workers: 3, grouped: true },
    );
    const bodies = ["1", "2", "3", "4"];
    await queue.send(
      "pull",
      bodies.map((body) => ({ body, group: "account" })),
    );
    start();
    await empty();
    expect(events.flatMap(bodiesOf)).toEqual(bodies);
    expect(most).toBe(1);
  });
});

describe("stopping", () => {
  it("lets what is in hand be finished, and takes nothing more", async () => {
    const gate = Promise.withResolvers<void>();
    const { start, called, send, queue, events } = await polled(
      async () => {
        await gate.promise;
        return failing([]);
      },
      { batch: 1 },
    );
    await send("in hand", "waiting");
    const poller = start();
    await called(1);
    expect(poller.isIdle()).toBe(false);
    const stopped = poller.stop();
    gate.resolve();
    await stopped;
    expect(events.flatMap(bodiesOf)).toEqual(["in hand"]);
    expect(poller.isIdle()).toBe(true);
    const left = await queue.receive("pull", { max: 10, visibilitySeconds: 30 });
    expect(left.map(({ body }) => body)).toEqual(["waiting"]);
  });

  it("does not wait for a poller that sleeps", async () => {
    const { start } = await polled(allDone);
    await start().stop();
  });
});
