import { measure } from "@otklik/core/pipeline/measure";
import { sum } from "@otklik/core/pipeline/sum";
import type { Change, NewMessage } from "@otklik/core/ports";
import { isSumComing, listBuckets, noteComingSum } from "@otklik/core/trend/trend-store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TestHome, testHome } from "../../support/home.ts";
import { found, later, noon } from "../../support/mentions.ts";
import { type Village, village } from "../../support/village.ts";

const day = "2026-11-20";
let there: Village;
let here: TestHome;
let changes: readonly Change[];

/** Two mentions have come in, and nothing was measured yet. */
beforeEach(async () => {
  there = village();
  here = await testHome({ connectors: [there.connector] });
  there.said = [found({ externalId: "a" }), found({ externalId: "b" })];
  await here.connect();
  await here.askPull();
  for (const queue of ["pull", "label", "response"] as const) await here.work(queue);
  ({ changes } = await here.home.feed.read(null, 200));
});
afterEach(() => here.close());

/** How many sums are asked for while `work` runs; `fails` throws in place of the first sending. */
const asked = async (work: () => Promise<void>, fails?: Error): Promise<number> => {
  const { queue } = here.ports;
  let failure = fails;
  let count = 0;
  here.ports.queue = {
    async send(name, messages: readonly NewMessage[]) {
      const thrown = failure;
      failure = undefined;
      if (thrown) throw thrown;
      count += messages.length;
      await queue.send(name, messages);
    },
  };
  await work().finally(() => {
    here.ports.queue = queue;
  });
  return count;
};
const mentions = async (): Promise<number> => {
  here.pass(5);
  await here.settle();
  return (await listBuckets(here.table, here.brandId)).reduce((all, bucket) => all + bucket.mentions, 0);
};

describe("the sum of a day", () => {
  it("is asked for once for many changes within its rest, and has them all", async () => {
    const one = changes.map((change) => () => measure([change], here.ports));
    let count = 0;
    for (const tell of one) count += await asked(tell);
    expect([count, await mentions()]).toEqual([1, 2]);
  });

  it("is asked for again when the sending failed and the changes are told a second time", async () => {
    const lost = asked(() => measure(changes, here.ports), new Error("the queue is away"));
    await expect(lost).rejects.toThrow("the queue is away");
    expect(await asked(() => measure(changes, here.ports))).toBe(1);
    expect(await mentions()).toBe(2);
  });

  it("is asked for anew once the one before may have begun", async () => {
    const of = { brandId: here.brandId, day };
    const how = { now: noon, restSeconds: 3 };
    await noteComingSum(here.table, of, later(1 / 30)); // two seconds
    expect(await isSumComing(here.table, of, how)).toBe(true);
    expect(await isSumComing(here.table, of, { ...how, now: later(1 / 30) })).toBe(false);
  });

  it("is not held up by a note from a clock that was wrong", async () => {
    await noteComingSum(here.table, { brandId: here.brandId, day }, later(60 * 24 * 365));
    expect(await asked(() => measure(changes, here.ports))).toBe(1);
  });

  it("is tried again where another sum was faster, and the last one has everything", async () => {
    const [first, ...rest] = changes;
    await measure(first ? [first] : [], here.ports);
    const { table } = here.ports;
    const job = { workspaceId: here.workspaceId, brandId: here.brandId, day };
    const allowance = { deadline: later(1), signal: new AbortController().signal };
    let overtaken = false;
    const slow = {
      ...here.ports,
      table: {
        ...table,
        /** While this sum counts, another change comes in and is summed. */
        async query(query: Parameters<typeof table.query>[0]) {
          const page = await table.query(query);
          if (!overtaken) {
            overtaken = true;
            await measure(rest, here.ports);
            await sum.work([job], here.ports, allowance);
          }
          return page;
        },
      },
    };
    const [error] = await sum.work([job], slow, allowance);
    expect(error?.message).toContain("another sum of this day was faster");
    expect(await sum.work([job], here.ports, allowance)).toEqual([null]);
    const [bucket] = await listBuckets(here.table, here.brandId);
    expect(bucket?.mentions).toBe(2);
  });
});
