import type { ApiRequest } from "@otklik/core/api/request";
import { SumJob } from "@otklik/core/pipeline/jobs";
import { eachAlone } from "@otklik/core/pipeline/room";
import type { PushRequest } from "@otklik/core/pipeline/webhook";
import type { Change, Ports } from "@otklik/core/ports";
import { handler as measure } from "@otklik/functions/measure";
import { type ChangeEvent, onChange, onPush, onQueue, onRequest, onSchedule } from "@otklik/functions/on";
import { describe, expect, it } from "vitest";
import { lambdaEvent } from "../support/lambda-events.ts";

const logged: unknown[][] = [];
const ports = {
  now: () => new Date(0),
  log: { error: (...said: unknown[]) => logged.push(said) },
} as unknown as Ports;
const time = { getRemainingTimeInMillis: () => 5000 };

describe("a function as Lambda calls it", () => {
  it("is its own handler, and composes its ports before it looks at the event", async () => {
    await expect(measure(lambdaEvent("stream"), time)).rejects.toThrow(/OTKLIK_/);
  });
});

describe("an event of SQS", () => {
  it("reaches the room message by message, and what cannot be read is named", async () => {
    const days: string[] = [];
    const room = eachAlone(SumJob, async ({ day }) => void days.push(day));
    const answer = await onQueue(room).using(ports)(lambdaEvent("sqs"), time);
    expect(days).toEqual(["2026-11-20", "2026-11-21"]);
    expect(answer).toEqual({
      batchItemFailures: [{ itemIdentifier: "2e1424d4-f796-459a-8184-9c92662be6da" }],
    });
  });

  it("is refused when it is another's", async () => {
    const room = eachAlone(SumJob, async () => {});
    await expect(onQueue(room).using(ports)(lambdaEvent("schedule") as never, time)).rejects.toThrow(
      "not an event of a queue",
    );
  });
});

describe("an event of a schedule", () => {
  it("tells the room its own time", async () => {
    const seen: Date[] = [];
    await onSchedule(async (at) => void seen.push(at)).using(ports)(lambdaEvent("schedule"), time);
    expect(seen).toEqual([new Date("2026-11-20T12:00:00Z")]);
  });

  it("is refused when it has no time", async () => {
    const door = onSchedule(async () => {}).using(ports);
    await expect(door(lambdaEvent("sqs") as never, time)).rejects.toThrow("not an event of a schedule");
  });
});

describe("an event of HTTP", () => {
  it("reaches the room as a request, its body decoded and its cookies joined", async () => {
    const seen: { request: ApiRequest; secure: boolean }[] = [];
    const door = onRequest(async (request, _, { secure }) => {
      seen.push({ request, secure });
      return { status: 204, headers: { "set-cookie": "otklik=new" }, body: "" };
    });
    const answer = await door.using(ports)(lambdaEvent("http"), time);
    expect(answer).toEqual({ statusCode: 204, headers: { "set-cookie": "otklik=new" }, body: "" });
    expect(seen).toMatchObject([
      {
        secure: true,
        request: {
          method: "POST",
          path: "/api/sign-in",
          query: { tongue: ["ru", "en"], words: ["жду заказ"] },
          headers: { cookie: "otklik=made-up; theme=dark" },
          body: '{"email":"anna@example.com","name":"Анна"}',
        },
      },
    ]);
  });
});

describe("an event of a network's push", () => {
  it("reaches the room with its bytes as they came, and with its query", async () => {
    const seen: PushRequest[] = [];
    const door = onPush(async (request) => {
      seen.push(request);
      return { status: 200, headers: { "content-type": "text/plain" }, body: "heard" };
    });
    const event = lambdaEvent("http");
    const bytes = new Uint8Array([123, 255, 0, 125]);
    const body = Buffer.from(bytes).toString("base64");
    const answer = await door.using(ports)({ ...event, body, isBase64Encoded: true }, time);
    expect(answer).toEqual({ statusCode: 200, headers: { "content-type": "text/plain" }, body: "heard" });
    expect(seen).toMatchObject([
      { method: "POST", path: "/api/sign-in", query: expect.stringMatching(/^\?tongue=ru/), body: bytes },
    ]);
  });

  it("that fails is logged without its address", async () => {
    const door = onPush(() => Promise.reject(new Error("no such field")));
    const event = { ...lambdaEvent("http"), rawPath: "/hooks/village/secret-address" };
    expect(await door.using(ports)(event, time)).toMatchObject({ statusCode: 500, body: "" });
    expect(JSON.stringify(logged.at(-1)?.slice(2))).toBe('[{"network":"village"}]');
  });
});

