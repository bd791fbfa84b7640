import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { methods } from "@otklik/sandbox/vk/api";
import { afterEach, describe, expect, it } from "vitest";
import { community, opened, tokens } from "./opened.ts";

const owner = { owner_id: -community };
const group = { group_id: community };
const codeOf = async (answer: Promise<{ error?: { error_code: number } }>) =>
  (await answer).error?.error_code;

describe("the simulated VK refuses, under HTTP 200,", () => {
  it("each kind of token what that kind may not call", async () => {
    const at = await opened();
    for (const [name, { callers }] of Object.entries(methods)) {
      const byCommunity = await codeOf(at.call(name, {}, tokens.community));
      const byService = await codeOf(at.call(name, {}, tokens.service));
      expect(byCommunity === 27, name).toBe(!callers.includes("group"));
      expect(byService === 28, name).toBe(!callers.includes("service"));
    }
  });

  it.each([
    ["a token that is none", "wall.get", owner, "nonsense", 5],
    ["a token that has ended", "wall.get", owner, "demo-manager-expired", 5],
    ["a method that is none", "wall.getEverything", owner, tokens.manager, 3],
    ["a strange community", "wall.get", { owner_id: -1 }, tokens.service, 15],
    ["a strange community's events", "groups.getLongPollServer", { group_id: 7 }, tokens.community, 203],
    ["a missing parameter", "wall.getComments", owner, tokens.service, 100],
    ["more rows than there are in a page", "wall.get", { ...owner, count: 101 }, tokens.service, 100],
    ["a token without the right to messages", "messages.getConversations", group, "demo-community-bare", 15],
    ["a user who manages nothing", "messages.getConversations", group, "demo-user-token", 15],
    [
      "a title that is too long",
      "groups.addCallbackServer",
      { ...group, url: "http://a.example", title: "x".repeat(15) },
      tokens.community,
      100,
    ],
    [
      "a stranger to write to",
      "messages.send",
      { ...group, peer_id: 5, random_id: 1, message: "Да" },
      tokens.community,
      901,
    ],
  ] as const)("%s", async (_, method, parameters, token, code) => {
    expect(await codeOf((await opened()).call(method, parameters, token))).toBe(code);
  });

  it("a message that is too long", async () => {
    const at = await opened();
    await at.post("/messages/__posts", [{ text: "Демо" }]);
    const { response } = await at.call("messages.getConversations", { ...group, count: 1 }, tokens.community);
    const peer =
      (response as { items: { conversation: { peer: { id: number } } }[] }).items[0]?.conversation.peer.id ??
      0;
    const said = { ...group, peer_id: peer, random_id: 1, message: "я".repeat(9001) };
    expect(await codeOf(at.call("messages.send", said, tokens.community))).toBe(914);
  });

  it("a request without a version, and one that is one too many", async () => {
    const at = await opened();
    const body = new URLSearchParams({ access_token: tokens.service });
    const bare = await at.request("/api.vk.com/method/wall.get", { method: "POST", body });
    await at.post("/__control", { unlimited: false });
    const codes = [];
    for (let asked = 0; asked < 4; asked++)
      codes.push(await codeOf(at.call("users.get", {}, tokens.service)));
    expect([
      bare.status,
      ((await bare.json()) as { error: { error_code: number } }).error.error_code,
    ]).toEqual([200, 8]);
    expect(codes).toEqual([undefined, undefined, undefined, 6]);
  });

  it("and never repeats the token in an error", async () => {
    const answer = await (await opened()).call("wall.get", { owner_id: -1 }, tokens.service);
    expect(JSON.stringify(answer)).not.toContain(tokens.service);
    expect(answer.error).toMatchObject({
      request_params: expect.arrayContaining([{ key: "owner_id", value: "-1" }]),
    });
  });
});

