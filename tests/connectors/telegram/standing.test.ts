import { telegram } from "@otklik/connectors/telegram/index";
import { Settings } from "@otklik/connectors/telegram/settings";
import type { Tools } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testTools } from "../../support/tools.ts";
import { group, openTelegram, refusal, type TelegramBench, token } from "./bench.ts";

let bench: TelegramBench;
beforeEach(async () => {
  bench = await openTelegram({ posts: 0, today: 0 });
});
afterEach(() => bench.close());

const bot = { id: 990000001, is_bot: true, first_name: "Бот", username: "demo_bot" };
const noHook = { url: "", has_custom_certificate: false, pending_update_count: 0 };
const supergroup = { id: Number(group), type: "supergroup", title: "Демо", username: "demo_group" };
const hearing = {
  getMe: { ...bot, can_read_all_group_messages: true },
  getWebhookInfo: noHook,
  getChat: supergroup,
};

const answering = (answers: Record<string, unknown>): Tools =>
  testTools({
    async http(request) {
      const result = answers[request.url.split("/").at(-1) ?? ""];
      const answer = typeof result === "function" ? result(await request.json()) : result;
      return answer instanceof Response ? answer : Response.json({ ok: true, result: answer });
    },
  });
const check = (settings: unknown, tools: Tools = bench.tools) =>
  telegram.check?.(bench.account, Settings.parse(settings), tools);

describe("checking a bot", () => {
  it("names it, and warns of nothing where all is well", async () => {
    expect(await check({ chat: group })).toEqual({
      ...{ name: "@romashka_demo_bot", kind: { ru: "токен бота", en: "bot token" }, warnings: [] },
    });
  });

  it.each([
    ["is in privacy mode", { ...hearing, getMe: bot, getChatMember: { status: "member" } }, /privacy mode/],
    [
      "is an administrator in privacy mode",
      { ...hearing, getMe: bot, getChatMember: { status: "administrator" } },
      /administrator, yet/,
    ],
    ["is not in the group", { ...hearing, getChatMember: { status: "left" } }, /not in the group/],
    [
      "was never in the group",
      { ...hearing, getChatMember: refusal(400, "Bad Request: PARTICIPANT_ID_INVALID") },
      /not in the group/,
    ],
    [
      "may not write there",
      { ...hearing, getChatMember: { status: "restricted", can_send_messages: false } },
      /may not write/,
    ],
    [
      "cannot see the chat",
      { ...hearing, getChat: refusal(400, "Bad Request: chat not found") },
      /does not show the chat/,
    ],
    [
      "was given a group's old number",
      { ...hearing, getChat: refusal(400, "Bad Request: migrated", { migrate_to_chat_id: -1005 }) },
      /now number -1005/,
    ],
  ])("says in plain words that it %s", async (_, answers, warning) => {
    const standing = await check({ chat: group }, answering(answers));
    expect(standing?.warnings).toEqual([
      { ru: expect.stringMatching(/\p{Script=Cyrillic}/u), en: expect.stringMatching(warning) },
    ]);
  });

  it("names the discussion group of a channel that was given in its place", async () => {
    const channel = { id: -1001, type: "channel", title: "Канал", linked_chat_id: Number(group) };
    const getChat = ({ chat_id }: { chat_id: string }) =>
      chat_id === "@demo_channel" ? channel : supergroup;
    const standing = await check({ chat: "@demo_channel" }, answering({ ...hearing, getChat }));
    expect(standing?.warnings).toMatchObject([{ en: expect.stringContaining("@demo_group") }]);
  });

  it("says that a channel has no comments", async () => {
    const getChat = { id: -1001, type: "channel", title: "Канал" };
    const standing = await check({ chat: "@demo_channel" }, answering({ ...hearing, getChat }));
    expect(standing?.warnings).toMatchObject([{ en: expect.stringContaining("no comments") }]);
  });

  it.each([
    ["is not connected any more", refusal(400, "Bad Request: business connection not found"), /disconnected/],
    ["may not reply", { id: "c", user: bot, is_enabled: true, rights: {} }, /does not let the bot reply/],
  ])("says that it %s, by a business account", async (_, getBusinessConnection, warning) => {
    const tools = answering({ ...hearing, getBusinessConnection });
    const standing = await check({ reads: "business", chat: "c" }, tools);
    expect(standing?.warnings).toMatchObject([{ en: expect.stringMatching(warning) }]);
  });

  it("reads the right to reply as versions before 9.0 told it", async () => {
    const getBusinessConnection = { id: "c", user: bot, is_enabled: true, can_reply: true };
    const standing = await check(
      { reads: "business", chat: "c" },
      answering({ ...hearing, getBusinessConnection }),
    );
    expect(standing?.warnings).toEqual([]);
  });

  it("says where the bot's messages go", async () => {
    const getWebhookInfo = { ...noHook, url: "https://other.example/hook" };
    const standing = await check({ reads: "private" }, answering({ ...hearing, getWebhookInfo }));
    expect(standing?.warnings).toMatchObject([{ en: expect.stringContaining("other.example") }]);
  });
});

