import { type Alerting, defaultAlerting } from "@otklik/core/alert/alerting";
import { changeAlerting } from "@otklik/core/alert/alerting-store";
import { NotTold } from "@otklik/core/alert/notice";
import { changeConversation } from "@otklik/core/conversation/conversation-store";
import { mentionId } from "@otklik/core/id";
import type { FoundMention } from "@otklik/core/mention/found";
import { send } from "@otklik/core/pipeline/jobs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TestHome, testHome } from "../../support/home.ts";
import { found, later, noon } from "../../support/mentions.ts";
import { fault, type Village, village } from "../../support/village.ts";

let there: Village;
let here: TestHome;

beforeEach(async () => {
  there = village({ perPage: 500 });
  here = await testHome({ connectors: [there.connector] });
});
afterEach(() => here.close());

const mail: Alerting["channels"][number] = { is: "email", id: "mail1", address: "anna@example.com" };
const tellsOf = (...kinds: Alerting["rules"][number]["kind"][]) =>
  alertingWith({
    rules: defaultAlerting.rules.map((rule) => ({ ...rule, to: kinds.includes(rule.kind) ? ["mail1"] : [] })),
  });
const alertingWith = (change: Partial<Alerting>) =>
  changeAlerting({ table: here.table, ports: here.ports }, here.brandId, (before) => ({
    ...before,
    channels: [mail],
    ...change,
  }));

/** Lets that many minutes pass as a living home would, sweep and all. */
const pass = async (minutes: number): Promise<void> => {
  for (let minute = 0; minute < minutes; minute++) {
    here.pass(60);
    await settle();
    await here.sweep().catch(() => undefined);
    await settle();
  }
};
/** What a killed home had in hand comes again when it is started. */
const settle = (): Promise<void> => here.settle().catch(() => here.home.queue.returnInFlight());
const idOf = (externalId: string): string => mentionId(here.brandId, "village", externalId);
const told = () => here.messenger.told.map(({ notice }) => notice);
const counts = () => told().map((notice) => ("count" in notice ? notice.count : 0));
const total = () => counts().reduce((sum, count) => sum + count, 0);
const bad = (n: number | string, change: Partial<FoundMention> = {}): FoundMention =>
  found({
    externalId: `bad-${n}`,
    text: `Номер ${n}: крем ужасный, всё плохо`,
    rating: { stars: 1, outOf: 5 },
    postedAt: here.ports.now(),
    ...change,
  });
const dire = (n: number | string, change: Partial<FoundMention> = {}): FoundMention =>
  bad(n, {
    externalId: `dire-${n}`,
    text: "От этого крема ребёнок попал в больницу, ожог, скорая",
    ...change,
  });

describe("a mention that cannot wait", () => {
  beforeEach(async () => {
    await tellsOf("urgent", "negative");
    await here.connect();
  });

  it("is told at once, with what a person needs to judge it and a link to it", async () => {
    there.said = [dire(1)];
    await here.pull();
    expect(told()).toMatchObject([
      {
        kind: "urgent",
        count: 1,
        path: `/inbox/${idOf("dire-1")}`,
        top: [{ network: "village", urgency: "health" }],
      },
    ]);
    expect(here.messenger.told[0]?.at).toEqual(noon);
  });

  it("is not told again as negative", async () => {
    there.said = [dire(1)];
    await here.pull();
    await pass(15);
    expect(told().map(({ kind }) => kind)).toEqual(["urgent"]);
  });

  it("is told as negative where no rule for the urgent reaches its network", async () => {
    await tellsOf("negative");
    there.said = [dire(1)];
    await here.pull();
    await pass(1);
    expect(told().map(({ kind }) => kind)).toEqual(["negative"]);
  });

  it("is told in a message of its own five times in ten minutes, and then together", async () => {
    for (let n = 1; n <= 9; n++) {
      there.said.push(dire(n));
      await here.pull();
      here.pass(10);
    }
    await pass(12);
    expect(counts()).toEqual([1, 1, 1, 1, 1, 4]);
  });
});

