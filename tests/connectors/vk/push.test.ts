import type { Hook, Received } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lastOf, walk } from "../../contracts/connector-bench.ts";
import { community, openVk, tokens, type VkBench } from "./bench.ts";

let bench: VkBench;
beforeEach(async () => {
  bench = await openVk({ posts: 0 });
});
afterEach(() => bench.close());

const received = async (at: VkBench, request: Request, hook: Hook<never> | VkBench["hook"] = at.hook) =>
  (await at.connector.receive?.(request, hook as never, at.tools)) as Received;
const posted = (body: unknown) =>
  new Request("https://otklik.example/hook/vk", { method: "POST", body: JSON.stringify(body) });
const confirmation = (secret?: string) => ({
  type: "confirmation",
  group_id: Number(community),
  event_id: "c",
  v: "5.199",
  secret,
});

describe("a push of VK's", () => {
  it("is refused without the right secret, before anything is asked", async () => {
    const id = await bench.addMention("Демо: секрет.");
    const honest = JSON.parse(await (await bench.push(id)).text()) as Record<string, unknown>;
    for (const secret of [undefined, "", "other", 7, { length: 16 }])
      await expect(received(bench, posted({ ...honest, secret }))).rejects.toMatchObject({
        code: "forbidden",
      });
    expect(bench.asked).toEqual([]);
  });

  it.each(["", "[]", "null", "{", "<html>"])("is refused as the body %j", async (body) => {
    const request = new Request("https://otklik.example/hook/vk", { method: "POST", body });
    await expect(received(bench, request)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is refused where no secret was agreed on, rather than taken from anybody", async () => {
    const id = await bench.addMention("Демо: без секрета.");
    const honest = JSON.parse(await (await bench.push(id)).text()) as Record<string, unknown>;
    const request = posted({ ...honest, secret: "" });
    await expect(received(bench, request, { ...bench.hook, secret: "" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("that asks for confirmation is answered with the community's code alone", async () => {
    const { answer, found } = await received(bench, posted(confirmation(bench.hook.secret)));
    expect(answer).toMatchObject({ status: 200, body: "demo1c0de" });
    expect(found).toEqual([]);
  });

  it.each(["wall", "board", "market", "messages"] as const)(
    "brings what was written in the %s, as the list does",
    async (part) => {
      const here = await openVk({ posts: 0, part });
      const id = await here.addMention("Демо: по событию.");
      const { answer, found } = await received(here, await here.push(id));
      const listed = lastOf((await walk(here, null)).found, id);
      expect(answer).toMatchObject({ status: 200, body: "ok" });
      const { place, product: _, ...mention } = found[0] ?? {};
      const { product: __, ...same } = listed ?? {};
      expect(place).toBe(`${community}/${part}`);
      expect(mention).toEqual(same);
      await here.close();
    },
  );

  it("brings the same when it comes twice", async () => {
    const id = await bench.addMention("Демо: дважды.");
    const [once, again] = [
      await received(bench, await bench.push(id)),
      await received(bench, await bench.push(id)),
    ];
    expect(again.found).toEqual(once.found);
  });

  it("of an edit brings the new words under the old id", async () => {
    const id = await bench.addMention("Демо: до.");
    await bench.editMention(id, "Демо: после.");
    const { found } = await received(bench, await bench.push(id));
    expect(found).toMatchObject([{ externalId: id, text: "Демо: после.", editedAt: bench.clock.now }]);
  });

  it("of a removal takes it away", async () => {
    const id = await bench.addMention("Демо: исчезнет.");
    await bench.removeMention?.(id);
    const { found } = await received(bench, await bench.push(id));
    expect(found).toMatchObject([{ externalId: id, removed: true, canReply: false }]);
  });

  it("of the community's own words is no mention: it tells of the reply, and that the list is to be looked at", async () => {
    const id = await bench.addMention("Демо: спросил.");
    await bench.answerElsewhere(id, "Демо: ответ из кабинета.");
    const { found, receipts, pull } = await received(bench, await bench.push(id));
    expect(found).toEqual([]);
    expect(receipts).toMatchObject([
      { threadId: id, receipt: { state: "published" }, place: `${community}/wall` },
    ]);
    expect(pull).toEqual([`${community}/wall`]);
  });

  it("of a part that nobody reads brings nothing", async () => {
    const id = await bench.addMention("Демо: не нам.");
    const sources = [{ sourceId: "s", settings: { community, part: "board" as const } }];
    const { answer, found } = await received(bench, await bench.push(id), { ...bench.hook, sources });
    expect([answer.body, found]).toEqual(["ok", []]);
  });

  it("that does not say what a comment belongs to is left to the list, and kept where there is none", async () => {
    const hook = {
      ...bench.hook,
      sources: [{ sourceId: "s", settings: { community, part: "market" as const } }],
    };
    const object = { id: 12, from_id: 1001, date: 1_760_000_000, text: "Есть размер M?" };
    const event = {
      type: "market_comment_new",
      group_id: Number(community),
      event_id: "e",
      v: "5.199",
      secret: hook.secret,
      object,
    };
    const listed = await received(bench, posted(event), hook);
    const poor = bench.with({ credentials: tokens.community });
    const kept = await received(poor, posted(event), { ...hook, account: poor.account });
    expect([listed.pull, listed.unreadable]).toEqual([[`${community}/market`], []]);
    expect([kept.pull, kept.unreadable.length]).toEqual([[], 1]);
  });

  it("of a kind that we did not ask for is thanked for", async () => {
    const event = {
      type: "group_join",
      group_id: Number(community),
      event_id: "e",
      secret: bench.hook.secret,
      object: {},
    };
    expect(await received(bench, posted(event))).toMatchObject({
      answer: { body: "ok" },
      found: [],
      unreadable: [],
    });
  });

  it("comes through without a name when VK does not tell it just now", async () => {
    const id = await bench.addMention("Демо: безымянно.");
    const request = await bench.push(id);
    await bench.control({ fail: 1 });
    expect((await received(bench, request)).found).toMatchObject([{ externalId: id, author: {} }]);
  });
});

describe("listening", () => {
  const servers = async () => {
    const body = new URLSearchParams({ group_id: community, v: "5.199", access_token: tokens.all.token });
    const url = `${bench.account.credentials.address}/api.vk.com/method/groups.getCallbackServers`;
    const answer = await bench.tools.http(new Request(url, { method: "POST", body }));
    return ((await answer.json()) as { response: { items: { url: string; secret_key: string }[] } }).response
      .items;
  };

  it("makes our address known once, however often it is called, with a secret that VK takes", async () => {
    const hook = { ...bench.hook, secret: "s".repeat(90), url: "http://127.0.0.1:1/hook" };
    await bench.connector.listen?.(hook, bench.tools);
    await bench.connector.listen?.(hook, bench.tools);
    expect(await servers()).toMatchObject([{ url: hook.url, secret_key: "s".repeat(50) }]);
  });

  it("says which server to remove when the community has ten", async () => {
    for (let at = 0; at < 10; at++)
      await bench.connector.listen?.({ ...bench.hook, url: `http://127.0.0.1:1/${at}` }, bench.tools);
    await expect(bench.connector.listen?.(bench.hook, bench.tools)).rejects.toMatchObject({
      code: "conflict",
      said: { ru: expect.stringContaining("10 серверов"), en: expect.stringContaining("10 Callback") },
    });
  });
});