describe("the simulated VK", () => {
  it("cuts comments at 90 letters unless it is asked not to", async () => {
    const at = await opened({ posts: 0 });
    await at.add({ text: "я".repeat(200) });
    const query = { ...owner, post_id: 1001 };
    const short = await at.call("wall.getComments", query);
    const whole = await at.call("wall.getComments", { ...query, preview_length: 0 });
    const lengths = [short, whole].map(
      ({ response }) => (response as { items: { text: string }[] }).items[0]?.text.length,
    );
    expect(lengths).toEqual([90, 200]);
  });

  it("holds at least 300 mentions of 60 days, in all four parts, and no text twice", async () => {
    const at = await opened({ posts: 300 });
    const { posts } = (await at.get("/__posts")) as {
      posts: { text: string; at: string; extra: { place?: string } }[];
    };
    const { posts: messages } = (await at.get("/messages/__posts")) as { posts: { text: string }[] };
    const places = new Set(posts.map(({ extra }) => extra.place));
    const days = (at.clock.now.getTime() - Date.parse(posts[0]?.at ?? "")) / 86_400_000;
    const texts = posts.map(({ text }) => text);
    expect(posts.length + messages.length).toBeGreaterThanOrEqual(400);
    expect([...places].sort()).toEqual(["board", "market", "wall"]);
    expect(days).toBeGreaterThan(50);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("shows people what was written, and its messages on a page of their own", async () => {
    const at = await opened();
    await at.add({ text: "Демо: видно на странице" });
    await at.post("/messages/__posts", [{ text: "Демо: видно в сообщениях" }]);
    expect(await (await at.request("?all")).text()).toContain("Демо: видно на странице");
    expect(await (await at.request("/messages?all")).text()).toContain("Демо: видно в сообщениях");
  });

  it("draws the photographs that it speaks of", async () => {
    const at = await opened({ posts: 0 });
    await at.add({ text: "Демо", photos: 1 });
    const { response } = await at.call("wall.getComments", { ...owner, post_id: 1001 });
    const [url] = JSON.stringify(response).match(/http:[^"]+\.svg/) ?? [];
    const drawn = await at.request(new URL(url ?? "").pathname.replace(/^\/vk/, ""));
    expect(drawn.headers.get("content-type")).toContain("svg");
  });
});

describe("the Callback API", () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  /** A subscriber that answers each event with these words. */
  async function subscriber(answer: (type: string) => string) {
    const events: { type: string; secret?: string; event_id: string; object?: { text?: string } }[] = [];
    const retries: unknown[] = [];
    const server = createServer(async (request, response) => {
      const body = JSON.parse(
        Buffer.concat(await Array.fromAsync(request)).toString(),
      ) as (typeof events)[number];
      events.push(body);
      retries.push(request.headers["x-retry-counter"]);
      response.end(answer(body.type));
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, events, retries };
  }
  const honest = (type: string) => (type === "confirmation" ? "demo1c0de" : "ok");

  async function subscribed(answer: (type: string) => string) {
    const at = await opened({ posts: 0 });
    const to = await subscriber(answer);
    const server = { ...group, url: to.url, title: "Демо", secret_key: "s3cret" };
    const { response } = await at.call("groups.addCallbackServer", server, tokens.community);
    const id = (response as { server_id: number }).server_id;
    await expect.poll(() => to.events.length).toBe(1);
    const settings = { ...group, server_id: id, wall_reply_new: 1, message_new: 1 };
    const status = async () => {
      const { response: listed } = await at.call("groups.getCallbackServers", group, tokens.community);
      return (listed as { items: { status: string }[] }).items[0]?.status;
    };
    return {
      at,
      to,
      status,
      turnOn: () => at.call("groups.setCallbackSettings", settings, tokens.community),
    };
  }

  it("asks a new address for the code, then sends what was asked for, with the secret", async () => {
    const { at, to, status, turnOn } = await subscribed(honest);
    await expect.poll(status).toBe("ok");
    await turnOn();
    await at.add({ text: "Демо: на стене" });
    await at.add({ text: "Демо: в обсуждении", extra: { place: "board", container: 31 } });
    await at.post("/messages/__posts", [{ text: "Демо: в сообщениях" }]);
    await expect
      .poll(() => to.events.map(({ type }) => type))
      .toEqual(["confirmation", "wall_reply_new", "message_new"]);
    expect(to.events.map(({ secret }) => secret)).toEqual(["s3cret", "s3cret", "s3cret"]);
  });

  it("sends nothing to an address that did not know the code", async () => {
    const { at, to, status, turnOn } = await subscribed(() => "ok");
    await turnOn();
    await at.add({ text: "Демо" });
    expect(await status()).toBe("unconfigured");
    expect(to.events).toHaveLength(1);
  });

  it("sends the same event again until it is answered with ok", async () => {
    let answer = "busy";
    const { at, to, status, turnOn } = await subscribed((type) =>
      type === "confirmation" ? "demo1c0de" : answer,
    );
    await expect.poll(status).toBe("ok");
    await turnOn();
    await at.add({ text: "Демо" });
    answer = "ok";
    at.clock.now = new Date(at.clock.now.getTime() + 61_000);
    await at.get("/__control");
    await expect.poll(() => to.events.length).toBe(3);
    expect(new Set(to.events.slice(1).map(({ event_id: id }) => id)).size).toBe(1);
    expect(to.retries).toEqual([undefined, undefined, "1"]);
  });
});
