import type { Cursor, Page } from "@otklik/core/connector";
import { afterEach, describe, expect, it } from "vitest";
import { idsOf, lastOf, walk } from "../../contracts/connector-bench.ts";
import { openVk, tokens, type VkBench } from "./bench.ts";

const benches: VkBench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});
async function opened(world: Parameters<typeof openVk>[0] = {}): Promise<VkBench> {
  const bench = await openVk({ posts: 0, ...world });
  benches.push(bench);
  return bench;
}
const all = (bench: VkBench, from: Cursor | null = null) => walk(bench, from);
const textsOf = ({ found }: { found: { text: string }[] }) => found.map(({ text }) => text).sort();
const minutes = (bench: VkBench, count: number) => {
  bench.clock.now = new Date(bench.clock.now.getTime() + count * 60_000);
};

describe("with a community token alone", () => {
  it("nothing old can be read, and what is new comes by Long Poll", async () => {
    const bench = await opened({ credentials: tokens.community });
    await bench.addMention("Демо: раньше.");
    const { next, found } = await all(bench);
    const id = await bench.addMention("Демо: теперь.");
    const later = await all(bench, next);
    expect(found).toEqual([]);
    expect(later.found).toMatchObject([
      { externalId: id, text: "Демо: теперь.", author: { name: "Контракт Демо" }, canReply: true },
    ]);
    expect(bench.asked).not.toContain("wall.get");
  });

  it("edits and removals come as well", async () => {
    const bench = await opened({ credentials: tokens.community });
    const id = await bench.addMention("Демо: до.");
    const { next } = await all(bench);
    await bench.editMention(id, "Демо: после.");
    const edited = await all(bench, next);
    await bench.removeMention?.(id);
    const removed = await all(bench, edited.next);
    expect(edited.found).toMatchObject([{ externalId: id, text: "Демо: после." }]);
    expect(removed.found).toMatchObject([{ externalId: id, removed: true }]);
  });

  it("says so when VK no longer keeps what happened meanwhile", async () => {
    const bench = await opened({ credentials: tokens.community });
    await bench.addMention("Демо: раньше.");
    const { next } = await all(bench);
    await bench.addMention("Демо: потерянное.");
    await bench.post("/__long-poll", { failed: 1 });
    const { pages, next: then } = await all(bench, next);
    const after = await all(bench, then);
    expect(pages.flatMap(({ page }) => page.unreadable)).toMatchObject([{ excerpt: "Long Poll" }]);
    expect(after.pages.flatMap(({ page }) => page.unreadable)).toEqual([]);
  });

  it("without the right to manage it says which key is missing", async () => {
    const bench = await opened({ credentials: { token: "demo-community-bare" } });
    await expect(all(bench)).rejects.toMatchObject({
      kind: "unauthorized",
      said: { ru: expect.stringContaining("сервисный ключ"), en: expect.stringContaining("service key") },
    });
  });
});

describe("Long Poll", () => {
  it("keeps no key in the cursor", async () => {
    const { next } = await all(await opened());
    expect(next).not.toMatch(/demo-key|lp\.vk/);
    expect(JSON.parse(next)).toMatchObject({ ts: "1" });
  });

  it.each([1, 3])("when events are lost (failed %i), the lists are read deeply again", async (failed) => {
    const bench = await opened();
    const id = await bench.addMention("Демо: до.");
    const { next } = await all(bench);
    await bench.editMention(id, "Демо: после.");
    const lost = failed === 1 ? next : next.replace('"ts":"2"', '"ts":"777"');
    await bench.post("/__long-poll", { failed: 1 });
    const { found } = await all(bench, lost);
    expect(lastOf(found, id)?.text).toBe("Демо: после.");
  });

  it("goes on after its key has been renewed", async () => {
    const bench = await opened();
    const { next } = await all(bench);
    await bench.post("/__long-poll", { failed: 2 });
    const id = await bench.addMention("Демо: новый ключ.");
    expect(idsOf((await all(bench, next)).found)).toContain(id);
  });

  it("is not asked while pushes are on", async () => {
    const bench = await opened();
    const { account, settings, connector, tools } = bench;
    const feed = { sourceId: "s", settings, account, inboxFrom: new Date(0), listening: true };
    const id = await bench.addMention("Демо: всё равно видно.");
    const page = (await connector.pull?.(feed, null, tools)) as Page;
    expect(idsOf(page.found)).toEqual([id]);
    expect(bench.asked).not.toContain("groups.getLongPollServer");
  });

  it("brings an answer of the owner's as the answer of what was asked, never as a mention", async () => {
    const bench = await opened();
    const id = await bench.addMention("Демо: вопрос.");
    const { next } = await all(bench);
    await bench.answerElsewhere(id, "Демо: ответ.");
    const { found, pages } = await all(bench, next);
    expect(idsOf(found)).toEqual([id]);
    expect(lastOf(found, id)?.ownerReply?.text).toBe("Демо: ответ.");
    expect(pages[0]?.page.receipts).toMatchObject([{ threadId: id, receipt: { state: "published" } }]);
  });
});

