import { saveAccount } from "@otklik/core/account/credentials";
import { getHook, makeHook } from "@otklik/core/account/hook-store";
import { getConversation, getThread } from "@otklik/core/conversation/conversation-store";
import { NetworkFault } from "@otklik/core/errors";
import { mentionId } from "@otklik/core/id";
import { type PushRequest, webhook } from "@otklik/core/pipeline/webhook";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countingTable } from "../../support/counting-table.ts";
import { desk } from "../../support/desk.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { found, later } from "../../support/mentions.ts";
import { type Push, pushingVillage } from "../../support/pushing-village.ts";
import { fault } from "../../support/village.ts";

let there: ReturnType<typeof pushingVillage>;
let here: TestHome;
let address: { id: string; secret: string };

const stores = () => ({ table: here.table, all: here.ports.table, secret: here.ports.secret });
const connect = (id: string, chat: string, change = {}) =>
  here.connect({ id, settings: { chat }, accountId: "bot1", every: 1, ...change });

beforeEach(async () => {
  there = pushingVillage();
  here = await testHome({ connectors: [there.connector] });
  const account = { id: "bot1", network: "village", title: "Бот", connectedAt: here.ports.now() };
  await saveAccount(stores(), account, { token: "t" });
  await connect("a", "kitchen");
  address = await makeHook(stores(), { accountId: "bot1", network: "village", random: here.ports.random });
});
afterEach(() => here.close());

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const come = (change: Partial<PushRequest> = {}) =>
  webhook(
    {
      method: "POST",
      path: `/hooks/village/${address.id}`,
      query: "",
      headers: { "x-village": address.secret },
      body: bytes("{}"),
      ...change,
    },
    here.ports,
    { signal: AbortSignal.timeout(5000) },
  );
const push = (what: Push) => come({ body: bytes(JSON.stringify(what)) });
const conversation = (externalId: string) =>
  getConversation(here.table, mentionId(here.brandId, "village", externalId));

describe("a push", () => {
  it("brings what it tells into the inbox, and is thanked in the network's words", async () => {
    const answer = await push({ found: [{ ...found({ externalId: "p-1" }), place: "kitchen" }] });
    await here.settle();
    expect(answer).toMatchObject({ status: 200, body: "heard", headers: { "content-type": "text/plain" } });
    expect(await conversation("p-1")).toMatchObject({ sourceId: "a", status: { is: "open" } });
  });

  it("is thanked only once all of it is on the queues", async () => {
    here.ports.queue = { send: () => Promise.reject(new Error("the queue is full")) };
    await expect(push({ found: [{ ...found(), place: "kitchen" }] })).rejects.toThrow("the queue is full");
  });

  it.each([
    ["a wrong signature", { headers: { "x-village": "guessed" } }],
    ["no signature", { headers: {} }],
  ])("with %s is refused without a word, and is not read", async (_, change) => {
    const answer = await come({ ...change, body: bytes("{not even JSON") });
    expect([answer.status, answer.body, there.heard]).toEqual([403, "", []]);
  });

  it.each([
    ["an id that nobody has", () => `/hooks/village/${"0".repeat(32)}`],
    ["an id that is none", () => "/hooks/village/../../etc"],
    ["another network's name", () => `/hooks/town/${address.id}`],
  ])("at an address with %s is nobody's", async (_, path) => {
    const answer = await come({ path: path() });
    expect([answer.status, answer.body, there.heard]).toEqual([404, "", []]);
  });

  it("at an address with the network's own words behind it is heard, and told of them", async () => {
    const asked: string[] = [];
    const receive: NonNullable<typeof there.connector.receive> = async ({ url }, hook) => {
      asked.push(url.slice(hook.url.length));
      return { answer: { status: 204 }, found: [], unreadable: [] };
    };
    here.ports.connectors = [{ ...there.connector, receive }];
    const answer = await come({ path: `/hooks/village/${address.id}/notification`, query: "?v=1" });
    expect([answer.status, asked]).toEqual([204, ["/notification?v=1"]]);
  });

  it("reads at most one row for an address that nobody has", async () => {
    const { table, read } = countingTable(here.ports.table);
    here.ports.table = table;
    await come({ path: `/hooks/village/${"0".repeat(32)}` });
    expect([...read.values()]).toEqual([1]);
  });

  it("of more than two megabytes is not taken", async () => {
    expect((await come({ body: new Uint8Array(2_000_001) })).status).toBe(413);
    expect(there.heard).toEqual([]);
  });

  it("is handed on byte for byte, also where it is no text", async () => {
    const seen: Uint8Array[] = [];
    const receive: NonNullable<typeof there.connector.receive> = async (request) => {
      seen.push(new Uint8Array(await request.arrayBuffer()));
      return { answer: { status: 204 }, found: [], unreadable: [] };
    };
    here.ports.connectors = [{ ...there.connector, receive }];
    await come({ body: new Uint8Array([0, 255, 254, 13, 10]) });
    expect(seen).toEqual([new Uint8Array([0, 255, 254, 13, 10])]);
  });

  it("is asked for later when its network comes too often, and other addresses are not", async () => {
    const answers = await Promise.all(Array.from({ length: 120 }, () => come()));
    const turnedAway = answers.filter(({ status }) => status === 429);
    expect(turnedAway.length).toBeGreaterThan(10);
    here.pass(5);
    expect((await come()).status).toBe(200);
  });

  it("is asked for again when we could not look something up meanwhile", async () => {
    const receive = () => Promise.reject(fault("unavailable"));
    here.ports.connectors = [{ ...there.connector, receive }];
    expect((await come()).status).toBe(503);
  });

  it("changes nothing when it comes twice", async () => {
    const one = { found: [{ ...found({ externalId: "p-1" }), place: "kitchen" }] };
    await push(one);
    await here.settle();
    const before = await conversation("p-1");
    here.pass(60);
    await push(one);
    await here.settle();
    expect(await conversation("p-1")).toEqual(before);
  });

  it("that comes after a later one does not undo it", async () => {
    const place = "kitchen";
    await push({ found: [{ ...found({ text: "Второе слово", editedAt: later(5) }), place }] });
    await here.settle();
    here.pass(60);
    await push({ found: [{ ...found({ text: "Первое слово" }), place }] });
    await here.settle();
    expect((await conversation("r-1"))?.mention?.text).toBe("Второе слово");
  });

  it("about a place that nobody connected, or that a person paused, is heard and dropped", async () => {
    await connect("b", "hall", { state: { is: "paused", by: "anna@example.com" } });
    const answer = await push({
      found: [
        { ...found({ externalId: "p-1" }), place: "a stranger's chat" },
        { ...found({ externalId: "p-2" }), place: "hall" },
      ],
    });
    await here.settle();
    expect([answer.status, await conversation("p-1"), await conversation("p-2")]).toEqual([200, null, null]);
  });

  it("tells what became of a reply", async () => {
    await push({ found: [{ ...found(), place: "kitchen" }] });
    await here.settle();
    there.receipt = { state: "published", externalId: "answer-7" };
    const id = mentionId(here.brandId, "village", "r-1");
    const text = "Спасибо за отзыв!";
    await (await desk(here)).call("POST /api/conversations/:id/replies", { id, reply: "r".repeat(20), text });
    here.pass(15);
    await here.settle();
    await push({
      receipts: [{ threadId: "r-1", reply: "answer-7", receipt: { state: "bounced", why: "нет" } }],
    });
    await here.settle();
    const thread = await getThread(here.table, id);
    expect([thread?.replies[0]?.state.is, thread?.conversation.status.is]).toEqual(["returned", "open"]);
  });

  it("has the places pulled at once where it does not tell what is new", async () => {
    there.stream = [{ ...found({ externalId: "m-1" }), place: "kitchen" }];
    await push({ pull: ["kitchen", "a stranger's chat"] });
    await here.settle();
    expect([there.pulls, (await conversation("m-1"))?.sourceId]).toEqual([1, "a"]);
  });

  it("leaves neither the address nor what was said in the log when it fails", async () => {
    const receive = () => Promise.reject(new NetworkFault("changed", "новое поле"));
    here.ports.connectors = [{ ...there.connector, receive }];
    await push({ found: [{ ...found({ text: "личное" }), place: "kitchen" }] });
    expect(here.logged.join()).not.toMatch(new RegExp(`${address.id}|${address.secret}|личное`));
  });
});

