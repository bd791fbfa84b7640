import type { RateBucket } from "@otklik/core/connector";
import { beforeAll, describe, expect, it } from "vitest";
import { type Counted, countingNetwork } from "../support/counting-network.ts";
import { noon } from "../support/mentions.ts";
import { type SideBySide, type SignIn, sideBySide } from "../support/side-by-side.ts";

const minutes = 60;
const signIns = (network: string, accounts: number, shops: number): SignIn[] =>
  Array.from({ length: accounts }, (_, a) => ({
    credentials: { token: `t${a}` },
    sources: Array.from({ length: shops }, (_, s) => ({
      title: `${network} ${a}.${s}`,
      settings: { shop: `s${s}` },
    })),
  }));
const per = (of: RateBucket["per"], requests: number, seconds: number, burst: number): RateBucket => ({
  per: of,
  requests,
  seconds,
  burst,
});

/** Two hundred sources, each network with a limit of another form. */
const quick = countingNetwork({
  network: "quick",
  ...{ bucket: per("account", 3, 1, 6), counts: { by: "bucket", requests: 3, seconds: 1, burst: 6 } },
  ...{ every: 5, pages: () => 4, signIns: signIns("quick", 5, 8) },
});
const strict = countingNetwork({
  network: "strict",
  ...{ bucket: per("account", 3, 1, 3), counts: { by: "span", requests: 3, seconds: 1 } },
  ...{ every: 5, pages: () => 5, signIns: signIns("strict", 5, 4) },
});
const hourly = countingNetwork({
  network: "hourly",
  ...{ bucket: per("account", 200, 3600, 20), counts: { by: "span", requests: 200, seconds: 3600 } },
  ...{ every: 15, requestsAPage: 2, signIns: signIns("hourly", 3, 10) },
});
const shared = countingNetwork({
  network: "shared",
  ...{ bucket: per("app", 300, 60, 30), counts: { by: "clock", requests: 300, seconds: 60 } },
  ...{ every: 1, signIns: signIns("shared", 10, 3) },
});
const poor = countingNetwork({
  network: "poor",
  ...{ bucket: per("account", 5, 3600, 5), counts: { by: "bucket", requests: 5, seconds: 3600, burst: 5 } },
  // One of four has a backlog that would use the limit up for a week.
  ...{ every: 15, pages: (shop) => (shop === "s0" ? 1000 : 1), signIns: signIns("poor", 5, 4) },
});
const single = countingNetwork({
  network: "single",
  ...{ bucket: per("source", 1, 10, 1), counts: { by: "span", requests: 1, seconds: 10 } },
  ...{ every: 5, pages: () => 2, signIns: signIns("single", 2, 5) },
});
const hanging = countingNetwork({
  network: "hanging",
  ...{ bucket: per("account", 10, 1, 20), counts: { by: "span", requests: 1e6, seconds: 1 } },
  ...{ every: 1, broken: "hangs", signIns: signIns("hanging", 40, 1) },
});
const failing = countingNetwork({
  network: "failing",
  ...{ bucket: per("account", 10, 1, 20), counts: { by: "span", requests: 1e6, seconds: 1 } },
  ...{ every: 1, broken: "500", signIns: signIns("failing", 10, 1) },
});
const well: readonly Counted[] = [quick, strict, hourly, shared, poor, single];

let told: SideBySide;
const pullsOf = ({ signIns }: Counted): number[] =>
  signIns.flatMap(({ sources }) => sources.map(({ title }) => told.pulls.get(title)?.length ?? 0));

/** The longest time without a pull, ms. */
function longestGap({ title }: { title: string }): number {
  const times = [noon, ...(told.pulls.get(title) ?? [])].map((at) => at.getTime());
  return Math.max(...times.slice(1).map((at, n) => at - (times[n] ?? 0)));
}

describe("two hundred sources of eight networks, pulled side by side for an hour", () => {
  beforeAll(async () => {
    told = await sideBySide(() => [...well, hanging, failing], { minutes });
  }, 60_000);

  it("are two hundred", () => {
    const all = [...well, hanging, failing].flatMap(({ signIns }) =>
      signIns.flatMap(({ sources }) => sources),
    );
    expect(all).toHaveLength(200);
  });

  it.each(well.map((one) => ({ network: one.connector.network, one })))(
    "never goes beyond the limit of $network",
    ({ one }) => {
      expect(one.seen.all).toBeGreaterThan(0);
      expect(one.seen.tooFast).toBe(0);
    },
  );

  it.each([
    { one: quick, times: 12 },
    { one: strict, times: 12 },
    { one: hourly, times: 4 },
    { one: shared, times: 58 },
    { one: single, times: 12 },
  ])("pulls each source of $one.connector.network as often as it is due", ({ one, times }) => {
    expect(Math.min(...pullsOf(one))).toBeGreaterThanOrEqual(times);
  });

  it("lets nobody wait for a network that hangs", () => {
    const longest = Math.max(...shared.signIns.flatMap(({ sources }) => sources.map(longestGap)));
    expect(longest).toBeLessThan(2 * 60_000);
  });

  it("shares a limit that is too small for all by turns, whatever backlog one of them has", () => {
    const others = poor.signIns.flatMap(({ sources }) => sources.slice(1).map(({ title }) => title));
    expect(others.filter((title) => !told.pulls.has(title))).toEqual([]);
  });

  it("does not ask a network that hangs or fails for ever and ever", () => {
    expect(hanging.seen.all).toBeLessThan(10 * 40);
    expect(failing.seen.all).toBeLessThan(10 * 12);
    expect(
      pullsOf(hanging)
        .concat(pullsOf(failing))
        .every((count) => count === 0),
    ).toBe(true);
  });

  it("leaves all that are well without a fault", () => {
    const troubled = new Set([...told.faults.keys()].map((title) => title.split(" ")[0]));
    expect([...troubled].sort()).toEqual(["failing", "hanging"]);
  });
});
