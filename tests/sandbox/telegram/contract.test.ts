// The simulator, and the connector's requests, against the Bot API's own description.
import { telegram } from "@otklik/connectors/telegram/index";
import { Settings } from "@otklik/connectors/telegram/settings";
import type { Tools } from "@otklik/core/connector";
import { refTo } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { group, openTelegram, type TelegramBench } from "../../connectors/telegram/bench.ts";
import { botApi, isThere, why } from "./bot-api.ts";

const Answered = z.object({ ok: z.literal(true), result: z.unknown() });
const Refused = z.strictObject({
  ok: z.literal(false),
  error_code: z.int(),
  description: z.string(),
  parameters: z.strictObject({ retry_after: z.int() }).optional(),
});

describe.skipIf(!isThere)(`The Bot API's description${why}`, () => {
  const spec = isThere ? botApi() : null;
  let bench: TelegramBench;
  beforeEach(async () => {
    bench = await openTelegram({ posts: 20, today: 2 });
  });
  afterEach(() => bench.close());

  const errorsOf = (method: string, result: unknown) => {
    const validate = spec?.result(method);
    return validate?.(result) ? [] : validate?.errors;
  };
  const resultOf = async (method: string, parameters: unknown = {}) =>
    Answered.parse(await bench.call(method, parameters)).result;

  it.each([
    ["getMe", {}],
    ["getUpdates", { limit: 100 }],
    ["getWebhookInfo", {}],
    ["getChat", { chat_id: group }],
    ["getChat", { chat_id: "@romashka_zerno_demo" }],
    ["getChatMember", { chat_id: group, user_id: 990000001 }],
    ["getBusinessConnection", { business_connection_id: "demo-business-connection" }],
    ["setWebhook", { url: "https://otklik.example/hook", secret_token: "secret" }],
    ["deleteWebhook", {}],
  ])("has the types that the simulator gives for %s", async (method, parameters) => {
    expect(errorsOf(method, await resultOf(method, parameters))).toEqual([]);
  });

  it("has the types of every update that can come, of each kind", async () => {
    const id = (await bench.addMention("Демо")).split(":").at(-1);
    await bench.post("/__edit", { id, text: "Иначе" });
    await bench.post("/__answer", { id, text: "Спасибо" });
    await bench.post("/__posts", [
      { text: "С фото", photos: 1 },
      { text: "Ответ", parentId: id },
    ]);
    const added = await bench.post("/business/__posts", [{ text: "Лично" }]);
    const [chat] = ((await added.json()) as { ids: string[] }).ids;
    await bench.post("/business/__edit", { id: chat, text: "Иначе" });
    await bench.post("/business/__answer", { id: chat, text: "Да" });
    await bench.post("/business/__remove", { id: chat });
    const updates = z.array(z.record(z.string(), z.unknown())).parse(await resultOf("getUpdates"));
    expect(errorsOf("getUpdates", updates)).toEqual([]);
    const kinds = new Set(updates.flatMap((update) => Object.keys(update)));
    expect([...kinds].sort()).toEqual([
      ...["business_connection", "business_message", "deleted_business_messages", "edited_business_message"],
      ...["edited_message", "message", "my_chat_member", "update_id"],
    ]);
  });

  it("has the types of what is sent, changed and brought", async () => {
    const reply_parameters = { message_id: Number((await bench.addMention("Демо")).split(":").at(-1)) };
    const sent = await resultOf("sendMessage", { chat_id: group, text: "Спасибо", reply_parameters });
    expect(errorsOf("sendMessage", sent)).toEqual([]);
    const { message_id } = z.object({ message_id: z.int() }).parse(sent);
    const edited = await resultOf("editMessageText", { chat_id: group, message_id, text: "Исправим" });
    expect(errorsOf("editMessageText", edited)).toEqual([]);
    const file_id = `photo-${reply_parameters.message_id}-320`;
    expect(errorsOf("getFile", await resultOf("getFile", { file_id }))).toEqual([]);
  });

  it("has the types of what is sent in a business account's name", async () => {
    const added = await bench.post("/business/__posts", [{ text: "Лично" }]);
    const [post] = ((await added.json()) as { ids: string[] }).ids;
    const updates = z.array(
      z.looseObject({ business_message: z.looseObject({ chat: z.looseObject({ id: z.int() }) }).optional() }),
    );
    const chat = updates.parse(await resultOf("getUpdates")).at(-1)?.business_message?.chat.id;
    const sent = await resultOf("sendMessage", {
      ...{ chat_id: chat, text: "Да", business_connection_id: "demo-business-connection" },
      reply_parameters: { message_id: Number(post) },
    });
    expect(errorsOf("sendMessage", sent)).toEqual([]);
  });

  it("names every parameter that the connector sends", async () => {
    const asked: { method: string; parameters: unknown }[] = [];
    const tools: Tools = {
      ...bench.tools,
      async http(request) {
        const method = request.url.split("/").at(-1) ?? "";
        if (request.method === "POST") asked.push({ method, parameters: await request.clone().json() });
        return bench.tools.http(request);
      },
    };
    const { account, settings } = bench;
    const feed = { sourceId: "s", settings, account, inboxFrom: new Date(0) };
    await telegram.check?.(account, settings, tools);
    await telegram.check?.(
      account,
      Settings.parse({ reads: "business", chat: "demo-business-connection" }),
      tools,
    );
    await telegram.discover?.(account, tools);
    const mention = (await telegram.pull?.(feed, null, tools))?.found.at(-1);
    if (!mention) throw new Error("Somebody has spoken today.");
    const answer = { account, settings, mention: refTo(mention), text: "Спасибо", once: "once" };
    const standing = { ...(await telegram.reply?.(answer, tools)), text: "" } as {
      externalId: string;
      text: string;
    };
    await telegram.edit?.({ ...answer, text: "Исправим", standing }, tools);
    const sources = [{ sourceId: "s", settings }];
    await telegram.listen?.({ account, sources, secret: "s", url: "https://otklik.example/hook" }, tools);
    const wrong = asked.filter(({ method, parameters }) => !spec?.parameters(method)(parameters));
    expect(wrong).toEqual([]);
    expect(new Set(asked.map(({ method }) => method)).size).toBeGreaterThan(6);
  });
});