describe("switching pushes on", () => {
  const withAddress = (): void => {
    here.ports.messenger = { ...here.ports.messenger, publicUrl: "https://otklik.example" };
  };
  const listen = async () => (await desk(here)).call("POST /api/accounts/:id/listen", { id: "bot1" });

  it("says what to do where there is no public address", async () => {
    here.ports.messenger = { ...here.ports.messenger, publicUrl: null };
    const { status, error } = await listen();
    expect([status, error?.message]).toEqual([409, expect.stringContaining("OTKLIK_PUBLIC_URL")]);
    expect(there.listened).toEqual([]);
  });

  it("tells the network our address, and pulls from then on know of it", async () => {
    withAddress();
    const { body } = await listen();
    expect(there.listened).toEqual([`https://otklik.example/hooks/village/${address.id}`]);
    expect(body).toMatchObject({ state: "on", switchedOnBy: "otklik", sources: [{ id: "a" }] });
  });

  it("gives the same address when it is asked for twice", async () => {
    withAddress();
    expect((await listen()).body.url).toBe((await listen()).body.url);
  });

  it("waits for the first push where a person switches them on, and shows what they need for it", async () => {
    withAddress();
    const { listen: _, ...byHand } = there.connector;
    const pushHelp = { ru: "Откройте кабинет.", en: "Open the cabinet." };
    here.ports.connectors = [{ ...byHand, pushHelp }];
    const { body } = await listen();
    expect(body).toMatchObject({ state: "waiting", secret: address.secret, help: pushHelp });
    await come();
    const [now] = (await (await desk(here)).call("GET /api/pushes", {})).body;
    expect(now?.state).toBe("on");
  });

  it("says why the network did not take it", async () => {
    withAddress();
    here.ports.connectors = [{ ...there.connector, listen: () => Promise.reject(fault("refused")) }];
    const { status, error } = await listen();
    expect([status, error?.said.en]).toEqual([503, expect.stringContaining("the village is refused")]);
  });

  it("ends when the address is given up", async () => {
    withAddress();
    await listen();
    const { body } = await (await desk(here)).call("DELETE /api/accounts/:id/listen", { id: "bot1" });
    expect([body.state, (await come()).status, await getHook(stores(), "bot1")]).toEqual(["off", 404, null]);
  });
});
