import { changeAlerting } from "@otklik/core/alert/alerting-store";
import { listAudit } from "@otklik/core/audit/audit-store";
import { mentionId } from "@otklik/core/id";
import { putCorrected } from "@otklik/core/label/corrected-store";
import type { Label } from "@otklik/core/label/label";
import type { Labeler } from "@otklik/core/label/labeler";
import type { FoundMention } from "@otklik/core/mention/found";
import { listBuckets } from "@otklik/core/trend/trend-store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { desk } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { found, label, later } from "../../support/mentions.ts";
import { type Village, village } from "../../support/village.ts";

let there: Village;
let here: TestHome;
let anna: Awaited<ReturnType<typeof desk>>;
/** What the model says of everything. */
let says: Label;

const model: Labeler = { name: "test", label: async (all) => all.map(() => ({ label: says })) };

beforeEach(async () => {
  says = label("positive", { topics: ["price"] });
  there = village();
  here = await testHome({ connectors: [there.connector], labeler: model });
  await here.connect();
  anna = await desk(here);
});
afterEach(() => here.close());

const pull = async (...said: FoundMention[]): Promise<void> => {
  there.said = said;
  await here.pull();
};
const idOf = (externalId: string): string => mentionId(here.brandId, "village", externalId);
const opened = async (externalId = "r-1") =>
  (await anna.call("GET /api/conversations/:id", { id: idOf(externalId) })).body;
const labelOf = async (externalId = "r-1") => (await opened(externalId)).mentions[0]?.label;
const correct = (
  change: Omit<Parameters<typeof anna.call<"PUT /api/mentions/:id/label">>[1], "id" | "conversation">,
  externalId = "r-1",
  conversation = externalId,
) =>
  anna.call("PUT /api/mentions/:id/label", {
    id: idOf(externalId),
    conversation: idOf(conversation),
    ...change,
  });
const measured = async () => {
  await here.settle();
  here.pass(5);
  await here.settle();
};

