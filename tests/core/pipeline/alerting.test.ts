import { defaultAlerting } from "@otklik/core/alert/alerting";
import { NotTold } from "@otklik/core/alert/notice";
import type { InputOf } from "@otklik/core/api/routes";
import type { FoundMention } from "@otklik/core/mention/found";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { desk } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { found, later } from "../../support/mentions.ts";
import { fault, type Village, village } from "../../support/village.ts";

const webhook = "https://hooks.slack.example/services/T0/B0/very-secret";
let there: Village;
let here: TestHome;
let anna: Awaited<ReturnType<typeof desk>>;

beforeEach(async () => {
  there = village({ perPage: 500 });
  here = await testHome({ connectors: [there.connector] });
  anna = await desk(here);
});
afterEach(() => here.close());

const brand = () => ({ brand: here.brandId });
const addSlack = () =>
  anna.call("POST /api/alerting/channels", {
    ...brand(),
    channel: { is: "slack", title: "#отзывы", webhook },
  });
const addMail = (address: string) =>
  anna.call("POST /api/alerting/channels", { ...brand(), channel: { is: "email", address } });
const settings = async (): Promise<InputOf<"PUT /api/alerting">> => {
  const {
    channels: _,
    sendsMail: __,
    publicUrl: ___,
    ...kept
  } = (await anna.call("GET /api/alerting", brand())).body;
  return { ...kept, ...brand() };
};
const bad = (n: number, change: Partial<FoundMention> = {}): FoundMention =>
  found({
    externalId: `bad-${n}`,
    text: `Номер ${n}: крем ужасный`,
    rating: { stars: 1, outOf: 5 },
    postedAt: here.ports.now(),
    product: { id: "7", name: "Крем для рук" },
    ...change,
  });

describe("how a brand is told", () => {
  it("begins with every rule on and nobody to tell", async () => {
    const { body } = await anna.call("GET /api/alerting", brand());
    expect(body).toEqual({
      language: "ru",
      timeZone: "Europe/Moscow",
      quietHours: null,
      rules: defaultAlerting.rules,
      channels: [],
      sendsMail: true,
      publicUrl: null,
    });
  });

  it("puts the first channel on every rule, and later ones on none", async () => {
    const first = await addSlack();
    const { body } = await addMail("anna@example.com");
    const [slack] = first.body.channels;
    expect(body.channels.map(({ is, title }) => [is, title])).toEqual([
      ["slack", "#отзывы"],
      ["email", "anna@example.com"],
    ]);
    expect(body.rules.map(({ to }) => to)).toEqual(body.rules.map(() => [slack?.id]));
  });

  it("never lets a webhook out again, neither to the browser nor to the table nor to the log", async () => {
    const { body } = await addSlack();
    await anna.call("POST /api/alerting/channels/:id/trial", { ...brand(), id: body.channels[0]?.id ?? "" });
    const rows = await here.table.query({ pk: "alerting", limit: 10 });
    const seen = JSON.stringify([body, await anna.call("GET /api/alerting", brand()), rows, here.logged]);
    expect(seen).not.toContain("very-secret");
    expect(here.messenger.told[0]?.to).toEqual({ is: "slack", webhook });
  });

  it("takes a removed channel off every rule", async () => {
    const { body } = await addSlack();
    const after = await anna.call("DELETE /api/alerting/channels/:id", {
      ...brand(),
      id: body.channels[0]?.id ?? "",
    });
    expect(after.body.channels).toEqual([]);
    expect(after.body.rules.flatMap(({ to }) => to)).toEqual([]);
  });

  it("keeps what is saved, and refuses a rule for a channel that is not there", async () => {
    const kept = await settings();
    const saved = await anna.call("PUT /api/alerting", {
      ...kept,
      timeZone: "Asia/Omsk",
      quietHours: { from: "22:00", until: "08:00" },
    });
    expect(saved.body).toMatchObject({
      timeZone: "Asia/Omsk",
      quietHours: { from: "22:00", until: "08:00" },
    });
    const rules = kept.rules.map((rule) => ({ ...rule, to: ["gone1"] }));
    const refused = await anna.call("PUT /api/alerting", { ...kept, rules });
    expect(refused.error?.said.ru).toContain("канал, которого уже нет");
    expect((await anna.call("GET /api/alerting", brand())).body.timeZone).toBe("Asia/Omsk");
  });

  it("is nobody else's to see or change", async () => {
    const { error } = await anna.call("GET /api/alerting", { brand: "other" });
    expect(error?.code).toBe("not-found");
  });
});

