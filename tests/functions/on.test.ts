import { eachAlone } from "@otklik/core/pipeline/room";
import type { Ports } from "@otklik/core/ports";
import { onQueue, onRequest, onSchedule } from "@otklik/functions/on";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const logged: unknown[][] = [];
const ports = {
  now: () => new Date(0),
  log: { error: (...said: unknown[]) => logged.push(said) },
} as unknown as Ports;
const time = { getRemainingTimeInMillis: () => 5000 };
const records = (...bodies: string[]) =>
  ({
    Records: bodies.map((body, n) => ({
      messageId: `m${n}`,
      body,
      attributes: { ApproximateReceiveCount: "1" },
    })),
  }) as never;

describe("a queue's door", () => {
  const room = eachAlone(z.object({ n: z.number() }), async ({ n }) => {
    if (n === 2) throw new Error("no twos");
  });

  it("names the messages that failed and those that nobody can read, and no other", async () => {
    const answer = await onQueue(room).using(ports)(
      records('{"n":1}', '{"n":2}', "{broken", '{"n":"x"}', '{"n":3}'),
      time,
    );
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual([
      "m1",
      "m2",
      "m3",
    ]);
  });

  it("gives the room less time than the caller leaves, and a signal that ends with it", async () => {
    const seen: { deadline: Date; aborted: boolean }[] = [];
    const watching = eachAlone(z.object({}), async (_, __, { deadline, signal }) => {
      seen.push({ deadline, aborted: signal.aborted });
    });
    await onQueue(watching).using(ports)(records("{}"), time);
    expect(seen).toEqual([{ deadline: new Date(4000), aborted: false }]);
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
