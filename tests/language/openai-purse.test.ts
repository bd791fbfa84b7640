import { spentBy } from "@otklik/core/label/model-use";
import type { OpenaiLabelerOptions } from "@otklik/language/label/openai";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  all,
  authors,
  countedPurse,
  embedded,
  entry,
  labelsOf,
  model,
  openLabeler,
  review,
} from "./asked.ts";
import { type Behaviour, type ChatServer, openChatServer } from "./chat-server.ts";

let server: ChatServer;
beforeAll(async () => {
  server = await openChatServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.requests.length = 0;
  server.counted.length = 0;
  server.cachesFrom = 1_024;
});
const open = (more: Partial<OpenaiLabelerOptions> = {}) => openLabeler(server, more);

/** At the prices of these tests, in US dollars. */
const costOfCalls = (): number =>
  server.counted.reduce(
    (sum, { input, cachedInput, output }) =>
      sum + ((input - cachedInput) * 1 + cachedInput * 0.25 + output * 4) / 1_000_000,
    0,
  );

describe("the budget", () => {
  it("is charged what the call cost", async () => {
    server.will(all);
    const purse = countedPurse();
    await labelsOf(open({ purse }), [review("one")]);
    expect(spentBy(await purse.use())).toBeCloseTo(costOfCalls(), 10);
  });

  it("is charged cached input at its own price", async () => {
    server.will(all);
    server.cachesFrom = 100;
    const purse = countedPurse();
    await labelsOf(open({ purse }), [review("one")]);
    await labelsOf(open({ purse }), [review("two")]);
    expect(server.counted[1]?.cachedInput).toBeGreaterThan(300);
    expect(spentBy(await purse.use())).toBeCloseTo(costOfCalls(), 10);
  });

  it("stops the calls once it is spent, and says so", async () => {
    server.will(all);
    const purse = countedPurse();
    expect(await authors(open({ purse, monthlyUsd: 0 }), [review("one")])).toEqual([embedded.name]);
    expect(server.requests).toEqual([]);
    expect((await purse.use()).stopped?.wanted).toBeGreaterThan(0);
  });

  it("keeps a call from being made that could overspend it", async () => {
    server.will(all);
    const purse = countedPurse();
    await labelsOf(
      open({ purse, monthlyUsd: 0.004 }),
      Array.from({ length: 30 }, () => review("one")),
    );
    expect(server.requests.length).toBeLessThan(2);
    expect(spentBy(await purse.use())).toBeLessThanOrEqual(0.004);
  });

  it("is what the workspace has chosen, where the operator allows that much", async () => {
    server.will(all);
    const labeling = async () => ({ asks: "always" as const, monthlyUsd: 0 });
    expect(await authors(open({ labeling }), [review("one")])).toEqual([embedded.name]);
  });

  it("is never overspent by calls side by side", async () => {
    server.will(all);
    const purse = countedPurse();
    const labeler = open({ purse, monthlyUsd: 0.012 });
    await Promise.all(Array.from({ length: 12 }, () => labelsOf(labeler, [review("one")])));
    expect(server.requests.length).toBeGreaterThan(1);
    expect(server.requests.length).toBeLessThan(12);
    expect(spentBy(await purse.use())).toBeCloseTo(costOfCalls(), 10);
  });

  it("is charged for answers of no use too", async () => {
    server.will((_, answer) => answer.say("nonsense"));
    const purse = countedPurse();
    await labelsOf(open({ purse }), [review("one")]);
    expect(server.counted).toHaveLength(2);
    expect(spentBy(await purse.use())).toBeCloseTo(costOfCalls(), 10);
  });

  it.each<[string, Behaviour]>([
    ["was not answered", (_, answer) => answer.hangUp()],
    [
      "was answered without a count",
      (sent, answer) => {
        const content = JSON.stringify({ labels: sent.map(({ n }) => entry(n)) });
        answer.raw(JSON.stringify({ choices: [{ message: { content } }] }));
      },
    ],
  ])("is charged the most that a call may have cost which %s", async (_, behaviour) => {
    server.will(all);
    const known = countedPurse();
    await labelsOf(open({ purse: known }), [review("one")]);
    server.will(behaviour);
    const purse = countedPurse();
    await labelsOf(open({ purse }), [review("one")]);
    expect(spentBy(await purse.use())).toBeGreaterThan(spentBy(await known.use()));
  });

  it("is charged nothing for a call that never left", async () => {
    const gone = await openChatServer();
    await gone.close();
    const purse = countedPurse();
    expect(await authors(open({ purse, baseUrl: gone.baseUrl }), [review("one")])).toEqual([embedded.name]);
    expect(spentBy(await purse.use())).toBe(0);
  });

  it("counts as spent while it cannot be read", async () => {
    server.will(all);
    const purse = { ...countedPurse(), hold: () => Promise.reject(new Error("table away")) };
    expect(await authors(open({ purse }), [review("one")])).toEqual([embedded.name]);
    expect(server.requests).toEqual([]);
  });

  it("costs no label where it cannot be written", async () => {
    server.will(all);
    const away = () => Promise.reject(new Error("table away"));
    const purse = { hold: async () => ({ settle: away }), count: away };
    expect(await authors(open({ purse }), [review("one")])).toEqual([model]);
  });
});

describe("what is kept of the calls", () => {
  it("is how many there were, what they took and what came of them", async () => {
    server.will((_, answer) => answer.labels([entry(1), entry(7)]), all);
    const purse = countedPurse();
    await labelsOf(open({ purse }), [review("one"), review("two"), review("")]);
    const sum = (of: "input" | "cachedInput" | "output") =>
      server.counted.reduce((all, one) => all + one[of], 0);
    expect(await purse.use()).toMatchObject({
      labels: 3,
      models: {
        [model]: {
          calls: 2,
          mentions: 3,
          labelled: 2,
          input: sum("input"),
          cachedInput: sum("cachedInput"),
          output: sum("output"),
        },
      },
    });
  });

  it("is that the provider granted none, until one is granted", async () => {
    server.will((_, answer) => answer.fail(401), all);
    const purse = countedPurse();
    const labeler = open({ purse });
    await labelsOf(labeler, [review("one")]);
    expect((await purse.use()).trouble).toMatchObject({ is: "rejected", status: 401 });
    await labelsOf(labeler, [review("two")]);
    expect((await purse.use()).trouble).toBeUndefined();
  });

  it("is nothing where the model is never asked", async () => {
    server.will(all);
    const purse = countedPurse();
    await labelsOf(open({ purse, labeling: async () => ({ asks: "never" }) }), [review("one")]);
    expect(await purse.use()).toEqual({ usd: 0, holds: {}, models: {}, labels: 0 });
  });
});
