import { telegram } from "@otklik/connectors/telegram/index";
import { Settings } from "@otklik/connectors/telegram/settings";
import type { Feed, Tools } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testTools } from "../../support/tools.ts";
import { group, openTelegram, type TelegramBench } from "./bench.ts";

let bench: TelegramBench;
beforeEach(async () => {
  bench = await openTelegram({ posts: 0, today: 0 });
});
afterEach(() => bench.close());

const feedOf = (more: Partial<Feed<Settings>> = {}): Feed<Settings> => ({
  ...{ sourceId: "source-demo", settings: bench.settings, account: bench.account, inboxFrom: new Date(0) },
  ...more,
});
async function pull(from: string | null = null, more: Partial<Feed<Settings>> = {}, tools = bench.tools) {
  const page = await telegram.pull?.(feedOf(more), from, tools);
  if (!page) throw new Error("Telegram can be pulled.");
  return page;
}
const later = (ms: number) => {
  bench.clock.now = new Date(bench.clock.now.getTime() + ms);
};

/** Tools before which each method is answered so; a method that is not named is not to be asked. */
const answering = (answers: Record<string, unknown>): Tools =>
  testTools({
    now: () => bench.clock.now,
    http: async ({ url }) => {
      const method = url.split("/").at(-1) ?? "";
      const result = answers[method];
      if (result === undefined) throw new Error(`Not to be asked here: ${method}`);
      return result instanceof Response ? result : Response.json({ ok: true, result });
    },
  });

