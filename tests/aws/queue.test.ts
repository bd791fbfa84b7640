import { ReceiveMessageCommand, type SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { sqsQueue } from "@otklik/aws/queue";
import { startJsonService } from "@otklik/aws-local/json-service";
import { startSqs } from "@otklik/aws-local/sqs";
import { sqsPollerQueue } from "@otklik/aws-local/sqs-poller-queue";
import { startFauxqs } from "fauxqs";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { describeQueue } from "../contracts/queue.ts";
import { claimsInMemory } from "../support/aws/claims.ts";
import { anyone, sqsAnyone } from "../support/aws/client.ts";
import { eventually } from "../support/eventually.ts";

const now = () => new Date();

/** Every queue by the emulators that the local composition uses. */
async function open({ maxReceives }: { maxReceives?: number } = {}) {
  const fauxqs = await startFauxqs({ port: 0, host: "127.0.0.1", logger: false });
  const { urls, deadUrls, close } = await startSqs({ fauxqs, ...(maxReceives ? { maxReceives } : {}) });
  const sqs = new SQSClient(sqsAnyone);
  const claims = claimsInMemory();
  const queue = sqsQueue({ client: sqs, urls, claims });
  return {
    sqs,
    urls,
    fauxqs,
    claims,
    queue,
    poller: sqsPollerQueue({ client: sqs, urls, queue, now }),
    dead: sqsPollerQueue({ client: sqs, urls: deadUrls, queue, now }),
    close: async () => {
      sqs.destroy();
      await close();
      await fauxqs.stop();
    },
  };
}

async function opened(how: { maxReceives?: number } = {}) {
  const all = await open(how);
  onTestFinished(all.close);
  return all;
}

// fauxqs keeps its times by Date alone and runs in this process, so the clock can be moved on instead of waited for.
// It refuses an emoji, which SQS takes; local-aws-sqs is asked for that below.
describe("by fauxqs", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
  afterEach(() => void vi.useRealTimers());
  describeQueue(
    "SQS",
    async () => {
      const { fauxqs, sqs, urls: standard, claims, close } = await open();
      fauxqs.createQueue("label", { region: anyone.region });
      const urls = { ...standard, label: standard.pull.replace("pull.fifo", "label") };
      const queue = sqsQueue({ client: sqs, urls, claims });
      return {
        queue,
        poller: sqsPollerQueue({ client: sqs, urls, queue, now }),
        pass: async (seconds) => void vi.setSystemTime(Date.now() + seconds * 1000),
        close,
      };
    },
    { lacks: ["emoji"] },
  );
});

describe("by local-aws-sqs", () => {
  it.each(["Не пришла 😡", "ёлка, café, 中文", '"quoted"\n\t\\', "\u{10FFFF}\uFFFE\uFFFF"])(
    "carries %j unchanged",
    async (text) => {
      const { queue, poller } = await opened();
      await queue.send("label", [{ body: JSON.stringify({ text }) }]);
      const [message] = await poller.receive("label", { max: 10, visibilitySeconds: 60 });
      expect(JSON.parse(message?.body ?? "null")).toEqual({ text });
    },
  );

  it("sends many in batches of ten and one megabyte, and hands out more than ten to one take", async () => {
    const { sqs, queue, poller } = await opened();
    const sizes: number[] = [];
    sqs.middlewareStack.add(
      (next) => (args) => {
        if ("Entries" in (args.input as object))
          sizes.push((args.input as SendMessageBatchCommand["input"]).Entries?.length ?? 0);
        return next(args);
      },
      { step: "initialize" },
    );
    const large = "x".repeat(400_000);
    await queue.send("response", [
      ...Array.from({ length: 23 }, (_, n) => ({ body: String(n) })),
      ...[large, large, large].map((body) => ({ body })),
    ]);
    expect(sizes).toEqual([10, 10, 5, 1]);
    const taken = await poller.receive("response", { max: 50, visibilitySeconds: 60 });
    expect(new Set(taken.map(({ id }) => id)).size).toBe(26);
  });

  it.each([
    ["pull", [1, 2, 3, 4, 5]],
    ["label", [1, 3, 5, 7, 9]], // local-aws-sqs counts the release too
  ] as const)(
    "gives a message of %s up to its dead-letter queue after five attempts",
    async (name, counts) => {
      const { queue, poller, dead } = await opened();
      await queue.send(name, [{ body: "bad" }]);
      for (const attempts of counts) {
        const [message] = await eventually(async () => {
          const taken = await poller.receive(name, { max: 1, visibilitySeconds: 60 });
          expect(taken).toMatchObject([{ attempts }]);
          return taken;
        });
        await poller.release(name, [message?.receipt ?? ""]);
      }
      await eventually(async () => {
        expect(await poller.receive(name, { max: 1, visibilitySeconds: 60 })).toEqual([]);
        const [letter] = await dead.receive(name, { max: 1, visibilitySeconds: 0 });
        expect(letter?.body).toBe("bad");
      });
    },
  );

  it("hides a message for its visibility, and hands it out again", async () => {
    const { queue, poller } = await opened();
    await queue.send("sum", [{ body: "a" }]);
    const take = () => poller.receive("sum", { max: 1, visibilitySeconds: 1 });
    expect(await take()).toHaveLength(1);
    expect(await take()).toEqual([]);
    await eventually(async () => expect((await take())[0]?.attempts).toBe(2));
  });

  it("tells when nothing waits, and when something does, delayed or in hand", async () => {
    const { queue, poller } = await opened();
    expect(await poller.nextAt("deliver")).toBeNull();
    await queue.send("deliver", [{ body: "a", delaySeconds: 900 }]);
    expect(await poller.nextAt("deliver")).not.toBeNull();
    await queue.send("sum", [{ body: "b" }]);
    const [message] = await poller.receive("sum", { max: 1, visibilitySeconds: 60 });
    expect(await poller.nextAt("sum")).not.toBeNull();
    await poller.done("sum", [message?.receipt ?? ""]);
    expect(await poller.nextAt("sum")).toBeNull();
  });
});

