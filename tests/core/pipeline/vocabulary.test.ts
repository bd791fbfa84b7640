import { digestOf } from "@otklik/core/alert/digest";
import type { Labeler } from "@otklik/core/label/labeler";
import { Vocabulary } from "@otklik/core/vocabulary/vocabulary";
import { embeddedLabeler } from "@otklik/language/label/embedded";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { desk, request } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { found, later } from "../../support/mentions.ts";
import { type Village, village } from "../../support/village.ts";

const day = 24 * 60;
const rubber = { id: "own-rubber", title: "Запах резины", phrases: ["пахнет резиной"] };
const vocabulary = (change: object = {}): Vocabulary => Vocabulary.parse({ topics: [rubber], ...change });
const merged = vocabulary({
  topics: [rubber, { id: "delivery", standing: { is: "merged", into: "own-rubber" } }],
});

let there: Village;
let here: TestHome;
let read: { vocabulary?: Vocabulary | undefined }[];

beforeEach(async () => {
  there = village();
  read = [];
  const embedded = embeddedLabeler();
  const labeler: Labeler = {
    ...embedded,
    label(mentions, options) {
      read.push(options);
      return embedded.label(mentions, options);
    },
  };
  here = await testHome({ connectors: [there.connector], labeler });
});
afterEach(() => here.close());

const said = (texts: readonly string[]) =>
  texts.map((text, n) => found({ externalId: `r-${n}`, text, postedAt: later(-n * 60) }));
const pull = async (): Promise<void> => {
  await here.connect({ from: "all" });
  await here.pull();
  here.pass(5);
  await here.settle();
};
const save = async (given: Vocabulary, version = 0) =>
  (await desk(here)).call("PUT /api/vocabulary", { brand: here.brandId, vocabulary: given, version });
const kept = async () => (await (await desk(here)).call("GET /api/vocabulary", { brand: here.brandId })).body;
const firstConversation = async () => {
  const anna = await desk(here);
  const { body } = await anna.call("GET /api/inbox", { brand: here.brandId });
  return (await anna.call("GET /api/conversations/:id", { id: body.cards[0]?.id ?? "" })).body;
};
const report = async () => {
  const range = { from: "2026-11-01", to: "2026-11-30" };
  return (await (await desk(here)).call("GET /api/reports", { brand: here.brandId, ...range })).body;
};

describe("a brand's vocabulary", () => {
  it("is the general one until it is saved, with the topics of every trade", async () => {
    const { vocabulary: given, version, trades } = await kept();
    expect([given, version]).toEqual([Vocabulary.parse({}), 0]);
    expect(trades.cosmetics).toContain("rash");
  });

  it("is kept as it was saved, over the version that was read", async () => {
    const { status, body } = await save(vocabulary({ trade: "cafe" }));
    expect([status, body.version]).toEqual([200, 1]);
    expect((await kept()).vocabulary).toEqual(vocabulary({ trade: "cafe" }));
    expect((await save(vocabulary(), 0)).error?.code).toBe("conflict");
    expect((await save(vocabulary(), 1)).body.version).toBe(2);
  });

  it("is refused in both languages where topics are merged in a circle", async () => {
    const circle = vocabulary({
      topics: [
        { id: "price", standing: { is: "merged", into: "quality" } },
        { id: "quality", standing: { is: "merged", into: "price" } },
      ],
    });
    const { status, error } = await save(circle);
    expect([status, error?.code]).toEqual([400, "bad-input"]);
    expect(error?.said.ru).toMatch(/по кругу/);
    expect((await kept()).version).toBe(0);
  });

  it.each([
    "GET /api/vocabulary",
    "PUT /api/vocabulary",
    "GET /api/vocabulary/candidates",
    "POST /api/vocabulary/trial",
  ])("is nothing to a stranger, nor to a person of another workspace: %s", async (route) => {
    const given = { brand: here.brandId, vocabulary: vocabulary(), version: 0, text: "пахнет резиной" };
    expect((await request(here.ports, route, given, "")).status).toBe(401);
    const other = await testHome({ connectors: [there.connector] });
    const boris = await desk(other, "boris@example.com");
    expect((await request(other.ports, route, given, boris.cookie)).status).toBe(404);
    other.close();
  });

  it("reads what is found from then on", async () => {
    await save(vocabulary({ products: [{ name: "Коврик «Шаг»", spellings: ["коврик шаг"] }] }));
    there.said = said(["Коврик Шаг пахнул резиной", "Коврик Шаг лежит"]);
    await pull();
    expect(read[0]?.vocabulary?.topics).toEqual(vocabulary().topics);
    const { mentions, topicTitles, offeredTopics } = await firstConversation();
    expect(mentions[0]?.label).toMatchObject({
      names: [{ is: "product", name: "Коврик «Шаг»", in: "text", from: 0 }],
    });
    expect(topicTitles).toEqual({ "own-rubber": "Запах резины" });
    expect(offeredTopics).toContain("own-rubber");
  });

  it("shows an old label, and old days of the report, as topics are merged now", async () => {
    const early = Array.from({ length: 40 }, (_, n) =>
      found({ externalId: `e-${n}`, text: "Спокойно", postedAt: later(-(30 + (n % 20)) * day) }),
    );
    there.said = [...said(Array.from({ length: 12 }, () => "Курьер опоздал")), ...early];
    await pull();
    expect((await report()).topics.up.map(({ topic }) => topic)).toContain("delivery");
    await save(merged);
    const { topics, topicTitles } = await report();
    expect(topics.up.map(({ topic }) => topic)).toContain("own-rubber");
    expect(topics.up.map(({ topic }) => topic)).not.toContain("delivery");
    expect(topicTitles["own-rubber"]).toBe("Запах резины");
    expect((await firstConversation()).mentions[0]?.label.topics).toContain("own-rubber");
  });
});