describe("a person's word on a mention", () => {
  it("stands in the conversation with the model's beside it, and who said it when", async () => {
    await pull(found());
    const { body } = await correct({ sentiment: "negative" });
    expect(body).toMatchObject({
      sentiment: { is: "negative", confidence: 1 },
      by: "test",
      corrected: {
        by: "anna@example.com",
        at: here.ports.now().toISOString(),
        was: { sentiment: { is: "positive" } },
      },
    });
    expect(await labelOf()).toEqual(body);
  });

  it("moves the conversation to the place that the word gives it", async () => {
    await pull(found({ rating: undefined }));
    const before = (await opened()).place;
    await correct({ urgency: ["health"] });
    const { place } = await opened();
    expect([before.priority, place.priority]).toEqual(["low", "urgent"]);
    expect(place.why).toContain("urgency.health");
    expect(place.rankAt < before.rankAt).toBe(true);
    const [card] = (await anna.call("GET /api/inbox", { brand: here.brandId })).body.cards;
    expect(card).toMatchObject({ urgency: "health", priority: "urgent", rankAt: place.rankAt });
  });

  it("counts in the inbox and in the trend instead of the model's", async () => {
    await pull(found({ externalId: "r-1" }), found({ externalId: "r-2" }));
    await correct({ sentiment: "negative", topics: ["staff", "wait"] });
    await measured();
    expect((await anna.call("GET /api/counts", { brand: here.brandId })).body.bySentiment).toEqual({
      negative: 1,
      positive: 1,
    });
    const [bucket] = await listBuckets(here.table, here.brandId);
    expect(bucket?.byTopic).toEqual({ price: 1, staff: 1, wait: 1 });
  });

  it("is found by search under its own sentiment", async () => {
    await pull(found({ text: "Крем хороший" }));
    await correct({ sentiment: "negative" });
    await here.settle();
    const find = async (sentiment: "negative" | "positive") =>
      (await anna.call("GET /api/search", { brand: here.brandId, words: "крем", sentiment: [sentiment] }))
        .body.cards.length;
    expect([await find("negative"), await find("positive")]).toEqual([1, 0]);
  });

  it("leaves what people did: who has read and closed it need not do so again", async () => {
    await pull(found());
    await anna.call("POST /api/conversations/:id/close", { id: idOf("r-1") });
    await correct({ urgency: ["legal"] });
    expect((await opened()).status).toEqual({ is: "closed", reason: "read" });
  });

  it("is written down once, however often it is sent", async () => {
    await pull(found());
    await correct({ sentiment: "mixed" });
    here.pass(60);
    const boris = await desk(here, "boris@example.com");
    await boris.call("PUT /api/mentions/:id/label", {
      ...{ id: idOf("r-1"), conversation: idOf("r-1") },
      sentiment: "mixed",
    });
    const { lines } = await listAudit(here.table, { limit: 10 });
    expect(lines).toEqual([
      expect.objectContaining({
        by: "anna@example.com",
        did: "corrected-label",
        conversationId: idOf("r-1"),
      }),
    ]);
    expect((await labelOf())?.corrected?.by).toBe("anna@example.com");
  });

  it("is taken back by saying what the model said", async () => {
    await pull(found());
    const before = await opened();
    await correct({ sentiment: "negative", wish: "question" });
    await correct({ sentiment: "positive", wish: null });
    expect(await opened()).toEqual(before);
  });

  it("is kept of two people at once, each having spoken of another part", async () => {
    await pull(found());
    await Promise.all([correct({ sentiment: "negative" }), correct({ complaint: true })]);
    expect(await labelOf()).toMatchObject({ sentiment: { is: "negative" }, complaint: true });
  });

  it.each([
    ["of a conversation that is not there", "r-1", "r-9"],
    ["of a mention that is not in it", "r-9", "r-1"],
  ])("is refused %s", async (_, id, conversation) => {
    await pull(found());
    const { status, error } = await correct({ sentiment: "negative" }, id, conversation);
    expect([status, error?.code]).toEqual([404, "not-found"]);
  });

  it("is refused where it is no word that a label knows", async () => {
    await pull(found());
    const { status } = await correct({ sentiment: "angry" as never });
    expect(status).toBe(400);
  });
});

describe("a corrected mention that comes again", () => {
  const corrected = async (): Promise<void> => {
    await pull(found());
    await correct({ sentiment: "negative" });
    here.pass(600);
    says = label("neutral", { topics: ["staff"] });
  };

  it("keeps the person's word over what the model says now, when the customer's words are the same", async () => {
    await corrected();
    await pull(found({ ownerReply: { text: "Спасибо", state: "rejected" } }));
    expect(await labelOf()).toMatchObject({
      sentiment: { is: "negative", confidence: 1 },
      topics: ["staff"],
      corrected: { was: { sentiment: { is: "neutral" } } },
    });
    expect((await opened()).place.why).toContain("sentiment.negative");
  });

  it("keeps it through repeats of what was already read", async () => {
    await corrected();
    const before = await opened();
    await pull(found());
    await pull(found());
    expect(await opened()).toEqual(before);
  });

  it("keeps it when the network takes the mention away", async () => {
    await corrected();
    await pull(found({ removed: true }));
    expect((await labelOf())?.sentiment.is).toBe("negative");
  });

  it.each([
    ["words", { text: "Крем оказался отличным" }],
    ["stars", { rating: { stars: 1, outOf: 5 } }],
  ])("takes the model's word when the customer gives other %s", async (_, change) => {
    await corrected();
    await pull(found(change));
    expect(await labelOf()).toMatchObject({ sentiment: { is: "neutral" } });
    expect(await labelOf()).not.toHaveProperty("corrected");
  });
});

