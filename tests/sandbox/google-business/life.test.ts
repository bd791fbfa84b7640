import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { googleBusiness } from "@otklik/sandbox/google-business/google-business";
import { openState } from "@otklik/sandbox/state";
import { describe, expect, it, onTestFinished } from "vitest";
import { openGoogleBusiness } from "../../connectors/google-business/bench.ts";

const day = 86_400_000;

describe("Google's simulator", () => {
  it("holds over 300 reviews of 60 days, some of them stars alone, some anonymous, some translated", async () => {
    const bench = await openGoogleBusiness({ posts: 340 });
    onTestFinished(() => bench.close());
    const { posts } = (await bench.get("/__posts")) as { posts: Post[] };
    const times = posts.map(({ at }) => Date.parse(at));
    expect(posts.length).toBeGreaterThanOrEqual(300);
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(50 * day);
    expect(posts.filter(({ text }) => text === "").length).toBeGreaterThan(10);
    expect(posts.filter(({ extra }) => extra.isAnonymous).length).toBeGreaterThan(5);
    expect(posts.filter(({ extra }) => extra.isTranslated).length).toBeGreaterThan(5);
    expect(posts.filter(({ plot }) => plot === "incident").length).toBeGreaterThan(10);
  });

  it("publishes what is written to the topic, signed for the subscription's address", async () => {
    const bench = await openGoogleBusiness({ posts: 10 });
    onTestFinished(() => bench.close());
    const { url, taken } = await subscriber();
    const hook = {
      account: bench.account,
      sources: [{ sourceId: "s", settings: bench.settings }],
      secret: "",
      url,
    };
    await bench.connector.listen?.(hook, bench.tools);
    await bench.post("/__subscription", { url });
    const id = await bench.addMention("Демо: по подписке");
    await expect.poll(() => taken).toHaveLength(1);
    const { authorization, body } = taken[0] as { authorization: string; body: string };
    const push = new Request(url, { method: "POST", headers: { authorization }, body });
    expect(await bench.connector.receive?.(push, hook, bench.tools)).toMatchObject({
      found: [{ externalId: id, text: "Демо: по подписке" }],
    });
  });

  it("publishes nothing before an account names a topic", async () => {
    const bench = await openGoogleBusiness({ posts: 10 });
    onTestFinished(() => bench.close());
    const { url, taken } = await subscriber();
    await bench.post("/__subscription", { url });
    await bench.addMention("Демо");
    expect(taken).toEqual([]);
  });

  it("remembers its keys, its tokens and its topic over a restart", async () => {
    const state = openState(":memory:");
    onTestFinished(() => state.close());
    const started = () => googleBusiness({ posts: 10 }).open({ state, now: () => new Date() });
    const first = started();
    const { accessToken } = (await (await first.request("/__grant", { method: "POST" })).json()) as Granted;
    const keys = await (await first.request("/www.googleapis.com/oauth2/v3/certs")).json();
    const second = started();
    const headers = { authorization: `Bearer ${accessToken}` };
    const accounts = await second.request("/mybusinessaccountmanagement.googleapis.com/v1/accounts", {
      headers,
    });
    expect(accounts.status).toBe(200);
    expect(await (await second.request("/www.googleapis.com/oauth2/v3/certs")).json()).toEqual(keys);
  });

  it("counts requests of a project and edits of a location as Google does", async () => {
    const bench = await openGoogleBusiness({ posts: 10 });
    onTestFinished(() => bench.close());
    await bench.control({ reset: true });
    const { address, accessToken } = bench.account.credentials;
    const { account, location } = bench.settings;
    const id = await bench.addMention("Демо");
    const url = `${address}/mybusiness.googleapis.com/v4/${account}/${location}/reviews/${id}/reply`;
    const statuses: number[] = [];
    for (let edit = 0; edit < 11; edit++) {
      const body = JSON.stringify({ comment: `Ответ ${edit}` });
      const headers = { authorization: `Bearer ${accessToken}` };
      statuses.push((await bench.tools.http(new Request(url, { method: "PUT", headers, body }))).status);
    }
    expect(statuses).toEqual([...Array(10).fill(200), 429]);
  });
});

interface Post {
  at: string;
  text: string;
  plot: string;
  extra: Record<string, boolean>;
}
interface Granted {
  accessToken: string;
}

/** A server that takes whatever is pushed to it. */
async function subscriber() {
  const taken: { authorization: string | undefined; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      taken.push({ authorization: request.headers.authorization, body });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, taken };
}
