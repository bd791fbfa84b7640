import type { DeadMessage } from "@otklik/core/pipeline/dead";
import { eachAlone } from "@otklik/core/pipeline/room";
import type { Ports } from "@otklik/core/ports";
import { onDeadLetter, onQueue, onRequest, onSchedule } from "@otklik/functions/on";
import { maxReceives } from "@otklik/functions/triggers";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const logged: unknown[][] = [];
const ports = {
  now: () => new Date(0),
  log: { error: (...said: unknown[]) => logged.push(said) },
} as unknown as Ports;
const time = { getRemainingTimeInMillis: () => 5000 };
const records = (bodies: readonly string[], attempt = 1) =>
  ({
    Records: bodies.map((body, n) => ({
      messageId: `m${n}`,
      body,
      attributes: { ApproximateReceiveCount: String(attempt) },
    })),
  }) as never;

describe("a queue's door", () => {
  const room = eachAlone(z.object({ n: z.number() }), async ({ n }) => {
    if (n === 2) throw new Error("no twos");
  });

  it("names the messages that failed and those that nobody can read, and no other", async () => {
    const answer = await onQueue(room).using(ports)(
      records(['{"n":1}', '{"n":2}', "{broken", '{"n":"x"}', '{"n":3}']),
      time,
    );
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual([
      "m1",
      "m2",
      "m3",
    ]);
  });

  it("takes the jobs that share a message, and names it once when some of them failed", async () => {
    const seen: number[] = [];
    const noting = eachAlone(z.object({ n: z.number() }), async ({ n }) => {
      seen.push(n);
      if (n > 2) throw new Error("too many");
    });
    const answer = await onQueue(noting).using(ports)(
      records(['[{"n":1},{"n":3},{"n":4}]', '[{"n":2},{"n":0}]']),
      time,
    );
    expect(seen).toEqual([1, 3, 4, 2, 0]);
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: "m0" }]);
  });

  it("gives the room less time than the caller leaves, and a signal that ends with it", async () => {
    const seen: { deadline: Date; aborted: boolean }[] = [];
    const watching = eachAlone(z.object({}), async (_, __, { deadline, signal }) => {
      seen.push({ deadline, aborted: signal.aborted });
    });
    await onQueue(watching).using(ports)(records(["{}"]), time);
    expect(seen).toEqual([{ deadline: new Date(4000), aborted: false }]);
  });
});

describe("a queue's door at a message's last attempt", () => {
  const room = eachAlone(z.object({ n: z.number() }), async ({ n }) => {
    if (n === 2) throw new RangeError("тайна");
  });
  /** The event of these bodies at that attempt, and the reasons that were noted. */
  async function tried(attempt: number, { commit = async () => [] as never[], work = room.work } = {}) {
    const noted: unknown[] = [];
    const table = {
      commit: (writes: readonly unknown[]) => {
        noted.push(...writes);
        return commit();
      },
    };
    const answer = await onQueue({ ...room, work }).using({ ...ports, table } as unknown as Ports)(
      records(['{"n":1}', '{"n":2}', "{broken"], attempt),
      time,
    );
    const failed = answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort();
    return { failed, noted: JSON.stringify(noted) };
  }

  it("notes why each of them failed, without a word of the message", async () => {
    const { noted } = await tried(maxReceives);
    expect(noted).toContain("#why.m1");
    expect(noted).toContain("RangeError");
    expect(noted).toContain("#why.m2");
    expect(noted).toContain("SyntaxError");
    expect(noted).not.toContain("#why.m0");
    expect(noted).not.toMatch(/тайна|broken/);
  });

  it("notes nothing before", async () => {
    expect((await tried(maxReceives - 1)).noted).toBe("[]");
  });

  it("gives the same answer when the reason could not be noted", async () => {
    const { failed } = await tried(maxReceives, { commit: () => Promise.reject(new Error("down")) });
    expect(failed).toEqual(["m1", "m2"]);
  });

  it("notes it for all when the room itself fails", async () => {
    const { failed, noted } = await tried(maxReceives, { work: () => Promise.reject(new TypeError()) });
    expect(failed).toEqual(["m0", "m1", "m2"]);
    expect(noted).toContain("#why.m0");
  });
});

describe("the dead-letter queues' door", () => {
  const at = (eventSourceARN: string) => ({
    messageId: eventSourceARN,
    body: "{}",
    eventSourceARN,
    attributes: { ApproximateReceiveCount: "1", SentTimestamp: "1700000000000", MessageGroupId: "g" },
  });

  it("tells on which queue each message died, and names those that could not be kept", async () => {
    const seen: DeadMessage[] = [];
    const door = onDeadLetter(async (message) => {
      seen.push(message);
      if (message.queue === "sum") throw new Error("no room");
    });
    const answer = await door.using(ports)(
      {
        Records: [
          at("arn:aws:sqs:eu-central-1:1:otklik-prod-pull-dead.fifo"),
          at("arn:aws:sqs:eu-central-1:1:otklik-prod-sum-dead"),
          at("arn:aws:sqs:local:0:label-dead"),
        ],
      } as never,
      time,
    );
    expect(seen.map(({ queue }) => queue)).toEqual(["pull", "sum", "label"]);
    expect(seen[0]).toMatchObject({
      body: "{}",
      group: "g",
      sentAt: new Date(1_700_000_000_000),
      attempts: 1,
    });
    expect(answer.batchItemFailures).toEqual([
      { itemIdentifier: "arn:aws:sqs:eu-central-1:1:otklik-prod-sum-dead" },
    ]);
  });
});

describe("a schedule's door", () => {
  it("hands on the event's own time, however late it comes", async () => {
    const seen: Date[] = [];
    await onSchedule(async (at) => void seen.push(at)).using(ports)({ time: "2026-11-20T12:00:00Z" }, time);
    expect(seen).toEqual([new Date("2026-11-20T12:00:00Z")]);
  });
});

describe("a request's door", () => {
  const event = {
    rawPath: "/api/x",
    rawQueryString: "a=1&a=2&b=%D0%B6",
    headers: {},
    requestContext: { http: { method: "GET" } },
  };

  it("reads the query, repeated names included, and the cookies wherever AWS puts them", async () => {
    const seen: unknown[] = [];
    const door = onRequest(async (request) => {
      seen.push(request.query, request.headers.cookie);
      return { status: 204, headers: {}, body: "" };
    });
    await door.using(ports)({ ...event, cookies: ["otklik=x", "y=z"] }, time);
    expect(seen).toEqual([{ a: ["1", "2"], b: ["ж"] }, "otklik=x; y=z"]);
  });

  it("answers a defect without a word of its cause", async () => {
    const answer = await onRequest(() => Promise.reject(new Error("тайна"))).using(ports)(event, time);
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain("тайна");
  });
});