it("wakes a long poll when a message comes", async () => {
  const { sqs, urls, queue } = await opened();
  const polled = sqs.send(new ReceiveMessageCommand({ QueueUrl: urls.pull, WaitTimeSeconds: 20 }));
  await queue.send("pull", [{ body: "a" }]);
  const began = performance.now();
  expect((await polled).Messages?.map(({ Body }) => Body)).toEqual(["a"]);
  expect(performance.now() - began).toBeLessThan(10_000);
});

describe("a batch of which SQS takes a part", () => {
  /** Refuses the first `times` sendings of each body that names them, such as `{"busy":2}`. */
  async function partly(sender: boolean) {
    const seen = new Map<string, number>();
    const took: string[] = [];
    const server = await startJsonService({
      SendMessageBatch: ({ Entries }) => {
        const Failed: object[] = [];
        const Successful: object[] = [];
        for (const { Id, MessageBody } of Entries as { Id: string; MessageBody: string }[]) {
          const { busy = 0 } = JSON.parse(MessageBody) as { busy?: number };
          const count = (seen.get(MessageBody) ?? 0) + 1;
          seen.set(MessageBody, count);
          if (count <= busy) Failed.push({ Id, SenderFault: sender, Code: "Busy" });
          else {
            took.push(MessageBody);
            Successful.push({ Id, MessageId: Id, MD5OfMessageBody: "" });
          }
        }
        return { body: { Successful, Failed } };
      },
    });
    const sqs = new SQSClient({ ...sqsAnyone, md5: false });
    onTestFinished(async () => {
      sqs.destroy();
      await server.close();
    });
    const urls = { label: `${server.url}/0/label`, pull: `${server.url}/0/pull.fifo` };
    const claims = claimsInMemory();
    return { took, claims, queue: sqsQueue({ client: sqs, urls: urls as never, claims }) };
  }
  const bodies = (...busy: number[]) =>
    busy.map((times, n) => ({ body: JSON.stringify({ busy: times, n }) }));

  it("sends the rest again, and what was taken not twice", async () => {
    const { queue, took } = await partly(false);
    const messages = bodies(0, 2, 0, 1);
    await queue.send("label", messages);
    expect(took.sort()).toEqual(messages.map(({ body }) => body).sort());
  });

  it("throws when the rest is not taken in the end, and lets it be sent again at once", async () => {
    const { queue, claims } = await partly(false);
    const [message] = bodies(6);
    await expect(
      queue.send("label", [{ ...message, body: message?.body ?? "", dedupe: "k" }]),
    ).rejects.toThrow("Busy");
    await queue.send("label", [{ body: "{}", dedupe: "k" }]);
    expect(await claims.take("another", 1)).toBe(true);
  });

  it("throws at once when the fault is ours", async () => {
    const { queue, took } = await partly(true);
    await expect(queue.send("label", bodies(1, 0))).rejects.toThrow("1 of 2");
    expect(took).toHaveLength(1);
  });

  it("keeps the order of a group", async () => {
    const { queue, took } = await partly(false);
    const messages = bodies(2, 0, 1, 0).map((message) => ({ ...message, group: "g" }));
    await queue.send("pull", messages);
    expect(took).toEqual(messages.map(({ body }) => body));
  });
});

describe("a queue's kind", () => {
  it("refuses a group on a standard queue and a delay on a FIFO one, and sends nothing", async () => {
    const { queue, poller } = await opened();
    await expect(queue.send("label", [{ body: "a" }, { body: "b", group: "g" }])).rejects.toThrow(
      "no groups",
    );
    await expect(queue.send("pull", [{ body: "a", delaySeconds: 5 }])).rejects.toThrow("cannot be delayed");
    expect(await poller.receive("label", { max: 1, visibilitySeconds: 1 })).toEqual([]);
  });
});
