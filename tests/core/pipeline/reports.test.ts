import { getConversation } from "@otklik/core/conversation/conversation-store";
import { mentionId, shardOf } from "@otklik/core/id";
import { send } from "@otklik/core/pipeline/jobs";
import { addDays } from "@otklik/core/trend/calendar";
import { sumReportDay } from "@otklik/core/trend/report-day";
import { type Contribution, contributionOf } from "@otklik/core/trend/trend";
import { listReportDays, tellContributions } from "@otklik/core/trend/trend-store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countingTable } from "../../support/counting-table.ts";
import { desk } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { found, later } from "../../support/mentions.ts";
import { fault, type Village, village } from "../../support/village.ts";

const day = 24 * 60;
const november = { from: "2026-11-01", to: "2026-11-30" };
let there: Village;
let here: TestHome;

beforeEach(async () => {
  there = village();
  here = await testHome({ connectors: [there.connector] });
});
afterEach(() => here.close());

const pullNow = async (): Promise<void> => {
  await here.askPull();
  await settle();
};
/** Until the days that became dirty are summed, too. */
const settle = async (): Promise<void> => {
  await here.settle();
  here.pass(5);
  await here.settle();
};
const late = (n: number, change = {}) =>
  found({
    externalId: `late-${n}`,
    text: `Доставка опоздала, ждали ${n} дней`,
    rating: { stars: 1, outOf: 5 },
    product: { id: "77", sku: "A-1", name: "Крем для рук" },
    location: "Тверь",
    postedAt: later(-n * day),
    ...change,
  });
const asked = async (change = {}) => {
  const anna = await desk(here);
  return anna.call("GET /api/reports", { brand: here.brandId, ...november, ...change });
};

describe("a report over the API", () => {
  it("shows what was pulled, by product and by location, with words that lead to their conversation", async () => {
    const praise = Array.from({ length: 40 }, (_, n) =>
      found({ externalId: `good-${n}`, text: "Отличное качество", postedAt: later(-(35 + (n % 16)) * day) }),
    );
    there.said = [...praise, ...Array.from({ length: 12 }, (_, n) => late(n % 5, { externalId: `l-${n}` }))];
    await here.connect({ from: "all" });
    await pullNow();
    const { status, body } = await asked({ by: "product" });
    expect(status).toBe(200);
    expect([body.range, body.before]).toEqual([
      { from: "2026-11-01", to: "2026-11-20" },
      { from: "2026-10-01", to: "2026-10-20" },
    ]);
    expect(body.now.mentions).toBe(12);
    expect(body.moves.rating).toBe("down");
    expect(body.because).toBe("delivery");
    expect(body.groups).toMatchObject([{ key: "A-1", name: "Крем для рук", now: { mentions: 12 } }]);
    const quote = body.topics.up[0]?.quotes[0];
    expect(quote?.words).toMatch(/^Доставка опоздала/);
    const led = await (await desk(here)).call("GET /api/conversations/:id", {
      id: quote?.conversation ?? "",
    });
    expect(led.status).toBe(200);
    expect((await asked({ by: "location" })).body.groups.map(({ name }) => name)).toEqual(["Тверь"]);
  });

  it("follows an edit and a removal, and keeps no word of what is gone", async () => {
    there.said = [late(1), late(2)];
    await here.connect();
    await pullNow();
    here.pass(400);
    there.said = [
      late(1, { rating: { stars: 5, outOf: 5 }, text: "Привезли быстро" }),
      late(2, { removed: true }),
    ];
    await pullNow();
    const { body } = await asked();
    expect(body.now).toMatchObject({ mentions: 1, average: { is: 5 } });
    const days = await listReportDays(here.table, here.brandId, november);
    expect(JSON.stringify(days)).not.toContain("ждали 2");
  });

  it.each([
    ["ends before it begins", { from: "2026-11-20", to: "2026-11-01" }],
    ["lies in the future", { from: "2027-01-01", to: "2027-01-31" }],
    ["is longer than three years", { from: "2022-01-01", to: "2026-01-01" }],
    ["is not made of days", { from: "last month", to: "today" }],
  ])("refuses a range that %s", async (_, range) => {
    const { status, error } = await asked(range);
    expect([status, error?.code]).toEqual([400, "bad-input"]);
    expect(error?.said.ru).toMatch(/[а-я]/);
  });

  it("reads the rows of its days in one paged query, of a year no more than 366, and no mention's row", async () => {
    const year = Array.from({ length: 366 }, (_, at) => addDays("2025-11-20", at));
    await tellContributions(
      here.table,
      year.map((date, at) => ({
        brandId: here.brandId,
        day: date,
        mentionId: `m${at}`,
        version: 1,
        contribution,
      })),
    );
    for (const date of year) await send(here.ports, "sum", [{ job: sumOf(date) }]);
    await here.settle();
    const counted = countingTable(here.ports.table);
    const anna = await desk({
      ports: { ...here.ports, table: counted.table },
      workspaceId: here.workspaceId,
    });
    counted.read.clear();
    const range = { from: "2025-11-20", to: "2026-11-19" };
    const { body } = await anna.call("GET /api/reports", { brand: here.brandId, ...range });
    expect(body.now.mentions).toBe(365);
    expect(counted.read.get("rd")).toBe(365);
    expect([...counted.read.keys()].sort()).toEqual(
      ["#session", "out", "rd", "sources", "health", "vocabulary"].sort(),
    );
  });

  it("belongs to its workspace alone", async () => {
    there.said = [late(1)];
    await here.connect();
    await pullNow();
    const anna = await desk(here);
    await anna.call("POST /api/workspaces", { name: "Другая" });
    const { body } = await anna.call("GET /api/reports", { brand: here.brandId, ...november });
    expect(body.now.mentions).toBe(0);
  });
});