describe("looking for chats", () => {
  const discover = (tools = bench.tools) => telegram.discover?.(bench.account, tools);

  it("offers the bot's own chats, the group it was put into and the account it was connected to", async () => {
    const places = (await discover())?.map(({ settings }) => telegram.place?.(settings));
    expect(places?.toSorted()).toEqual([group, "business", "private"]);
  });

  it("takes nothing from the next pull", async () => {
    const id = await bench.addMention("Демо");
    await discover();
    const feed = { sourceId: "s", settings: bench.settings, account: bench.account, inboxFrom: new Date(0) };
    expect((await telegram.pull?.(feed, null, bench.tools))?.found).toMatchObject([{ externalId: id }]);
  });

  it("offers a channel's discussion group, and says where the bot is missing", async () => {
    const channel = { id: -1001, type: "channel", title: "Канал", linked_chat_id: Number(group) };
    const added = {
      update_id: 1,
      my_chat_member: { chat: channel, new_chat_member: { status: "administrator" } },
    };
    const getChat = ({ chat_id }: { chat_id: string }) =>
      chat_id === "-1001" ? channel : refusal(400, "Bad Request: chat not found");
    const offers = await discover(answering({ getMe: bot, getUpdates: [added], getChat }));
    expect(offers?.[1]).toMatchObject({
      settings: { chat: group },
      warnings: [{ en: expect.stringContaining("put the bot there too") }],
    });
  });

  it("tells business accounts apart by their connections where there are several", async () => {
    const connected = (id: string, is_enabled = true) => ({
      ...{ update_id: 1, business_connection: { id, user: bot, is_enabled, rights: {} } },
    });
    const getUpdates = [connected("one"), connected("two"), connected("three"), connected("three", false)];
    const offers = await discover(answering({ getMe: bot, getUpdates }));
    expect(offers?.slice(1)).toMatchObject([
      {
        settings: { chat: "one" },
        warnings: [{ en: expect.stringContaining("does not let the bot reply") }],
      },
      { settings: { chat: "two" } },
    ]);
  });

  it("still offers the bot's own chats where a webhook takes the updates", async () => {
    await bench.call("setWebhook", { url: "https://other.example/hook" });
    expect(await discover()).toMatchObject([{ settings: { reads: "private" } }]);
  });
});

describe("a file", () => {
  const media = (url: string, tools = bench.tools) =>
    telegram.media?.({ kind: "image", url }, bench.account, tools);

  it("is brought without its address, which holds the token", async () => {
    const id = (await bench.addMention("Демо")).split(":").at(-1);
    const response = await media(`telegram-file:photo-${id}-320`);
    expect(response?.headers.get("content-type")).toBe("image/png");
    expect(response?.url).toBe("");
    const bytes = new Uint8Array((await response?.arrayBuffer()) ?? []);
    expect(bytes.subarray(1, 4)).toEqual(new TextEncoder().encode("PNG"));
  });

  it.each(["telegram-file:nothing", "https://api.telegram.org/file/bot1:a/photos/1.jpg"])(
    "is refused where it is none: %s",
    async (url) => {
      await expect(media(url)).rejects.toMatchObject({ code: "not-found" });
    },
  );

  it("tells no token where it cannot be reached", async () => {
    const http = () => Promise.reject(new TypeError("fetch failed"));
    const told = await media("telegram-file:photo-1-320", testTools({ http }))?.catch(
      (error: Error) => error.message,
    );
    expect(told).not.toContain(token);
  });
});