describe("the digest of a day", () => {
  it("counts topics as they are merged now, and calls them as the brand does", async () => {
    there.said = said(["Курьер приехал", "Курьер уехал", "Цена высокая"]);
    await pull();
    await save(merged);
    here.pass(24 * 3600);
    const alerting = { timeZone: "UTC" };
    const { yesterday } = await digestOf(here.table, here.brandId, { alerting, now: here.ports.now() });
    expect(yesterday.topics).toContainEqual({ topic: "own-rubber", title: "Запах резины", mentions: 2 });
    expect(yesterday.topics).toContainEqual({ topic: "price", mentions: 1 });
  });
});

describe("the trial of a text", () => {
  it("tells topics, names and their words by a vocabulary that is not saved", async () => {
    const given = vocabulary({ competitors: [{ name: "Летуаль" }] });
    const text = "В Летуале такой же, но пахнет резиной";
    const { body } = await (await desk(here)).call("POST /api/vocabulary/trial", {
      brand: here.brandId,
      vocabulary: given,
      text,
    });
    expect(body.topics).toEqual(["own-rubber"]);
    expect(body.names.map(({ name, from, to }) => [name, text.slice(from, to)])).toEqual([
      ["Летуаль", "Летуале"],
    ]);
    expect((await kept()).version).toBe(0);
  });
});

describe("proposed topics", () => {
  const parking = ["Парковка занята", "Нет парковки", "С парковкой беда", "Парковку бы пошире"];
  const asked = async () =>
    (await (await desk(here)).call("GET /api/vocabulary/candidates", { brand: here.brandId })).body;

  it("come with their conversations where other is large", async () => {
    there.said = said([...parking, "Курьер вежливый"]);
    await pull();
    const { share, mentions, candidates } = await asked();
    expect([share, mentions]).toEqual([0.8, 5]);
    expect(candidates).toMatchObject([{ title: "парковка", mentions: 4 }]);
    const example = await (await desk(here)).call("GET /api/conversations/:id", {
      id: candidates[0]?.examples[0] ?? "",
    });
    expect(example.body.mentions[0]?.text).toMatch(/арковк/);
  });

  it("do not come where most mentions have a topic, nor of what was said long ago", async () => {
    there.said = said([...parking, ...Array.from({ length: 12 }, () => "Курьер вежливый")]);
    await pull();
    expect(await asked()).toEqual({ share: 0.25, mentions: 16, candidates: [] });
    here.pass(40 * day * 60);
    expect(await asked()).toEqual({ share: 0, mentions: 0, candidates: [] });
  });

  it("are gone once the topic is made", async () => {
    there.said = said(parking);
    await pull();
    const [first] = (await asked()).candidates;
    await save(
      Vocabulary.parse({ topics: [{ id: "own-park", title: first?.title, phrases: first?.phrases }] }),
    );
    expect((await asked()).candidates).toEqual([]);
  });
});