const contribution: Contribution = {
  source: "s1",
  network: "village",
  kind: "review",
  sentiment: "positive",
  topics: [],
  open: false,
  priority: "normal",
  answered: false,
  removed: false,
};
const sumOf = (date: string) => ({ workspaceId: here.workspaceId, brandId: here.brandId, day: date });

describe("what a mention adds", () => {
  it("is told anew when the same version of it tells more, and then no more", async () => {
    there.said = [late(1)];
    await here.connect();
    await pullNow();
    const id = mentionId(here.brandId, "village", "late-1");
    const conversation = await getConversation(here.table, id);
    const told = {
      brandId: here.brandId,
      day: "2026-11-19",
      mentionId: id,
      version: conversation?.version ?? 0,
    };
    const whole = (conversation && contributionOf(conversation)) ?? contribution;
    expect(whole).toMatchObject({ words: "Доставка опоздала, ждали 1 дней", product: { key: "A-1" } });
    const { words: _, ...less } = whole;
    const key = { pk: `c.${here.brandId}.2026-11-19.${shardOf(id, 4)}`, sk: id };
    const versionNow = async () => (await here.table.get(key))?.version ?? 0;
    const before = await versionNow();
    expect(await tellContributions(here.table, [{ ...told, contribution: less }])).toHaveLength(1);
    expect(await versionNow()).toBe(before + 1);
    // Told again it asks for the day's sum again, and writes nothing.
    expect(await tellContributions(here.table, [{ ...told, contribution: less }])).toHaveLength(1);
    expect(await versionNow()).toBe(before + 1);
    const older = { ...told, version: told.version - 1, contribution: whole };
    expect(await tellContributions(here.table, [older])).toHaveLength(0);
  });

  it("is counted alike however often and in whatever order it is told", async () => {
    there.said = [late(1), late(1, { externalId: "other" })];
    await here.connect();
    await pullNow();
    const [before] = await listReportDays(here.table, here.brandId, november);
    await send(here.ports, "sum", [{ job: sumOf("2026-11-19") }, { job: sumOf("2026-11-19") }]);
    await settle();
    const [after] = await listReportDays(here.table, here.brandId, november);
    const kept = await Promise.all(
      ["other", "late-1"].map((externalId) =>
        getConversation(here.table, mentionId(here.brandId, "village", externalId)),
      ),
    );
    const recount = sumReportDay(
      "2026-11-19",
      kept.flatMap((one) => (one && contributionOf(one)) ?? []),
    );
    expect([after, before]).toEqual([recount, recount]);
  });
});

describe("a source that cannot be read", () => {
  const outages = async () => (await asked()).body.outages;
  const fail = async (times: number) => {
    for (let time = 0; time < times; time++) {
      there.failNext.push({ at: "pull", with: fault("unavailable") });
      await pullNow();
      here.pass(2 * 3600); // past whatever wait the fault led to
    }
  };

  it("is out from its first fault until it is read again, and its days are blind", async () => {
    await here.connect();
    await pullNow();
    await fail(12);
    expect(await outages()).toEqual([
      { source: "Тест", network: "village", from: "2026-11-20T12:00:05.000Z" },
    ]);
    await pullNow();
    const [ended, ...more] = await outages();
    expect(more).toEqual([]);
    expect(ended?.until).toMatch(/^2026-11-21T/);
    const { points } = (await asked()).body;
    expect(points.filter(({ blind }) => blind).map(({ from }) => from)).toEqual(["2026-11-21"]);
  });

  it("is not told of for a hiccup", async () => {
    await here.connect();
    there.failNext.push({ at: "pull", with: fault("unavailable") });
    await pullNow();
    here.pass(120);
    await pullNow();
    expect(await outages()).toEqual([]);
  });

  it("is out at once when its token is refused, and until a person has mended it", async () => {
    await here.connect();
    there.failNext.push({ at: "pull", with: fault("unauthorized") });
    await pullNow();
    expect(await outages()).toHaveLength(1);
    here.pass(7200);
    await (await desk(here)).call("POST /api/sources/:id/resume", { id: "source1" });
    await here.settle();
    expect(await outages()).toMatchObject([
      { from: "2026-11-20T12:00:00.000Z", until: "2026-11-20T14:00:05.000Z" },
    ]);
  });

  it("writes nothing more once it is read again and nothing is new", async () => {
    await here.connect();
    await fail(2);
    await pullNow();
    const { version: before = 0 } = (await here.table.get({ pk: "health", sk: "source1" })) ?? {};
    here.pass(600);
    await pullNow();
    const { version: after = 0 } = (await here.table.get({ pk: "health", sk: "source1" })) ?? {};
    expect([before > 0, after]).toEqual([true, before]);
  });
});
