import { describe, expect, it } from "vitest";
import { openToy } from "./toy.ts";

const list = "/api/posts";

async function withPost() {
  const toy = openToy({ posts: 0 });
  await toy.control({ unlimited: true });
  const added = await toy.post("/__posts", [{ text: "Вкусно" }]);
  const { ids } = (await added.json()) as { ids: [string] };
  const answer = () => toy.post("/api/answer", { id: ids[0], text: "Спасибо!" });
  const journal = async () =>
    (await (await toy.call("/__journal")).json()) as { entries: unknown[]; repeated: unknown[] };
  return { toy, id: ids[0], answer, journal };
}

describe("the gate before a network's API", () => {
  it("finds the token in a header, in the address or in a form, and leaves the form to be read", async () => {
    const { toy } = await withPost();
    const bare = { headers: {} };
    expect((await toy.call(list, bare)).status).toBe(401);
    expect((await toy.call(list)).status).toBe(200);
    expect((await toy.call(`${list}?token=t`, bare)).status).toBe(200);
    const form = { method: "POST", body: new URLSearchParams({ token: "t", text: "привет" }), headers: {} };
    expect(await (await toy.call("/api/form", form)).json()).toEqual({ token: "t", text: "привет" });
  });

  it("refuses one request too many in the network's own words, and lets it through when the time has come", async () => {
    const toy = openToy({ posts: 0 });
    const left = async () => (await toy.call(list)).headers.get("X-Left");
    expect([await left(), await left(), await left()]).toEqual(["2", "1", "0"]);
    const refused = await toy.call(list);
    expect([refused.status, await refused.json()]).toEqual([200, { error: 6, retrySeconds: 1 }]);
    toy.move(1000);
    expect(await left()).toBe("0");
  });

  it("counts each token apart", async () => {
    const toy = openToy({ posts: 0 });
    const left = async (token: string) =>
      (await toy.call(list, { headers: { Authorization: `Bearer ${token}` } })).headers.get("X-Left");
    expect([await left("a"), await left("a"), await left("b")]).toEqual(["2", "1", "2"]);
  });
});

describe("misbehaviour to order", () => {
  it("throttles so many requests", async () => {
    const { toy } = await withPost();
    await toy.control({ throttle: 1, throttleRetry: 7 });
    expect(await (await toy.call(list)).json()).toEqual({ error: 6, retrySeconds: 7 });
    await toy.control({ throttle: 1, throttleRetry: null });
    expect(await (await toy.call(list)).json()).toEqual({ error: 6, retrySeconds: null });
    expect(await (await toy.call(list)).json()).toHaveProperty("posts");
  });

  it("fails without any effect, so many times", async () => {
    const { toy, answer, journal } = await withPost();
    await toy.control({ fail: 1, failStatus: 502 });
    expect((await answer()).status).toBe(502);
    expect((await journal()).entries).toEqual([]);
    expect((await answer()).status).toBe(200);
  });

  it("is down until it is told to come up again", async () => {
    const { toy } = await withPost();
    await toy.control({ down: true });
    expect([(await toy.call(list)).status, (await toy.call(list)).status]).toEqual([503, 503]);
    await toy.control({ down: false });
    expect((await toy.call(list)).status).toBe(200);
  });

  it("loses the news of an answer that took effect, and nothing that is only read", async () => {
    const { toy, id, answer, journal } = await withPost();
    await toy.control({ loseAnswer: 1, loseBy: "504" });
    expect((await toy.call(list)).status).toBe(200);
    expect((await answer()).status).toBe(504);
    expect((await journal()).entries).toMatchObject([{ kind: "answer", id, took: true }]);
    expect((await answer()).status).toBe(200);
    expect((await journal()).repeated).toEqual([{ id, times: 2 }]);
  });

  it("cuts the connection of an answer that took effect, when told to lose it so", async () => {
    const { toy, id, answer, journal } = await withPost();
    await toy.control({ loseAnswer: 1, loseBy: "cut" });
    await answer();
    expect(toy.cuts()).toBe(1);
    expect((await journal()).entries).toMatchObject([{ kind: "answer", id, took: true }]);
    await answer();
    expect(toy.cuts()).toBe(1);
  });

  it("refuses every token as one that has ended", async () => {
    const { toy } = await withPost();
    await toy.control({ expireToken: true });
    expect(await (await toy.call(list)).json()).toEqual({ error: "expired" });
    await toy.control({ expireToken: false });
    expect((await toy.call(list)).status).toBe(200);
  });

  it("answers under other names", async () => {
    const { toy } = await withPost();
    await toy.control({ changeShape: true });
    const shaped = await (await toy.call(list)).json();
    expect(shaped).toMatchObject({ entries: [{ text: "Вкусно" }] });
    expect(shaped).not.toHaveProperty("posts");
  });

  it("shows a page of HTML with 200 instead, without any effect", async () => {
    const { toy, answer, journal } = await withPost();
    await toy.control({ html: 1 });
    const response = await answer();
    expect([response.status, response.headers.get("Content-Type")]).toEqual([
      200,
      "text/html; charset=UTF-8",
    ]);
    expect((await journal()).entries).toEqual([]);
  });

  it("cuts an answer in the middle", async () => {
    const { toy } = await withPost();
    await toy.control({ malformed: 1 });
    await expect((await toy.call(list)).json()).rejects.toThrow(SyntaxError);
    await expect((await toy.call(list)).json()).resolves.toHaveProperty("posts");
  });

  it("gives one post an enormous text", async () => {
    const { toy, id } = await withPost();
    await toy.control({ bigText: id });
    const { posts } = (await (await toy.call(list)).json()) as { posts: [{ text: string }] };
    expect(posts[0].text).toHaveLength(60_000);
  });

  it("waits before it looks at a request", async () => {
    const { toy } = await withPost();
    await toy.control({ delayMs: 30 });
    const start = performance.now();
    await toy.call(list);
    expect(performance.now() - start).toBeGreaterThanOrEqual(28);
  });

  it("adds one order to another, forgets all at a reset, and refuses what it does not know", async () => {
    const { toy } = await withPost();
    await toy.control({ fail: 3 });
    expect(await toy.control({ html: 1 })).toMatchObject({ fail: 3, html: 1 });
    expect(await toy.control({ reset: true })).toMatchObject({ fail: 0, html: 0, unlimited: false });
    expect(await toy.control({ explode: 1 })).toEqual({ error: expect.stringContaining("explode") });
  });
});
