import { telegram } from "@otklik/connectors/telegram/index";
import type { Answer, Tools } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testTools } from "../../support/tools.ts";
import { group, openTelegram, refusal, type TelegramBench } from "./bench.ts";

let bench: TelegramBench;
beforeEach(async () => {
  bench = await openTelegram({ posts: 0, today: 0 });
});
afterEach(() => bench.close());

const answerTo = (externalId: string, more: Partial<Answer> & { threadId?: string } = {}): Answer => ({
  ...{ account: bench.account, settings: bench.settings, text: "Спасибо!", once: "once-demo" },
  ...more,
  mention: { externalId, kind: "comment", ...more.mention },
});
const reply = (answer: Answer, tools = bench.tools) => telegram.reply?.(answer, tools);
const edit = (answer: Answer) => telegram.edit?.(answer, bench.tools);

/** Tools that answer each request so, and remember what was asked. */
function listening(response: () => Response): { tools: Tools; asked: () => Promise<unknown> } {
  const requests: Request[] = [];
  const http = async (request: Request) => {
    requests.push(request.clone());
    return response();
  };
  return { tools: testTools({ http }), asked: async () => requests[0]?.json() };
}
const done = () => Response.json({ ok: true, result: { message_id: 9, chat: { id: -5, type: "group" } } });

describe("answering on Telegram", () => {
  it("tells the number of what was sent, by which it can be changed", async () => {
    const answer = answerTo(await bench.addMention("Демо"));
    const receipt = await reply(answer);
    expect(receipt).toEqual({ state: "published", externalId: expect.stringMatching(`^${group}:\\d+$`) });
    const standing = { externalId: (receipt as { externalId: string }).externalId, text: answer.text };
    expect(await edit({ ...answer, text: "Спасибо, исправим.", standing })).toEqual(receipt);
    expect(await edit({ ...answer, text: "Спасибо, исправим.", standing })).toEqual(receipt);
  });

  it("cannot change a reply whose number it was never told", async () => {
    const answer = answerTo(await bench.addMention("Демо"));
    expect(await edit(answer)).toMatchObject({
      state: "rejected",
      why: { en: expect.stringMatching(/did not tell/) },
    });
  });

  it("asks for an answer to this very message, and to none where it is gone", async () => {
    const { tools, asked } = listening(done);
    await reply(answerTo("-5:7"), tools);
    expect(await asked()).toEqual({
      ...{ chat_id: -5, text: "Спасибо!" },
      reply_parameters: { message_id: 7, allow_sending_without_reply: false },
    });
  });

  it("answers in a business account's name", async () => {
    const { tools, asked } = listening(done);
    const mention = { externalId: "conn:1:5000000001:7", kind: "message" as const };
    const receipt = await reply(answerTo("conn:1:5000000001:7", { mention }), tools);
    expect(await asked()).toMatchObject({ chat_id: 5_000_000_001, business_connection_id: "conn:1" });
    expect(receipt).toEqual({ state: "published", externalId: "conn:1:-5:9" });
  });

  it("answers a customer's direct message to a channel in their own topic", async () => {
    const { tools, asked } = listening(done);
    await reply(
      answerTo("-100777:7", {
        mention: { externalId: "-100777:7", kind: "comment", threadId: "-100777:topic:3" },
      }),
      tools,
    );
    expect(await asked()).toMatchObject({ direct_messages_topic_id: 3 });
  });

  it("tells that the message is gone", async () => {
    expect(await reply(answerTo(`${group}:987654`))).toEqual({
      state: "rejected",
      why: { ru: expect.stringContaining("больше нет"), en: expect.stringContaining("no longer") },
    });
  });

  it.each([
    [403, "Forbidden: bot was blocked by the user", /blocked the bot/],
    [403, "Forbidden: user is deactivated", /deleted their/],
    [403, "Forbidden: bot was kicked from the supergroup chat", /may not write/],
    [400, "Bad Request: message is too long", /4,096/],
    [400, "Bad Request: BUSINESS_PEER_USAGE_MISSING", /a day has passed/],
    [400, "Bad Request: something new", /something new/],
  ])("is told in plain words when Telegram says %i %s", async (code, said, why) => {
    const { tools } = listening(() => refusal(code, said));
    expect(await reply(answerTo("-5:7"), tools)).toMatchObject({
      state: "rejected",
      why: { ru: expect.stringMatching(/./), en: expect.stringMatching(why) },
    });
  });

  it("is told where a group goes on that became a supergroup", async () => {
    const migrated = () =>
      refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
        migrate_to_chat_id: -1005,
      });
    const { tools } = listening(migrated);
    expect(await reply(answerTo("-5:7"), tools)).toMatchObject({
      why: { en: expect.stringMatching("-1005") },
    });
  });

  it("waits as long as the answer's body says", async () => {
    const { tools } = listening(() => refusal(429, "Too Many Requests: retry after 14", { retry_after: 14 }));
    const retryAt = new Date(tools.now().getTime() + 14_000);
    await expect(reply(answerTo("-5:7"), tools)).rejects.toMatchObject({ kind: "throttled", retryAt });
  });

  it.each([
    ["broke on its way back", () => Promise.reject(new TypeError("fetch failed"))],
    ["was a gateway's page", async () => new Response("<html></html>", { status: 502 })],
    ["was no JSON", async () => new Response("<html></html>")],
    ["came too late", async () => refusal(504, "Gateway Timeout")],
  ])("does not know the outcome when the answer %s, and sends nothing more", async (_, http) => {
    let sent = 0;
    const counting = (): Promise<Response> => {
      sent++;
      return http();
    };
    expect(await reply(answerTo("-5:7"), testTools({ http: counting }))).toEqual({ state: "unknown" });
    expect(sent).toBe(1);
  });

  it("says that a repeat could publish twice, since a bot is not shown what it has said", () => {
    expect(telegram.limits.reply?.once).toBe("none");
    expect(telegram.receipt).toBeUndefined();
  });
});
