import { connectors } from "@otklik/connectors/index";
import { wildberries } from "@otklik/connectors/wildberries/index";
import type { Account, FoundMention, Tools } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeConnector } from "../contracts/connector.ts";
import { listening, openWildberries, type WildberriesBench } from "./wildberries/bench.ts";

describeConnector("Wildberries", () => openWildberries({ chats: 6 }));

it("stands in the registry", () => {
  expect(connectors).toContain(wildberries);
});

const noRows = () => Response.json({ data: { feedbacks: [], questions: [] }, error: false });
const feedOf = (account: Account | null, settings = {}) => ({
  sourceId: "source-demo",
  settings,
  account,
  inboxFrom: new Date(0),
});

describe("pulling from Wildberries", () => {
  let bench: WildberriesBench;
  beforeEach(async () => {
    bench = await openWildberries({ reviews: 0, questions: 0 });
  });
  afterEach(() => bench.close());

  async function caughtUp(from: string | null, settings = {}) {
    const found: FoundMention[] = [];
    const lists: string[] = [];
    let cursor = from;
    for (let more = true; more && lists.length < 200; ) {
      const page = await wildberries.pull?.(feedOf(bench.account, settings), cursor, bench.tools);
      if (!page) throw new Error("Wildberries can be pulled.");
      found.push(...page.found);
      lists.push(page.list ?? "");
      cursor = page.next;
      more = page.more;
    }
    return { found, lists, next: cursor };
  }
  const textsOf = (found: FoundMention[]) => [...new Set(found.map(({ text }) => text))].sort();
  const review = (entry: Record<string, unknown>) => bench.post("/__reviews", [entry]);

  it("finds what has stars only, and so never stood among the unanswered", async () => {
    const { next } = await caughtUp(null);
    await review({ id: "DEMOstars", productValuation: 2 });
    const { found } = await caughtUp(next);
    expect(found).toEqual([
      expect.objectContaining({ externalId: "DEMOstars", rating: { stars: 2, outOf: 5 } }),
    ]);
  });

  it("notices within an hour that a review 25 days old was answered in the cabinet", async () => {
    await review({ id: "DEMOold", text: "Демо", createdDate: "2026-10-26T09:00:00Z" });
    let { next } = await caughtUp(null);
    await bench.answerElsewhere("DEMOold", "Ответ из кабинета");
    const answers: unknown[] = [];
    for (let pull = 0; pull < 12; pull++) {
      bench.clock.now = new Date(bench.clock.now.getTime() + 300_000);
      const cycle = await caughtUp(next);
      next = cycle.next;
      answers.push(...cycle.found.map(({ ownerReply }) => ownerReply?.text));
    }
    expect(answers).toContain("Ответ из кабинета");
  });

  it("reads all that came while the source was paused for weeks", async () => {
    const { next } = await caughtUp(null);
    await review({
      id: "DEMOmissed",
      text: "Демо",
      createdDate: "2026-11-25T09:00:00Z",
      answer: { text: "Да." },
    });
    bench.clock.now = new Date("2027-01-05T09:00:00Z");
    expect((await caughtUp(next)).found.map(({ externalId }) => externalId)).toContain("DEMOmissed");
  });

  it("gives the lists names that stay the same from pull to pull", async () => {
    const first = await caughtUp(null);
    const second = await caughtUp(first.next);
    expect(second.lists).toEqual([
      "unanswered.0",
      "questions.0",
      "archive.0",
      "answered.recent.0",
      "answered-questions.recent.0",
      "archive.1",
      "answered.2026-11-19.0",
      "answered-questions.2026-11-19.0",
    ]);
    expect(first.lists).toEqual(expect.arrayContaining(["answered.2026-11-19.0", "answered.older"]));
  });

  it("keeps to the articles that were chosen", async () => {
    for (const nmId of [990001001, 990001002, 990001003]) await review({ nmId, text: `Демо ${nmId}` });
    const one = await caughtUp(null, { articles: ["990001002"] });
    const two = await caughtUp(null, { articles: ["990001001", "990001003"] });
    expect(textsOf(one.found)).toEqual(["Демо 990001002"]);
    expect(textsOf(two.found)).toEqual(["Демо 990001001", "Демо 990001003"]);
  });

  it("asks for one article by its number, so that no other is read", async () => {
    const { tools, asked } = listening(noRows);
    await wildberries.pull?.(feedOf(bench.account, { articles: ["990001002"] }), null, tools);
    expect(new URL(asked[0]?.url ?? "").searchParams.get("nmId")).toBe("990001002");
  });

  it.each(["", "page 7", "{}", '{"version":2}', '{"version":1,"began":"today"}', "null"])(
    "begins at the beginning with the cursor %j, which is none of ours",
    async (cursor) => {
      await review({ text: "Демо", createdDate: "2026-09-01T09:00:00Z", answer: { text: "Да." } });
      expect(textsOf((await caughtUp(cursor)).found)).toEqual(["Демо"]);
    },
  );

  it("begins at the beginning when other articles are chosen", async () => {
    await review({
      nmId: 990001002,
      text: "Демо",
      createdDate: "2026-09-01T09:00:00Z",
      answer: { text: "Да." },
    });
    const { next } = await caughtUp(null, { articles: ["990001001"] });
    expect(textsOf((await caughtUp(next, { articles: ["990001002"] })).found)).toEqual(["Демо"]);
  });

  it("takes a page of which nothing can be read for a change, not for bad luck", async () => {
    await review({ text: "Демо 1" });
    await review({ text: "Демо 2" });
    const tools: Tools = {
      ...bench.tools,
      http: async (request) =>
        new Response((await (await bench.tools.http(request)).text()).replaceAll("createdDate", "createdAt")),
    };
    const pulled = wildberries.pull?.(feedOf(bench.account), null, tools);
    await expect(pulled).rejects.toMatchObject({
      kind: "changed",
      message: expect.stringContaining("createdDate"),
    });
  });

  it("waits as long as Wildberries' own header says", async () => {
    await bench.control({ throttle: 1, throttleRetry: 17 });
    const pulled = wildberries.pull?.(feedOf(bench.account), null, bench.tools);
    await expect(pulled).rejects.toMatchObject({
      kind: "throttled",
      retryAt: new Date(bench.clock.now.getTime() + 17_000),
    });
  });

  it("never asks for more than Wildberries gives", async () => {
    const rows = Array.from({ length: 1000 }, (_, number) => ({
      id: `DEMO${number}`,
      createdDate: "2026-11-20T08:00:00Z",
    }));
    const { tools, asked } = listening(() =>
      Response.json({ data: { questions: rows, feedbacks: [] }, error: false }),
    );
    let cursor: string | null = null;
    for (let page = 0; page < 30; page++) {
      cursor = (await wildberries.pull?.(feedOf(bench.account), cursor, tools))?.next ?? null;
    }
    const questions = asked
      .map(({ url }) => new URL(url))
      .filter(({ pathname }) => pathname.endsWith("/questions"));
    const reach = questions.map(
      ({ searchParams }) => Number(searchParams.get("skip")) + Number(searchParams.get("take")),
    );
    expect(reach.length).toBeGreaterThan(5);
    expect(Math.max(...reach)).toBeLessThanOrEqual(10_000);
  });
});