describe("pulling from Telegram", () => {
  it("confirms what was read only by the cursor that was saved after it", async () => {
    const id = await bench.addMention("Демо");
    const first = await pull();
    expect((await pull()).found).toEqual(first.found);
    expect(first.found.map(({ externalId }) => externalId)).toEqual([id]);
    expect((await pull(first.next)).found).toEqual([]);
    expect((await pull()).found).toEqual([]);
  });

  it("goes on from page to page through more than a hundred updates", async () => {
    for (let n = 0; n < 105; n++) await bench.addMention(`Демо ${n}`);
    const first = await pull();
    const second = await pull(first.next);
    expect([first.more, second.more]).toEqual([true, false]);
    expect(first.found.length + second.found.length).toBe(105);
  });

  it("deals what one stream brings out to the places of its sources", async () => {
    await bench.addMention("В группе");
    await bench.post("/business/__posts", [{ text: "Лично", author: { key: "anna", name: "Анна" } }]);
    const sources = [
      { sourceId: "group", settings: Settings.parse({ chat: group }) },
      { sourceId: "business", settings: Settings.parse({ reads: "business" }) },
    ];
    const { found } = await pull(null, { sources });
    expect(found.map(({ text, place }) => ({ text, place }))).toEqual([
      { text: "В группе", place: group },
      { text: "Лично", place: "business" },
    ]);
  });

  it("tells what a customer of the business account takes away", async () => {
    const business = Settings.parse({ reads: "business" });
    const { ids } = (await (await bench.post("/business/__posts", [{ text: "Лично" }])).json()) as {
      ids: string[];
    };
    const { found, next } = await pull(null, { settings: business });
    await bench.post("/business/__remove", { id: ids[0] });
    expect((await pull(next, { settings: business })).found).toEqual([
      expect.objectContaining({
        externalId: found[0]?.externalId,
        threadId: found[0]?.threadId,
        removed: true,
      }),
    ]);
  });

  it("says in plain words that another program has set a webhook", async () => {
    await bench.call("setWebhook", { url: "https://other.example/hook" });
    await expect(pull()).rejects.toMatchObject({
      kind: "refused",
      message: expect.stringMatching(/webhook/),
    });
    const info = (await bench.call("getWebhookInfo")) as { result: { url: string } };
    expect(info.result.url).toBe("https://other.example/hook");
  });

  it("asks for nothing where pushes are on, and again where they have been switched off", async () => {
    await bench.addMention("Демо");
    const hook = (url: string) => ({ url, has_custom_certificate: false, pending_update_count: 0 });
    const pushed = await pull(
      null,
      { listening: true },
      answering({ getWebhookInfo: hook("https://otklik.example") }),
    );
    expect(pushed.found).toEqual([]);
    expect((await pull(pushed.next, { listening: true })).found).toHaveLength(1);
  });

  it("says that pushes do not arrive, and why", async () => {
    const failing = {
      ...{ url: "https://otklik.example", has_custom_certificate: false, pending_update_count: 3 },
      ...{ last_error_date: bench.clock.now.getTime() / 1000 - 60, last_error_message: "Connection refused" },
    };
    const pulled = pull(null, { listening: true }, answering({ getWebhookInfo: failing }));
    await expect(pulled).rejects.toMatchObject({
      kind: "unavailable",
      message: expect.stringMatching("Connection refused"),
    });
  });

  it("waits as long as the answer's body says", async () => {
    await bench.control({ throttle: 1, throttleRetry: 14 });
    const retryAt = new Date(bench.clock.now.getTime() + 14_000);
    await expect(pull()).rejects.toMatchObject({ kind: "throttled", retryAt });
  });

  it("loses a place that the bot was taken out of, and no other", async () => {
    const chat = { id: Number(group), type: "supergroup", title: "Демо" };
    const out = { chat, from: {}, date: 1, old_chat_member: {}, new_chat_member: { status: "kicked" } };
    const page = await pull(null, {}, answering({ getUpdates: [{ update_id: 5, my_chat_member: out }] }));
    expect(page.faults).toEqual([{ place: group, fault: expect.objectContaining({ kind: "gone" }) }]);
  });

  it("asks whose channel it is only where somebody speaks as one", async () => {
    const sender = { id: -1001111111111, type: "channel", title: "Канал" };
    const said = {
      ...{ message_id: 9, date: bench.clock.now.getTime() / 1000, text: "Спасибо!", sender_chat: sender },
      chat: { id: Number(group), type: "supergroup", title: "Демо", username: "demo" },
    };
    const reply = {
      ...said,
      reply_to_message: { ...said, message_id: 8, sender_chat: undefined, text: "Вопрос" },
    };
    const getUpdates = [{ update_id: 5, message: reply }];
    const linked = { id: Number(group), type: "supergroup", linked_chat_id: sender.id };
    const { found } = await pull(null, {}, answering({ getUpdates, getChat: linked }));
    expect(found).toMatchObject([{ externalId: `${group}:8`, ownerReply: { text: "Спасибо!" } }]);
  });

  it("begins at the earliest after a week in which nobody spoke", async () => {
    await bench.addMention("Демо");
    const { next } = await pull();
    later(8 * 86_400_000);
    const asked: unknown[] = [];
    const http = async (request: Request) => {
      asked.push(await request.json());
      return Response.json({ ok: true, result: [] });
    };
    await pull(next, {}, testTools({ http, now: () => bench.clock.now }));
    expect(asked).toEqual([expect.not.objectContaining({ offset: expect.anything() })]);
  });

  it("takes a refusal for its own fault, whatever the status says", async () => {
    const getUpdates = Response.json({ ok: false, error_code: 401, description: "Unauthorized" });
    await expect(pull(null, {}, answering({ getUpdates }))).rejects.toMatchObject({ kind: "unauthorized" });
  });
});

describe("a chat, as a person names it", () => {
  it.each([
    ["@Demo_Group", "@demo_group"],
    ["https://t.me/Demo_Group/55", "@demo_group"],
    ["t.me/demo_group", "@demo_group"],
    ["https://t.me/c/1234567890/55", "-1001234567890"],
    ["https://web.telegram.org/a/#-1001234567890", "-1001234567890"],
    [" -1001234567890 ", "-1001234567890"],
  ])("%s is %s", (given, place) => {
    expect(telegram.place?.(Settings.parse({ chat: given }))).toBe(place);
  });

  it("is refused where it is none", () => {
    expect(Settings.safeParse({ chat: "наша группа!" }).success).toBe(false);
  });
});