describe("The simulated Bot API refuses", () => {
  let bench: TelegramBench;
  beforeEach(async () => {
    bench = await openTelegram({ posts: 0, today: 0 });
  });
  afterEach(() => bench.close());

  it.each([
    ["a method that there is not", "getReviews", {}, 404],
    ["a chat that there is not", "getChat", { chat_id: "@nobody_demo" }, 400],
    ["an answer without words", "sendMessage", { chat_id: group, text: " " }, 400],
    ["an answer that is too long", "sendMessage", { chat_id: group, text: "а".repeat(4097) }, 400],
    [
      "an answer to nothing",
      "sendMessage",
      { chat_id: group, text: "Да", reply_parameters: { message_id: 9 ** 9 } },
      400,
    ],
    ["an answer without a chat", "sendMessage", { text: "Да" }, 400],
    [
      "an answer by a stranger's connection",
      "sendMessage",
      { chat_id: 5, text: "Да", business_connection_id: "x" },
      400,
    ],
    ["a change of what it never said", "editMessageText", { chat_id: group, message_id: 5, text: "Да" }, 400],
    ["a file that there is not", "getFile", { file_id: "x" }, 400],
    ["pushes without HTTPS", "setWebhook", { url: "http://otklik.example/hook" }, 400],
    ["a secret of other letters", "setWebhook", { url: "https://otklik.example", secret_token: "ключ" }, 400],
  ])("%s", async (_, method, parameters, code) => {
    expect(Refused.parse(await bench.call(method, parameters)).error_code).toBe(code);
  });

  it("to be asked for updates while it pushes them", async () => {
    await bench.call("setWebhook", { url: "https://otklik.example/hook" });
    expect(await bench.call("getUpdates")).toMatchObject({ ok: false, error_code: 409 });
  });

  it("a second answer in the same chat within the second, telling when it may come", async () => {
    await bench.control({ unlimited: false });
    const send = () => bench.call("sendMessage", { chat_id: group, text: "Да" });
    const answers = [await send(), await send(), await send(), await send()];
    expect(Refused.parse(answers[3])).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
  });

  it("what waited for longer than a day", async () => {
    await bench.addMention("Демо");
    bench.clock.now = new Date(bench.clock.now.getTime() + 25 * 3_600_000);
    expect(await bench.call("getUpdates")).toEqual({ ok: true, result: [] });
  });
});
