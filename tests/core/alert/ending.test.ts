import { changeAccount } from "@otklik/core/account/account-store";
import { saveAccount } from "@otklik/core/account/credentials";
import type { Connector } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { desk } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { later, noon } from "../../support/mentions.ts";
import { fault, type Village, village } from "../../support/village.ts";

const day = 24 * 3600;
const inDays = (count: number): Date => later(count * 24 * 60);

let there: Village;
let here: TestHome;

async function open(change: Partial<Connector> = {}): Promise<void> {
  there = village();
  here = await testHome({ connectors: [{ ...there.connector, ...change }] });
  const anna = await desk(here);
  await anna.call("POST /api/alerting/channels", {
    brand: here.brandId,
    channel: { is: "email", address: "anna@example.com" },
  });
}
beforeEach(() => open());
afterEach(() => here.close());

const keep = (expiresAt: Date) =>
  saveAccount(
    { table: here.table, secret: here.ports.secret },
    { id: "account1", network: "village", title: "Village 7", connectedAt: here.ports.now(), expiresAt },
    { token: "t" },
  );
/** So much later, after some sweeps and what they led to. */
async function wait(seconds: number): Promise<void> {
  here.pass(seconds);
  for (const _ of [1, 2, 3]) {
    await here.sweep();
    await here.settle();
    here.pass(60);
  }
  await here.settle();
}
const told = () =>
  here.messenger.told.flatMap(({ notice }) =>
    notice.kind === "failing" ? notice.top.map(({ title, endsAt }) => [title, endsAt] as const) : [],
  );

describe("an account that ends", () => {
  it("is told 14, 7 and 1 days before, once each", async () => {
    await here.connect({ accountId: "account1", every: 0 });
    await keep(inDays(15));
    const counts = [];
    for (const _ of Array.from({ length: 16 })) {
      await wait(day);
      counts.push(told().length);
    }
    expect(counts.slice(0, 15)).toEqual([1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3]);
    expect(told()[0]).toEqual(["Village 7", inDays(15)]);
  });

  it("is told with both numbers, so that the message says what it is", async () => {
    await here.connect({ accountId: "account1", every: 0 });
    await keep(inDays(14.5));
    await wait(day);
    const notices = here.messenger.told.map(({ notice }) => notice).filter(({ kind }) => kind === "failing");
    expect(notices).toMatchObject([{ count: 1, ending: 1 }]);
  });

  it("is not told to brands that it serves no source of", async () => {
    await here.connect({ every: 0 });
    await keep(inDays(14.5));
    await wait(day);
    expect(told()).toEqual([]);
  });

  it("is not told any more once it has been renewed", async () => {
    await here.connect({ accountId: "account1", every: 0 });
    await keep(inDays(14.5));
    await wait(day);
    await keep(inDays(180));
    await wait(14 * day);
    expect(told()).toHaveLength(1);
  });

  it("is told by the last warning alone after a long silence of ours", async () => {
    await here.connect({ accountId: "account1", every: 0 });
    await keep(inDays(20));
    await wait(19.5 * day);
    expect(told()).toHaveLength(1);
  });

  it("is told again after a sweep that was killed before it had noted it, and reaches people once", async () => {
    await here.connect({ accountId: "account1", every: 0 });
    await keep(inDays(14.5));
    await wait(day);
    await changeAccount(here.table, "account1", ({ warnedTo: _, ...account }) => account);
    await wait(3600);
    expect(told()).toHaveLength(1);
  });
});

describe("a source of a network that forgets", () => {
  beforeEach(async () => {
    here.close();
    await open({ forgetsAfterDays: 7 });
  });
  const silence = () =>
    here.messenger.told.filter(({ notice }) => JSON.stringify(notice).includes("last 7 days"));

  it("is told once when it has not been read for two days less than that", async () => {
    await here.connect({ every: 60 });
    await wait(4.9 * day);
    expect(silence()).toHaveLength(0);
    await wait(0.2 * day);
    await wait(day);
    expect(silence()).toHaveLength(1);
  });

  it("is no matter while it is read, or while a person has paused it", async () => {
    await here.connect({ id: "source1", every: 60 });
    await here.connect({ id: "source2", every: 60, state: { is: "paused", by: "anna@example.com" } });
    const anna = await desk(here);
    for (const _ of [1, 2, 3, 4, 5, 6]) {
      await anna.call("POST /api/sources/:id/pull", { id: "source1" });
      await wait(day);
    }
    expect(silence()).toEqual([]);
  });

  it("is told beside the fault that keeps it from being read", async () => {
    await here.connect({ every: 60 });
    there.failNext.push({ at: "pull", with: fault("unauthorized") });
    const anna = await desk(here);
    await anna.call("POST /api/sources/:id/pull", { id: "source1" });
    await wait(60);
    await wait(5 * day);
    expect(silence()).toHaveLength(1);
    expect(told()).toHaveLength(2);
  });
});

it("is as good as the account that nobody has to renew: nothing is told", async () => {
  await here.connect({ accountId: "account1", every: 0 });
  await saveAccount(
    { table: here.table, secret: here.ports.secret },
    { id: "account1", network: "village", title: "Village 7", connectedAt: noon },
    { token: "t" },
  );
  await wait(30 * day);
  expect(told()).toEqual([]);
});
