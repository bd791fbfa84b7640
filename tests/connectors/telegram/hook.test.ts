import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { telegram } from "@otklik/connectors/telegram/index";
import type { Hook } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { group, openTelegram, type TelegramBench } from "./bench.ts";

let bench: TelegramBench;
beforeEach(async () => {
  bench = await openTelegram({ posts: 0, today: 0 });
});
afterEach(() => bench.close());

const secret = "demo-hook-secret";
const hookAt = (url = "https://otklik.example/push"): Hook<never> => ({
  ...{ account: bench.account, secret, url },
  sources: [{ sourceId: "source-demo", settings: bench.settings as never }],
});
const receive = (request: Request) => telegram.receive?.(request, hookAt() as never, bench.tools);

describe("a push of Telegram's", () => {
  it("brings what was said, and is answered with success", async () => {
    const id = await bench.addMention("Демо");
    const told = await receive(await bench.push(id));
    expect(told).toMatchObject({
      ...{ answer: { status: 200 }, unreadable: [] },
      found: [{ externalId: id, text: "Демо", place: group }],
    });
  });

  it("means the same when it comes twice", async () => {
    const id = await bench.addMention("Демо");
    const [once, again] = [await receive(await bench.push(id)), await receive(await bench.push(id))];
    expect(again).toEqual(once);
  });

  it.each([["another's secret"], [""], [null]])(
    "is refused before it is read with the secret %j",
    async (given) => {
      const headers = given === null ? {} : { "X-Telegram-Bot-Api-Secret-Token": given };
      const request = new Request("https://otklik.example/push", { method: "POST", body: "{", headers });
      await expect(receive(request)).rejects.toMatchObject({ code: "forbidden" });
      expect(request.bodyUsed).toBe(false);
    },
  );

  it.each(["{", "[]", '"ok"', '{"update_id":1,"message":{"message_id":1}}'])(
    "that cannot be read, like %s, is kept, and not sent again and again",
    async (body) => {
      const headers = { "X-Telegram-Bot-Api-Secret-Token": secret };
      const told = await receive(
        new Request("https://otklik.example/push", { method: "POST", body, headers }),
      );
      expect(told).toMatchObject({
        answer: { status: 200 },
        found: [],
        unreadable: [{ excerpt: expect.any(String) }],
      });
    },
  );

  it("tells that the bot was taken out of a chat", async () => {
    const chat = { id: Number(group), type: "supergroup", title: "Демо" };
    const body = JSON.stringify({
      update_id: 1,
      my_chat_member: { chat, new_chat_member: { status: "left" } },
    });
    const headers = { "X-Telegram-Bot-Api-Secret-Token": secret };
    const told = await receive(new Request("https://otklik.example/push", { method: "POST", body, headers }));
    expect(told?.unreadable).toMatchObject([{ why: { ru: expect.stringContaining("Бота убрали") } }]);
  });
});

describe("switching pushes on", () => {
  let server: Server;
  let url: string;
  const pushed: { body: string; secret: unknown }[] = [];
  beforeEach(async () => {
    pushed.length = 0;
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = await Array.fromAsync(request);
      pushed.push({
        ...{
          body: Buffer.concat(chunks).toString(),
          secret: request.headers["x-telegram-bot-api-secret-token"],
        },
      });
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/push`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it("brings what waited and what comes, each with our secret, in a form that is read like any other", async () => {
    await bench.addMention("Ждало");
    await telegram.listen?.(hookAt(url) as never, bench.tools);
    await bench.addMention("Пришло");
    const requests = pushed.map(
      ({ body }) =>
        new Request(url, { method: "POST", body, headers: { "X-Telegram-Bot-Api-Secret-Token": secret } }),
    );
    const found = (await Promise.all(requests.map(receive))).flatMap((told) => told?.found ?? []);
    expect(found.map(({ text }) => text)).toEqual(["Ждало", "Пришло"]);
    expect(new Set(pushed.map((one) => one.secret))).toEqual(new Set([secret]));
  });

  it("may be done again", async () => {
    await telegram.listen?.(hookAt(url) as never, bench.tools);
    await expect(telegram.listen?.(hookAt(url) as never, bench.tools)).resolves.toBeUndefined();
  });
});