describe("a storm", () => {
  it("of 2,000 in an hour makes seven messages at most, each with the right count and the most pressing", async () => {
    await tellsOf("urgent", "negative", "breach");
    await here.connect();
    here.pass(60);
    for (let minute = 0; minute < 60; minute++) {
      const size = minute % 3 === 0 ? 34 : 33;
      const secondsAgo = (n: number) => ({ postedAt: new Date(here.ports.now().getTime() - n * 1000) });
      there.said = Array.from({ length: size }, (_, n) => bad(`${minute}-${n}`, secondsAgo(n)));
      await here.pull();
      await pass(1);
    }
    await pass(15);
    expect(told().length).toBeLessThanOrEqual(7);
    expect(total()).toBe(2000);
    expect(told()[0]).toMatchObject({
      kind: "negative",
      path: "/inbox?sentiment=negative",
      top: ["bad-0-33", "bad-0-32", "bad-0-31"].map((id) => ({ path: `/inbox/${idOf(id)}` })),
    });
  }, 180_000);

  it("leaves out what was closed before it was told, and counts the rest", async () => {
    await tellsOf("negative");
    await here.connect();
    there.said = [bad(1), bad(2), bad(3)];
    await here.pull();
    await changeConversation(here.table, idOf("bad-2"), (before) => ({
      ...before,
      status: { is: "closed", reason: "read" },
    }));
    await pass(1);
    expect(counts()).toEqual([2]);
    await pass(15);
    expect(counts()).toEqual([2]);
  });

  it("says nothing when all of it was closed", async () => {
    await tellsOf("negative");
    await here.connect();
    there.said = [bad(1)];
    await here.pull();
    await changeConversation(here.table, idOf("bad-1"), (before) => ({ ...before, status: { is: "gone" } }));
    await pass(15);
    expect(here.messenger.tried).toBe(0);
  });
});

describe("what was said before its source was connected", () => {
  it("raises nothing, however much of it there is, while what comes now is told at once", async () => {
    await tellsOf("urgent", "negative", "breach");
    await here.connect({ from: "all" });
    const old = { postedAt: later(-60) };
    there.said = Array.from({ length: 3000 }, (_, n) => (n % 2 ? bad(n, old) : dire(n, old)));
    await here.pull();
    await pass(2);
    expect(here.messenger.tried).toBe(0);
    there.said = [dire("now")];
    await here.pull();
    expect(counts()).toEqual([1]);
    here.pass(61 * 60);
    await pass(2);
    here.pass(24 * 3600);
    await pass(2);
    expect(
      new Set(told().map(({ kind, ...notice }) => [kind, "count" in notice && notice.count].join())),
    ).toEqual(new Set(["urgent,1", "breach,1"]));
  }, 180_000);

  it("raises nothing when the author edits it", async () => {
    await tellsOf("urgent", "negative");
    await here.connect();
    there.said = [found({ postedAt: later(-60) })];
    await here.pull();
    here.pass(60);
    there.said = [bad(1, { externalId: "r-1", postedAt: later(-60) })];
    await here.pull();
    await pass(2);
    expect(here.messenger.tried).toBe(0);
  });
});

describe("nothing twice", () => {
  beforeEach(async () => {
    await tellsOf("urgent", "negative");
    await here.connect();
  });

  it("also when every job is delivered twice, and the mention is found again", async () => {
    const { queue } = here.ports;
    here.ports.queue = {
      send: (name, messages) =>
        queue.send(
          name,
          messages.flatMap(({ dedupe: _, ...message }) => [message, message]),
        ),
    };
    there.said = [bad(1), bad(2), dire(3)];
    await here.pull();
    await pass(3);
    await send(here.ports, "label", [
      {
        job: {
          workspaceId: here.workspaceId,
          brandId: here.brandId,
          sourceId: "source1",
          network: "village",
          inboxFrom: later(-60),
          clockFrom: noon,
          observedAt: here.ports.now(),
          found: there.said.map((mention) => ({ mention })),
          attempt: 0,
        },
      },
    ]);
    await pass(15);
    expect(counts().toSorted()).toEqual([1, 2]);
  });

  it("also when an author edits again and again; an edit that turns it bad is told once", async () => {
    const postedAt = here.ports.now();
    there.said = [found({ postedAt })];
    await here.pull();
    for (const text of ["крем ужасный", "крем ужасный, протёк", "крем отвратительный"]) {
      here.pass(60);
      there.said = [bad(1, { externalId: "r-1", text, postedAt })];
      await here.pull();
      await pass(12);
    }
    expect(counts()).toEqual([1]);
  });
});