describe("an event of a table's stream", () => {
  const sequences = lambdaEvent("stream").Records.map(({ dynamodb }) => dynamodb?.SequenceNumber as string);
  const told = async (event: ChangeEvent, bears: (change: Change) => boolean = () => true) => {
    const borne: Change[] = [];
    const door = onChange(async (changes) => {
      if (!changes.every(bears)) throw new Error("cannot bear it");
      borne.push(...changes);
    });
    const { batchItemFailures } = await door.using(ports)(event, time);
    return { borne, failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
  };

  it("reaches the room as changes: each row once, as it stands at last, a removed one as null", async () => {
    expect(await told(lambdaEvent("stream"))).toEqual({
      borne: [
        {
          key: { pk: "w1/m.b1.8", sk: "b1-y" },
          row: { pk: "w1/m.b1.8", sk: "b1-y", version: 1, body: { n: 1 } },
        },
        {
          key: { pk: "w1/m.b1.7", sk: "b1-x" },
          row: { pk: "w1/m.b1.7", sk: "b1-x", version: 2, body: { n: 2 } },
        },
        { key: { pk: "w1/m.b1.9", sk: "b1-z~d" }, row: null },
      ],
      failed: [],
    });
  });

  it("carries the card and the places of a row", async () => {
    const [first] = lambdaEvent("stream").Records;
    const { borne } = await told({ Records: first ? [first] : [] });
    expect(borne[0]?.row).toMatchObject({
      card: { n: "village" },
      index: { inbox: { pk: "w1/in.b1", sk: "2026-11-20T12:00:00.000Z~b1-x" } },
    });
  });

  it("names the change that cannot be borne by the first record that told of it, and bears all others", async () => {
    const { borne, failed } = await told(lambdaEvent("stream"), ({ key }) => key.sk !== "b1-x");
    expect(borne.map(({ key }) => key.sk)).toEqual(["b1-y", "b1-z~d"]);
    expect(failed).toEqual([sequences[0]]);
  });

  it("names all that failed, the first one first", async () => {
    expect((await told(lambdaEvent("stream"), () => false)).failed).toEqual([
      sequences[0],
      sequences[1],
      sequences[3],
    ]);
  });

  it("names a row that is not ours to read, and bears the rest", async () => {
    const event = lambdaEvent("stream");
    event.Records[1] = { ...event.Records[1], dynamodb: { ...event.Records[1]?.dynamodb, NewImage: {} } };
    const { borne, failed } = await told(event);
    expect([borne.map(({ key }) => key.sk), failed]).toEqual([["b1-x", "b1-z~d"], [sequences[1]]]);
  });

  it.each([
    ["of another kind", { Records: lambdaEvent("sqs").Records }],
    ["of a stream that carries keys alone", { Records: [withoutImage()] }],
    ["without records", {}],
  ])("is refused when it is %s", async (_, event) => {
    await expect(told(event as never)).rejects.toThrow("not an event of a DynamoDB stream");
  });

  it("throws back to a feed what the room could not bear", async () => {
    const changes: Change[] = [{ key: { pk: "p", sk: "a" }, row: null }];
    await expect(told({ changes }, () => false)).rejects.toThrow("cannot bear it");
  });
});

function withoutImage() {
  const [record] = lambdaEvent("stream").Records;
  const { NewImage: _, ...dynamodb } = record?.dynamodb ?? {};
  return { ...record, dynamodb };
}
