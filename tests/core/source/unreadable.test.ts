import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { desk } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { fault, type Village, village } from "../../support/village.ts";

const broken = (excerpt: string) => ({ excerpt, why: { ru: "нет текста", en: "text is missing" } });

let there: Village;
let here: TestHome;
let anna: Awaited<ReturnType<typeof desk>>;

beforeEach(async () => {
  there = village();
  here = await testHome({ connectors: [there.connector] });
  await here.connect();
  anna = await desk(here);
  there.unreadable = [broken("{one"), broken("{two")];
  await here.pull();
  here.pass(60);
});
afterEach(() => here.close());

const excerpts = async () =>
  (await anna.call("GET /api/sources/:id/unreadable", { id: "source1" })).body.unreadable
    .map(({ excerpt }) => excerpt)
    .sort();
const readAnew = () => anna.call("POST /api/sources/:id/read-anew", { id: "source1" });
const lines = async () => (await anna.call("GET /api/audit", {})).body.lines;

describe("unreadable entries", () => {
  it("are counted by source", async () => {
    expect((await anna.call("GET /api/stuck", {})).body).toMatchObject({
      unreadable: 2,
      bySource: { source1: 2 },
    });
    expect((await anna.call("GET /api/sources", {})).body).toMatchObject([{ unreadable: 2 }]);
  });

  it("leave when the source is read anew and they are unreadable no longer; the others stay", async () => {
    there.unreadable = [broken("{two")];
    expect((await readAnew()).body).toEqual({ did: true });
    expect(await excerpts()).toEqual(["{one", "{two"]);
    await here.settle();
    expect(await excerpts()).toEqual(["{two"]);
    expect(await lines()).toMatchObject([{ did: "read-source-anew", sourceId: "source1" }]);
  });

  it("all stay when the source could not be read to its end", async () => {
    there.failNext = [{ at: "pull", with: fault("unavailable") }];
    await readAnew();
    await here.settle();
    expect(await excerpts()).toEqual(["{one", "{two"]);
  });

  it("are not asked of a paused source", async () => {
    await anna.call("POST /api/sources/:id/pause", { id: "source1" });
    expect((await readAnew()).status).toBe(409);
    expect(await lines()).toEqual([]);
  });

  it("are discarded one by one or all of a source, and that is written down", async () => {
    const [first] = (await anna.call("GET /api/sources/:id/unreadable", { id: "source1" })).body.unreadable;
    const discard = (entry?: string) =>
      anna.call("POST /api/sources/:id/unreadable/discard", { id: "source1", ...(entry ? { entry } : {}) });
    expect((await discard(first?.id)).body).toEqual({ discarded: 1 });
    expect((await discard(first?.id)).body).toEqual({ discarded: 0 });
    expect((await discard()).body).toEqual({ discarded: 1 });
    expect(await excerpts()).toEqual([]);
    expect((await anna.call("GET /api/sources", {})).body).toMatchObject([{ unreadable: 0 }]);
    expect(await lines()).toMatchObject([
      { did: "discarded-unreadable", count: 1, by: "anna@example.com" },
      { did: "discarded-unreadable", count: 1 },
    ]);
  });
});

describe("reading anew", () => {
  it("begins at the beginning, whatever the cursor, and goes on from page to page", async () => {
    const asked: (string | null)[] = [];
    const { pull } = there.connector;
    there.connector = Object.assign(there.connector, {
      pull: async (feed, from, tools) => {
        asked.push(from);
        const page = await pull?.(feed, from, tools);
        return { ...page, next: String(asked.length), more: asked.length < 3 };
      },
    } as Partial<typeof there.connector>);
    await readAnew();
    await here.settle();
    expect(asked).toEqual([null, "1", "2"]);
  });
});