describe("a messenger that cannot tell", () => {
  const lateBy = (minutes: number) => () =>
    new NotTold(
      "later",
      { ru: "позже", en: "later" },
      { retryAt: new Date(here.ports.now().getTime() + minutes * 60_000) },
    );
  const ways: [string, () => Error][] = [
    ["that asks for patience", () => lateBy(2)()],
    ["that fails", () => new NotTold("later", { ru: "сбой", en: "down" })],
    ["that does not answer in time", () => new DOMException("timed out", "TimeoutError")],
  ];

  it.each(ways)(
    "%s for an hour loses nothing and repeats nothing",
    async (_, error) => {
      await tellsOf("negative", "urgent");
      await here.connect();
      here.messenger.failing = { with: error };
      for (let minute = 0; minute < 60; minute++) {
        there.said = [bad(minute)];
        await here.pull();
        await pass(1);
      }
      expect(told()).toEqual([]);
      expect(here.messenger.tried).toBeLessThan(60);
      here.messenger.failing = null;
      await pass(15);
      expect(counts()).toEqual([60]);
      expect(here.logged.join()).not.toContain("ужасный");
    },
    30_000,
  );

  it("for good is left alone until somebody saves the rules, and then everything is told", async () => {
    await tellsOf("negative");
    await here.connect();
    here.messenger.failing = { with: () => new NotTold("never", { ru: "нет такого", en: "no such hook" }) };
    there.said = [bad(1)];
    await here.pull();
    await pass(30);
    expect(here.messenger.tried).toBe(1);
    there.said = [bad(2)];
    await here.pull();
    await pass(30);
    expect(here.messenger.tried).toBe(1);
  });
});

describe("killed between two steps", () => {
  /** The n-th call from now on fails before it does anything, once. */
  const killBefore = (step: "commit" | "send", n: number): { left: number } => {
    const { table, queue } = here.ports;
    const count = { left: n };
    const survives = <T>(go: () => Promise<T>): Promise<T> =>
      --count.left === 0 ? Promise.reject(new Error("killed")) : go();
    if (step === "commit")
      here.ports.table = { ...table, commit: (writes) => survives(() => table.commit(writes)) };
    else here.ports.queue = { send: (name, messages) => survives(() => queue.send(name, messages)) };
    return count;
  };
  const steps = [...Array.from({ length: 10 }, (_, n) => ["commit", n + 1]), ["send", 1], ["send", 2]];

  it.each(steps as ["commit" | "send", number][])(
    "before %s %i, both alerts are told, together and under one id",
    async (step, n) => {
      await tellsOf("negative");
      await here.connect();
      there.said = [bad(1), bad(2)];
      await here.askPull();
      for (const queue of ["pull", "label"] as const) await here.work(queue);
      const count = killBefore(step, n);
      await pass(20);
      expect(count.left).toBeLessThanOrEqual(0);
      expect(new Set(told().map(({ id }) => id)).size).toBe(1);
      expect(new Set(counts())).toEqual(new Set([2]));
    },
  );

  it("after the messenger's yes and before its note, it is told again under the same id", async () => {
    await tellsOf("negative");
    await here.connect();
    there.said = [bad(1)];
    await here.pull();
    here.messenger.failing = { with: () => new NotTold("later", { ru: "?", en: "?" }), after: true };
    await pass(1);
    here.messenger.failing = null;
    await pass(5);
    expect(told()).toHaveLength(2);
    expect(new Set(told().map(({ id }) => id)).size).toBe(1);
  });

  it("after the queue lost every message, sweep finds what waits", async () => {
    await tellsOf("urgent", "negative");
    await here.connect();
    const { queue } = here.ports;
    here.ports.queue = {
      send: (name, messages) => (name === "notify" ? Promise.resolve() : queue.send(name, messages)),
    };
    there.said = [bad(1), dire(2)];
    await here.pull();
    here.ports.queue = queue;
    await pass(4);
    expect(counts()).toEqual([1, 1]);
  });
});

