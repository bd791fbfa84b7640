import type { RateBucket } from "@otklik/core/connector";
import { keepPace } from "@otklik/core/pace/pace";
import { toolsFor } from "@otklik/core/tools";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const request = () => new Request("https://network.example/");

/** The tools of a network with one bucket, over a clock that only waiting moves, and the times of its requests. */
function paced(bucket: Omit<RateBucket, "per">) {
  const at: number[] = [];
  let clock = 0;
  const limits = { buckets: [{ per: "account" as const, ...bucket }] };
  const now = () => new Date(clock);
  const ports = {
    pace: keepPace({ now }),
    http: async () => {
      at.push(clock);
      return new Response();
    },
    now,
    wait: async (milliseconds: number) => {
      clock += milliseconds;
    },
    mailbox: () => Promise.reject(new Error("no mailbox here")),
    blob: {
      put: async () => undefined,
      get: async (key: string) => (key.endsWith("/kept") ? new Response("bytes").body : null),
      remove: async () => undefined,
    },
  };
  return {
    tools: toolsFor({ network: "n", limits }, ports, {
      workspaceId: "w1",
      signal: AbortSignal.timeout(10_000),
    }),
    at,
  };
}

describe("a network's pace", () => {
  it("keeps one request of the burst back, for those that overtake each other on their way", async () => {
    const { tools, at } = paced({ requests: 3, seconds: 1, burst: 6 });
    for (let n = 0; n < 7; n++) await tools.http(request());
    expect(at).toEqual([0, 0, 0, 0, 0, 334, 667]);
  });

  it("never exceeds what burst and time allow, at any moment and to the millisecond", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 40 }),
        async (requests, burst, count) => {
          const { tools, at } = paced({ requests, seconds: 1, burst });
          for (let n = 0; n < count; n++) await tools.http(request());
          const rate = requests / 1000;
          for (const [n, from] of at.entries())
            for (const [more, until] of at.slice(n).entries())
              expect(more + 1).toBeLessThanOrEqual(burst + (until - from + 1) * rate);
        },
      ),
    );
  });

  it("gives up, naming the time, rather than wait for long", async () => {
    const { tools } = paced({ requests: 1, seconds: 60, burst: 1 });
    await tools.http(request());
    await expect(tools.http(request())).rejects.toMatchObject({
      kind: "throttled",
      retryAt: new Date(60_200), // a little later, for what jitters on its way
    });
  });
});

describe("a limit of one host or path", () => {
  const counts = async (at: string, address: string) => {
    const { tools, at: times } = paced({ requests: 1, seconds: 1, burst: 1, at });
    for (let n = 0; n < 3; n++) await tools.http(new Request(address));
    return times.at(-1) !== 0;
  };

  it.each([
    ["chats.example", "https://chats.example/v1/events"],
    ["chats.example/v1", "https://chats.example/v1/events"],
    ["chats.example/v1", "http://127.0.0.1:4411/demo/chats.example/v1/events"],
  ])("counts what is asked at %s, such as %s", async (at, address) => {
    expect(await counts(at, address)).toBe(true);
  });

  it.each([
    ["chats.example", "https://reviews.example/v1/events"],
    ["chats.example/v1", "https://chats.example/ping"],
    ["chats.example/v1", "http://127.0.0.1:4411/demo/chats.example/ping"],
  ])("counts not by %s what is asked elsewhere, such as %s", async (at, address) => {
    expect(await counts(at, address)).toBe(false);
  });
});

describe("a stored file", () => {
  it("is given as it was kept", async () => {
    const { tools } = paced({ requests: 1, seconds: 1, burst: 1 });
    expect(await new Response(await tools.file("upload/w1/kept")).text()).toBe("bytes");
  });

  it("of another workspace is not there", async () => {
    const { tools } = paced({ requests: 1, seconds: 1, burst: 1 });
    await expect(tools.file("upload/w2/kept")).rejects.toThrow("upload it once more");
    await expect(tools.file("text/w1/kept")).rejects.toThrow("upload it once more");
  });

  it("that is gone is refused with what to do", async () => {
    const { tools } = paced({ requests: 1, seconds: 1, burst: 1 });
    await expect(tools.file("upload/w1/gone")).rejects.toThrow("upload it once more");
  });
});