describe("the lists", () => {
  it.each([15, 212])(
    "go on when one post refuses its comments (error %i), and tell of it once",
    async (code) => {
      const bench = await opened({ posts: 24, credentials: { serviceKey: "demo-service-key" } });
      const { next } = await all(bench);
      const refusing = {
        ...bench,
        tools: {
          ...bench.tools,
          http: async (request: Request) => {
            const form = new URLSearchParams(await request.clone().text());
            const isRefused = request.url.endsWith("wall.getComments") && form.get("post_id") === "1001";
            return isRefused
              ? Response.json({ error: { error_code: code, error_msg: "no" } })
              : bench.tools.http(request);
          },
        },
      };
      await bench.add({ text: "Демо: там, где нельзя.", about: "post-1" });
      const readable = await bench.add({ text: "Демо: там, где можно.", about: "post-2" });
      const { found, pages } = await walk(refusing, next);
      expect(idsOf(found)).toContain(`wall-222333444_1002_${readable}`);
      expect(pages.flatMap(({ page }) => page.unreadable)).toMatchObject([{ excerpt: "1001" }]);
    },
  );

  it("are a fault when the very first of them is refused: then it is the key's", async () => {
    const bench = await opened({ posts: 24, credentials: { serviceKey: "demo-service-key" } });
    const tools = {
      ...bench.tools,
      http: async (request: Request) =>
        request.url.endsWith("wall.getComments")
          ? Response.json({ error: { error_code: 15, error_msg: "Access denied" } })
          : bench.tools.http(request),
    };
    await expect(walk({ ...bench, tools }, null)).rejects.toMatchObject({ kind: "unauthorized" });
  });

  it("are left in peace when nothing has changed: one request for them, two for events", async () => {
    const bench = await opened({ posts: 24 });
    const { next } = await all(bench);
    bench.asked.splice(0);
    minutes(bench, 5);
    await all(bench, next);
    expect(bench.asked).toEqual(["groups.getLongPollServer", "222333444", "wall.get"]);
  });

  it("are read where a comment is new, and nowhere else", async () => {
    const bench = await opened({ posts: 24, credentials: { serviceKey: "demo-service-key" } });
    const { next } = await all(bench);
    minutes(bench, 60 * 24 * 30);
    const quiet = await all(bench, next);
    bench.asked.splice(0);
    const id = await bench.addMention("Демо: одно новое.");
    expect(idsOf((await all(bench, quiet.next)).found)).toContain(id);
    expect(bench.asked.filter((method) => method === "wall.getComments").length).toBeLessThanOrEqual(3);
  });

  it("bring a whole thread, however long, and its first comment once, with its answer", async () => {
    const bench = await opened();
    const root = await bench.addMention("Демо: корень.");
    const number = root.split("_").at(-1) as string;
    const replies = Array.from({ length: 25 }, (_, at) => ({ text: `Демо: ветка ${at}.`, parentId: number }));
    await bench.post("/__posts", replies);
    await bench.answerElsewhere(root, "Демо: ответ под веткой.");
    const { found } = await all(bench);
    expect(found.filter(({ externalId }) => externalId === root)).toMatchObject([
      { ownerReply: { text: "Демо: ответ под веткой." } },
    ]);
    expect(found.filter(({ threadId }) => threadId === root)).toHaveLength(25);
  });

  it("bring an old comment of a topic with the answer that was given pages later", async () => {
    const bench = await opened({ part: "board" });
    const first = await bench.addMention("Демо: спросили давно.");
    for (let at = 0; at < 20; at++) await bench.addMention(`Демо: разговор ${at}.`);
    await bench.answerElsewhere(first, "Демо: ответили поздно.");
    const { found } = await all(bench);
    expect(found.filter(({ externalId }) => externalId === first)).toMatchObject([
      { ownerReply: { text: "Демо: ответили поздно." } },
    ]);
    expect(idsOf(found)).toHaveLength(21);
  });

  it("bring what a market item is called", async () => {
    const bench = await opened({ part: "market" });
    await bench.addMention("Демо: из чего?");
    expect((await all(bench)).found).toMatchObject([
      { product: { id: "501", sku: "ROM-250", name: "Кофе в зёрнах «Ромашка», 250 г" } },
    ]);
  });

  it("keep the communities' comments apart, whatever their numbers", async () => {
    const ids = await Promise.all(
      (["wall", "board", "market", "messages"] as const).map(async (part) => {
        const bench = await opened({ part });
        return bench.addMention("Демо: номер.");
      }),
    );
    expect(new Set(ids).size).toBe(4);
  });

  it("bring all four parts of a whole world, each word once a walk", async () => {
    for (const part of ["wall", "board", "market", "messages"] as const) {
      const bench = await opened({ part, posts: 90 });
      const { found } = await all(bench);
      expect(found.length, part).toBeGreaterThan(5);
      expect(found, part).toHaveLength(idsOf(found).length);
    }
  });

  it("ask no more than VK allows a token, paced by the connector's own limits", async () => {
    const bench = await opened({ posts: 60 });
    const bucketOf = (credentials: Record<string, string>) =>
      bench.connector.limits.bucketsOf?.({ id: "a", credentials });
    expect(bucketOf(tokens.community)).toMatchObject([{ requests: 20, seconds: 1 }]);
    expect(bucketOf(tokens.all)).toMatchObject([{ requests: 3, seconds: 1 }]);
    await bench.control({ unlimited: false });
    const paced = {
      ...bench,
      tools: {
        ...bench.tools,
        http: (request: Request) => {
          bench.clock.now = new Date(bench.clock.now.getTime() + 334);
          return bench.tools.http(request);
        },
      },
    };
    expect((await walk(paced, null)).found.length).toBeGreaterThan(10);
  });
});

it("reads in its own pages what the usual ones bring", async () => {
  const { vk } = await import("@otklik/connectors/vk/index");
  const bench = await opened({ posts: 60 });
  const small = await all(bench);
  const usual = await all(bench.with({ connector: vk }));
  expect(textsOf(usual)).toEqual(textsOf(small));
});