describe("a promise missed", () => {
  beforeEach(async () => {
    await tellsOf("breach");
    await here.connect();
  });

  it("is told once, when its time has passed, also by a sweep that comes hours late", async () => {
    there.said = [bad(1), found({ externalId: "q", kind: "question", text: "Есть ли крем для рук?" })];
    await here.pull();
    await pass(60);
    expect(told()).toEqual([]);
    here.pass(8 * 3600);
    await pass(2);
    expect(told()).toMatchObject([{ kind: "breach", count: 1, path: `/inbox/${idOf("q")}` }]);
    here.pass(20 * 3600);
    await pass(2);
    expect(counts()).toEqual([1, 1]);
  });

  it("is not told of what was answered in time", async () => {
    there.said = [bad(1)];
    await here.pull();
    await changeConversation(here.table, idOf("bad-1"), (before) => ({
      ...before,
      status: { is: "answered", at: here.ports.now() },
    }));
    here.pass(25 * 3600);
    await pass(2);
    expect(told()).toEqual([]);
  });

  it("is told of what came too late to be answered in time", async () => {
    here.pass(48 * 3600);
    there.said = [bad(1, { postedAt: later(60) })];
    await here.pull();
    await pass(1);
    expect(told()).toMatchObject([{ kind: "breach", count: 1 }]);
  });
});

it("looks at no brand any more whose rules reach nobody", async () => {
  const watched = async () => (await here.ports.table.query({ pk: "#watch", limit: 9 })).rows.length;
  await tellsOf("breach");
  await here.sweep();
  expect(await watched()).toBe(1);
  await tellsOf();
  await here.sweep();
  expect(await watched()).toBe(0);
});

describe("a source that cannot be read", () => {
  beforeEach(async () => {
    await tellsOf("failing");
    await here.connect();
  });

  it("is told at once when it was paused, and once", async () => {
    there.failNext = [{ at: "pull", with: fault("unauthorized") }];
    await here.pull();
    await pass(15);
    expect(told()).toMatchObject([
      { kind: "failing", count: 1, top: [{ title: "Тест", network: "village" }] },
    ]);
  });

  it("is told after half an hour of faults, once for the outage, and again for the next", async () => {
    const outage = async (): Promise<void> => {
      there.failNext = Array.from({ length: 200 }, () => ({
        at: "pull" as const,
        with: fault("unavailable"),
      }));
      await here.pull();
      await pass(20);
      const early = told().length;
      await pass(60);
      there.failNext = [];
      await pass(90); // the waits between tries have grown to an hour and a quarter at most
      expect(told().length).toBe(early + 1);
    };
    await outage();
    await outage();
    expect(told()).toHaveLength(2);
  });
});

describe("quiet hours", () => {
  it("hold what may wait until they end, and let through what may pass", async () => {
    await tellsOf("urgent", "negative");
    await alertingWith({ quietHours: { from: "15:00", until: "16:00" } });
    await here.connect();
    there.said = [bad(1), dire(2)];
    await here.pull();
    await pass(30);
    expect(told().map(({ kind }) => kind)).toEqual(["urgent"]);
    await pass(35);
    expect(told().map(({ kind }) => kind)).toEqual(["urgent", "negative"]);
  });
});

describe("the digest", () => {
  it("comes at the brand's hour, once a day, with yesterday in figures", async () => {
    await tellsOf("digest");
    await here.connect();
    there.said = [bad(1), bad(2), found({ externalId: "good" })];
    await here.pull();
    await pass(1);
    here.pass(16 * 3600);
    await pass(1);
    expect(told()).toEqual([]);
    here.pass(5 * 3600);
    await pass(2);
    expect(told()).toMatchObject([
      {
        kind: "digest",
        yesterday: { day: "2026-11-20", mentions: 3, bySentiment: { negative: 2 }, shareAnswered: 0 },
        weekBefore: null,
        open: 3,
        failing: [],
      },
    ]);
    here.pass(3 * 24 * 3600);
    await pass(2);
    expect(told()).toHaveLength(2);
  });
});