describe("a trial", () => {
  const never = () =>
    new NotTold("never", { ru: "Slack не знает адреса", en: "Slack does not know the address" });

  it("shows when the channel was last told", async () => {
    const { body } = await addMail("anna@example.com");
    const id = body.channels[0]?.id ?? "";
    const tried = await anna.call("POST /api/alerting/channels/:id/trial", { ...brand(), id });
    expect(tried.body.channels[0]?.lastToldAt).toBe(here.ports.now().toISOString());
    expect(here.messenger.told[0]?.notice).toMatchObject({ kind: "trial", brand: "Тест", language: "ru" });
  });

  it("says plainly what came of it, and the channel shows it until a trial succeeds", async () => {
    const { body } = await addSlack();
    const id = body.channels[0]?.id ?? "";
    here.messenger.failing = { with: never };
    const failed = await anna.call("POST /api/alerting/channels/:id/trial", { ...brand(), id });
    expect(failed.error).toMatchObject({ said: { ru: "Slack не знает адреса" } });
    const shown = (await anna.call("GET /api/alerting", brand())).body.channels[0];
    expect(shown?.broken?.why.en).toBe("Slack does not know the address");
    here.messenger.failing = null;
    const better = await anna.call("POST /api/alerting/channels/:id/trial", { ...brand(), id });
    expect(better.body.channels[0]?.broken).toBeNull();
  });

  it("that succeeds lets go what waited on a broken channel, all in one message", async () => {
    const { body } = await addSlack();
    const id = body.channels[0]?.id ?? "";
    await here.connect();
    here.messenger.failing = { with: never };
    for (const n of [1, 2, 3]) {
      there.said = [bad(n)];
      await here.pull();
      here.pass(60);
      await here.settle();
    }
    expect((await anna.call("GET /api/alerting", brand())).body.channels[0]).toMatchObject({ waiting: 3 });
    here.messenger.failing = null;
    await anna.call("POST /api/alerting/channels/:id/trial", { ...brand(), id });
    here.pass(31);
    await here.settle();
    expect(here.messenger.told.map(({ notice }) => [notice.kind, "count" in notice && notice.count])).toEqual(
      [
        ["trial", false],
        ["negative", 3],
      ],
    );
    expect((await anna.call("GET /api/alerting", brand())).body.channels[0]).toMatchObject({
      waiting: 0,
      broken: null,
    });
  });

  it("is not the only way: saving the rules tries again too", async () => {
    await addSlack();
    await here.connect();
    here.messenger.failing = { with: never };
    there.said = [bad(1)];
    await here.pull();
    here.pass(60);
    await here.settle();
    here.messenger.failing = null;
    await anna.call("PUT /api/alerting", await settings());
    here.pass(60);
    await here.settle();
    expect(here.messenger.told).toMatchObject([{ notice: { kind: "negative", count: 1 } }]);
  });
});

describe("what a rule would have sent", () => {
  const rehearse = async (kind: string) => {
    const { rules, timeZone, quietHours } = await settings();
    const rule = rules.find((one) => one.kind === kind);
    const { body } = await anna.call("POST /api/alerting/rehearsal", {
      ...brand(),
      rule: rule as (typeof rules)[number],
      timeZone: timeZone as string,
      quietHours,
    });
    return body;
  };
  const hour = 60;

  it("is what its mentions of last week lead to, grouped as they would have been", async () => {
    await here.connect();
    there.said = [
      bad(1, { postedAt: later(-30 * hour) }),
      bad(2, { postedAt: later(-30 * hour + 5) }),
      bad(3, { postedAt: later(-30 * hour + 6) }),
      bad(4, { postedAt: later(-2 * hour), product: { id: "8", name: "Шампунь" } }),
      bad(5, { postedAt: later(-9 * 24 * hour) }),
      found({ externalId: "good", postedAt: later(-3 * hour) }),
    ];
    await here.pull();
    const negative = await rehearse("negative");
    expect(negative).toMatchObject({ alerts: 4, partial: false });
    expect(negative.messages.map(({ count, top }) => [count, top[0]?.title])).toEqual([
      [1, "Крем для рук"],
      [2, "Крем для рук"],
      [1, "Шампунь"],
    ]);
    expect((await rehearse("urgent")).messages).toEqual([]);
    expect(here.messenger.tried).toBe(0);
  });

  it("counts the promises missed, and the digests", async () => {
    await here.connect();
    there.said = [bad(1), bad(2)];
    await here.pull();
    here.pass(30 * 3600);
    await here.settle();
    expect(await rehearse("breach")).toMatchObject({ alerts: 2, messages: [{ count: 2 }] });
    const digests = (await rehearse("digest")).messages;
    expect(digests.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 2]);
    expect((await rehearse("failing")).messages).toEqual([]);
  });

  it("remembers a source that failed in the week and is well again, and no hiccup", async () => {
    await here.connect();
    const failFor = async (seconds: number): Promise<void> => {
      there.failNext.push({ at: "pull", with: fault("unavailable") });
      await here.pull();
      here.pass(seconds);
      await here.pull();
    };
    await failFor(10 * 60);
    expect((await rehearse("failing")).messages).toEqual([]);
    await failFor(2 * 3600);
    expect(await rehearse("failing")).toMatchObject({
      alerts: 1,
      messages: [{ count: 1, top: [{ path: "/sources", title: "Тест" }] }],
    });
  });
});
