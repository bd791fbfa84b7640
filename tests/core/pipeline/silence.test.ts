import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { desk } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { found } from "../../support/mentions.ts";
import { type Village, village } from "../../support/village.ts";

let there: Village;
let here: TestHome;

/** A week before noon of Friday, 2026-11-20: two that please, one that complains. */
beforeEach(async () => {
  there = village();
  here = await testHome({ connectors: [there.connector] });
  const postedAt = new Date("2026-11-11T10:00:00.000Z");
  there.said = [
    found({ externalId: "p1", text: "Отличный крем, спасибо!", postedAt }),
    found({ externalId: "p2", text: "Очень нравится, беру снова", postedAt }),
    found({ externalId: "n1", text: "Ужасно, протёк в дороге", rating: { stars: 1, outOf: 5 }, postedAt }),
  ];
  await here.connect({ from: "all" });
  await here.pull();
  here.pass(5);
  await here.settle();
});
afterEach(() => here.close());

const audit = async () => (await (await desk(here)).call("GET /api/silence", { brand: here.brandId })).body;

describe("the silence audit over the API", () => {
  it("draws of the last whole week what nobody looks at", async () => {
    const { week, population, sample, rate } = await audit();
    expect([week, population, rate]).toEqual(["2026-11-09", { harmless: 2, closed: 0 }, null]);
    expect(sample.map(({ words }) => words).sort()).toEqual([
      "Отличный крем, спасибо!",
      "Очень нравится, беру снова",
    ]);
  });

  it("keeps its draw when things change afterwards", async () => {
    const [first] = (await audit()).sample;
    const anna = await desk(here);
    await anna.call("POST /api/conversations/:id/close", { id: first?.id ?? "", reason: "read" });
    await here.settle();
    expect((await audit()).sample.map(({ id }) => id)).toContain(first?.id);
  });

  it("tells the rate of what was missed, and brings that back to the inbox", async () => {
    const anna = await desk(here);
    const { sample, week } = await audit();
    const [first, second] = sample.map(({ id }) => id);
    await anna.call("POST /api/conversations/:id/close", { id: first ?? "", reason: "read" });
    const of = { brand: here.brandId, week };
    await anna.call("PUT /api/silence/:id", { ...of, id: first ?? "", verdict: "missed" });
    const { body } = await anna.call("PUT /api/silence/:id", { ...of, id: second ?? "", verdict: "right" });
    expect(body.rate).toMatchObject({ is: 0.5, seen: 2, missed: 1 });
    expect(body.rate?.low).toBeGreaterThan(0.05);
    expect(body.rate?.high).toBeLessThan(0.95);
    const opened = await anna.call("GET /api/conversations/:id", { id: first ?? "" });
    expect(opened.body.status.is).toBe("open");
  });

  it("refuses a week that is not over, and a mention that was not drawn", async () => {
    const anna = await desk(here);
    const running = await anna.call("GET /api/silence", { brand: here.brandId, week: "2026-11-18" });
    const foreign = await anna.call("PUT /api/silence/:id", {
      brand: here.brandId,
      week: "2026-11-09",
      id: "nobody",
      verdict: "right",
    });
    expect([running.status, foreign.status]).toEqual([400, 404]);
  });
});