describe("an alarm", () => {
  const wake = async (): Promise<number> => {
    await changeAlerting({ table: here.table, ports: here.ports }, here.brandId, (before) => ({
      ...before,
      channels: [{ is: "email", id: "mail1", address: "anna@example.com" }],
      rules: before.rules.map((rule) => ({ ...rule, to: rule.kind === "urgent" ? ["mail1"] : [] })),
    }));
    here.pass(600);
    await pull(found({ canReply: false }));
    for (const _ of [1, 2]) {
      here.pass(60);
      await here.sweep();
      await here.settle();
    }
    return here.messenger.told.length;
  };

  beforeEach(async () => {
    says = label("negative", { urgency: [{ reason: "health", words: "крем" }] });
    await pull(found());
  });

  it("is raised where the model says that it is urgent", async () => {
    expect(await wake()).toBe(1);
  });

  it("is not raised where a person has said that it is not, whatever the model repeats", async () => {
    await correct({ urgency: [] });
    expect(await wake()).toBe(0);
  });
});

describe("a later mention of a thread", () => {
  const chat = (externalId: string, minutes: number): FoundMention =>
    found({ externalId, threadId: "chat", kind: "message", postedAt: later(minutes), rating: undefined });

  it("is corrected in its own row, shows in the inbox and counts under its own day", async () => {
    await pull(chat("m-1", 0), chat("m-2", 5));
    await correct({ sentiment: "negative" }, "m-2", "chat");
    await measured();
    const { mentions } = await opened("chat");
    expect(mentions.map(({ label: { sentiment } }) => sentiment.is)).toEqual(["positive", "negative"]);
    const [card] = (await anna.call("GET /api/inbox", { brand: here.brandId })).body.cards;
    expect(card?.sentiment).toBe("negative");
    const [bucket] = await listBuckets(here.table, here.brandId);
    expect(bucket?.bySentiment).toEqual({ negative: 1, positive: 1 });
  });

  it("moves its conversation when it is the oldest that is known", async () => {
    await pull(chat("m-1", 0), chat("m-2", 5));
    await correct({ urgency: ["fraud"] }, "m-1", "chat");
    expect((await opened("chat")).place.priority).toBe("urgent");
  });

  it("keeps the person's word when it comes again", async () => {
    await pull(chat("m-1", 0));
    await correct({ sentiment: "negative" }, "m-1", "chat");
    here.pass(600);
    await pull({ ...chat("m-1", 0), canReply: false });
    expect((await labelOf("chat"))?.corrected).toBeDefined();
  });
});

describe("what was corrected of a brand", () => {
  const lines = async (parts = false) =>
    (await anna.call("GET /api/labels", { brand: here.brandId, parts: String(parts) })).body;

  it("is told as training data and as parts, and no longer where it was taken back", async () => {
    await pull(...["r-1", "r-2", "r-3", "r-4"].map((externalId) => found({ externalId })));
    await correct({ sentiment: "negative" }, "r-1");
    await correct({ topics: ["staff"] }, "r-2");
    await correct({ sentiment: "negative" }, "r-3");
    await correct({ sentiment: "positive" }, "r-3");
    expect(await lines()).toEqual({
      head: "id\tlang\tsource\tlabel\trating\ttext",
      lines: [`${idOf("r-1")}\tru\town-village\t-1\t5\tКрем хороший`],
      next: null,
    });
    const parts = (await lines(true)).lines.map((line) => JSON.parse(line).said);
    expect(parts).toHaveLength(2);
    expect(parts).toContainEqual({ topics: ["staff"] });
  });

  it("has nothing of what the customer has taken away", async () => {
    await pull(found());
    await correct({ sentiment: "negative" });
    here.pass(600);
    await pull(found({ removed: true }));
    expect((await lines()).lines).toEqual([]);
  });

  it("comes page by page, also past mentions that are no longer there", async () => {
    await pull(found());
    await correct({ sentiment: "negative" });
    const gone = Array.from({ length: 250 }, (_, n) => ({
      id: `${here.brandId}-${n}`,
      conversationId: "gone",
    }));
    await here.table.commit(gone.map((one) => putCorrected(here.brandId, one)));
    const first = await lines();
    const rest = (await anna.call("GET /api/labels", { brand: here.brandId, after: first.next ?? "" })).body;
    expect(first.next).not.toBeNull();
    expect([rest.next, first.lines.length + rest.lines.length]).toEqual([null, 1]);
  });
});
