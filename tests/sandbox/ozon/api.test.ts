import { join } from "node:path";
import { ozon } from "@otklik/sandbox/ozon/ozon";
import { openState } from "@otklik/sandbox/state";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type OzonBench, openOzon } from "../../connectors/ozon/bench.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

describe("the simulator of Ozon", () => {
  let bench: OzonBench;
  beforeEach(async () => {
    bench = await openOzon({ posts: 60, chats: 8, moderationMs: 60_000 });
  });
  afterEach(() => bench.close());
  const ask = async (path: string, body: unknown, key?: string) => {
    const response = await bench.call(path, body, key);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const reviews = async (asked: object) =>
    (await ask("/v2/review/list", { limit: 20, ...asked })).body as {
      reviews: { id: string; published_at: string }[];
      has_next: boolean;
      last_id: string;
    };

  it("goes on behind the last id, newest first or oldest first", async () => {
    const first = await reviews({ sort_dir: "DESC" });
    const second = await reviews({ sort_dir: "DESC", last_id: first.last_id });
    const times = [...first.reviews, ...second.reviews].map(({ published_at }) => published_at);
    expect(first.has_next).toBe(true);
    expect(times).toEqual(times.toSorted().reverse());
    expect((await reviews({ sort_dir: "ASC" })).reviews[0]?.published_at).not.toBe(times[0]);
  });

  it("keeps to the days that were asked for", async () => {
    const filters = { published_from: "2026-11-01T00:00:00Z", published_to: "2026-11-08T00:00:00Z" };
    const found = (await reviews({ limit: 100, filters })).reviews.map(({ published_at }) => published_at);
    expect(found.length).toBeGreaterThan(1);
    expect(found.every((at) => at >= "2026-11-01" && at <= "2026-11-08T00:00:00Z")).toBe(true);
  });

  it.each([19, 101])("refuses a page of %i before it looks at the plan", async (limit) => {
    expect(await ask("/v2/review/list", { limit }, "demo-noreviews")).toMatchObject({
      status: 400,
      body: { code: 3, message: expect.stringContaining("Request validation error") },
    });
  });

  it("tells of a missing plan and of a bad key with one status and one code", async () => {
    const plan = await ask("/v2/review/list", { limit: 20 }, "demo-noreviews");
    const key = await ask("/v2/review/list", { limit: 20 }, "expired-key");
    expect([plan.status, plan.body.code, key.status, key.body.code]).toEqual([403, 7, 403, 7]);
    expect(plan.body.message).toContain("not available with existing subscription");
    expect((await ask("/v1/roles", {}, "demo-noreviews")).status).toBe(200);
  });

  it("shows a comment once it has passed moderation, and never one that has not", async () => {
    const id = await bench.addMention("Демо");
    const comments = async () =>
      (await ask("/v1/review/comment/list", { review_id: id, limit: 20 })).body.comments;
    await ask("/v1/review/comment/create", { review_id: id, text: "Спасибо!" });
    await ask("/v1/review/comment/create", { review_id: id, text: "Пишите на demo@example.com" });
    expect(await comments()).toEqual([]);
    bench.clock.now = new Date(bench.clock.now.getTime() + 61_000);
    expect(await comments()).toEqual([expect.objectContaining({ text: "Спасибо!", is_owner: true })]);
  });

  it("marks a review as processed only where it was asked to", async () => {
    const id = await bench.addMention("Демо");
    const status = async () => (await ask("/v2/review/info", { review_id: id })).body.status;
    await ask("/v1/review/comment/create", { review_id: id, text: "Спасибо!" });
    expect(await status()).toBe("NEW");
    await ask("/v1/review/comment/create", {
      review_id: id,
      text: "Ещё раз",
      mark_review_as_processed: true,
    });
    expect(await status()).toBe("PROCESSED");
  });

  it("deletes a comment", async () => {
    const id = await bench.addMention("Демо");
    const { body } = await ask("/v1/review/comment/create", { review_id: id, text: "Спасибо!" });
    expect((await ask("/v1/review/comment/delete", body)).status).toBe(200);
    expect((await ask("/v1/review/comment/delete", body)).status).toBe(404);
  });

  it("writes the ids of messages as numbers past 2^53", async () => {
    const text = await (await bench.call("/v3/chat/list", { limit: 5 })).text();
    expect(text).toMatch(/"last_message_id":3000000000118\d{6},/);
  });

  it("reads a chat back from a message whose id is past 2^53", async () => {
    const list = await (await bench.call("/v3/chat/list", { limit: 1 })).text();
    const [, chat] = /"chat_id":"([^"]+)"/.exec(list) ?? [];
    const [, last] = /"last_message_id":(\d+)/.exec(list) ?? [];
    const history = await bench.call("/v3/chat/history", { chat_id: chat, limit: 1, from_message_id: last });
    expect(await history.text()).toContain(`"message_id":${last}`);
  });

  it("closes a chat 48 hours after the buyer's last message", async () => {
    const id = await bench.say({ text: "Есть кто?" }, "/chats");
    const list = (await ask("/v3/chat/list", { limit: 1 })).body as {
      chats: { chat: { chat_id: string } }[];
    };
    const message = { chat_id: list.chats[0]?.chat.chat_id, text: "Да." };
    expect((await ask("/v1/chat/send/message", message)).body).toEqual({ result: "success" });
    bench.clock.now = new Date(bench.clock.now.getTime() + 49 * 3_600_000);
    expect((await ask("/v1/chat/send/message", message)).status).toBe(403);
    expect(await bench.publishedTexts(id)).toEqual(["Да."]);
  });

  it("lets fifty requests through in a second, and the next ones later", async () => {
    await bench.control({ reset: true });
    const statuses: number[] = [];
    for (let n = 0; n < 52; n++) statuses.push((await ask("/v1/review/count", {})).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    bench.clock.now = new Date(bench.clock.now.getTime() + 1000);
    expect((await ask("/v1/review/count", {})).status).toBe(200);
  });

  it("answers what it does not know in plain text", async () => {
    const response = await bench.call("/v3/review/list", {});
    expect([response.status, await response.text()]).toEqual([404, "404 page not found\n"]);
  });

  it("remembers everything across its own restart", async () => {
    const file = join(temporaryFolder(), "sandbox.sqlite");
    const opened = () => {
      const state = openState(file);
      const app = ozon({ posts: 30, arrivalEveryMs: 0 }).open({
        state: state.of("/ozon"),
        now: () => new Date(),
      });
      const posts = async () => (await app.request("/__posts")).text();
      return { app, posts, close: () => state.close() };
    };
    const first = opened();
    const before = await first.posts();
    const [id] = (JSON.parse(before) as { posts: { id: string }[] }).posts.map((post) => post.id);
    await first.app.request("/__answer", { method: "POST", body: JSON.stringify({ id, text: "Спасибо!" }) });
    const after = await first.posts();
    first.close();
    const second = opened();
    expect(await second.posts()).toBe(after);
    second.close();
  });

  it("holds at least 300 posts of 60 days in the demo", async () => {
    const demo = await openOzon({ posts: 340 });
    const { posts } = (await (
      await demo.tools.http(new Request(`${demo.account.credentials.address}/__posts`))
    ).json()) as { posts: { kind: string; text: string; at: string }[] };
    expect(posts.length).toBeGreaterThan(320);
    expect(new Set(posts.map(({ kind }) => kind))).toEqual(new Set(["review", "question", "comment"]));
    const span = Date.parse(posts.at(-1)?.at ?? "") - Date.parse(posts[0]?.at ?? "");
    expect(span / 86_400_000).toBeGreaterThan(50);
    await demo.close();
  });
});
