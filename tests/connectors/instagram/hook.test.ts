import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { instagram } from "@otklik/connectors/instagram/index";
import type { Hook, Tools } from "@otklik/core/connector";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type InstagramBench, openInstagram, problem, profile, signed } from "./bench.ts";

let bench: InstagramBench;
beforeEach(async () => {
  bench = await openInstagram({ posts: 0 });
});
afterEach(() => bench.close());

const secret = "demo-verify-token";
const hookAt = (url = "https://otklik.example/push"): Hook<never> => ({
  ...{ account: bench.account, secret, url },
  sources: [{ sourceId: "s", settings: bench.settings as never }],
});
const receive = async (request: Request, tools = bench.tools) => {
  const told = await instagram.receive?.(request, hookAt() as never, tools);
  if (!told) throw new Error("Instagram pushes.");
  return told;
};
const comment = (id: string, more = {}) => signed({ field: "comments", value: { id, ...more } });

describe("a push of Instagram's", () => {
  it("brings the comment that it tells of, with all that it leaves out", async () => {
    const id = await bench.addMention("Демо");
    expect(await receive(comment(id))).toMatchObject({
      ...{ answer: { status: 200 }, unreadable: [] },
      found: [
        { externalId: id, text: "Демо", place: profile, product: { url: expect.stringMatching("/p/") } },
      ],
    });
  });

  it("of our own reply, or one from the app, brings what it answers", async () => {
    const id = await bench.addMention("Вопрос");
    await bench.answerElsewhere(id, "Ответ из приложения");
    const told = await receive(comment("17890000000000077", { parent_id: id, from: { id: profile } }));
    expect(told.found).toMatchObject([{ externalId: id, ownerReply: { text: "Ответ из приложения" } }]);
  });

  it("of a mention in another's comment brings it by its number", async () => {
    const id = await bench.add(
      { kind: "comment", text: "Беру у @romashka.demo", extra: { media: "17911111111111111" } },
      "/elsewhere",
    );
    const told = await receive(
      signed({ field: "mentions", value: { comment_id: id, media_id: "17911111111111111" } }),
    );
    expect(told.found).toMatchObject([
      {
        externalId: `mention/17911111111111111/${id}`,
        text: "Беру у @romashka.demo",
        canReply: true,
        place: profile,
      },
    ]);
  });

  it("of a mention in another's caption brings that", async () => {
    const id = await bench.add({ text: "Мой крем от @romashka.demo", stars: 5 }, "/elsewhere");
    const told = await receive(signed({ field: "mentions", value: { media_id: id } }));
    expect(told.found).toMatchObject([
      { externalId: `mention/${id}`, canReply: true, media: [{ kind: "image" }] },
    ]);
  });

  it("brings nothing where the comment is gone by now", async () => {
    expect(await receive(comment("17890000000000077"))).toMatchObject({ found: [], unreadable: [] });
  });

  it("leaves to the next pull what cannot be fetched now", async () => {
    const down: Tools = { ...bench.tools, http: async () => problem(4, { status: 403 }) };
    const told = await receive(comment("17890000000000077"), down);
    expect(told).toMatchObject({ answer: { status: 200 }, found: [], pull: [profile] });
  });

  it("asks to be pushed again for a mention, which no list shows, that cannot be fetched now", async () => {
    const down: Tools = { ...bench.tools, http: async () => problem(4, { status: 403 }) };
    const push = signed({ field: "mentions", value: { media_id: "17911111111111111" } });
    await expect(receive(push, down)).rejects.toMatchObject({ kind: "throttled" });
  });

  it("of another account brings nothing, and asks for nothing", async () => {
    const nothing: Tools = { ...bench.tools, http: () => Promise.reject(new Error("Not to be asked.")) };
    const push = signed({ field: "comments", value: { id: "17890000000000077" } }, { at: "5" });
    expect(await receive(push, nothing)).toMatchObject({ found: [], unreadable: [] });
  });

  it("keeps what it cannot read, and passes over what was not asked for", async () => {
    const told = await receive(signed({ field: "comments", value: { text: "…" } }));
    expect(told).toMatchObject({ found: [], unreadable: [{ excerpt: expect.stringContaining("comments") }] });
    expect(await receive(signed({ field: "story_insights", value: {} }))).toMatchObject({ unreadable: [] });
  });

  it.each([
    [
      "another's secret",
      () => signed({ field: "comments", value: { id: "1" } }, { secret: "another-secret" }),
    ],
    ["no signature", () => new Request("https://otklik.example/push", { method: "POST", body: "{}" })],
    [
      "another body than was signed",
      () => {
        const { headers, url } = signed({ field: "comments", value: { id: "1" } });
        return new Request(url, { method: "POST", body: "{}", headers });
      },
    ],
  ])("with %s is refused", async (_, push) => {
    await expect(receive(push())).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is refused where the app's secret is not known, whatever it is signed with", async () => {
    const hook = { ...hookAt(), account: { ...bench.account, credentials: {} } };
    const told = instagram.receive?.(signed({}, { secret: "" }), hook as never, bench.tools);
    await expect(told).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("Meta's question whether our address is meant", () => {
  const asking = (query: string) => receive(new Request(`https://otklik.example/push?${query}`));

  it("is answered with what it gave along", async () => {
    const told = await asking(`hub.mode=subscribe&hub.challenge=4711&hub.verify_token=${secret}`);
    expect(told.answer).toMatchObject({ status: 200, body: "4711" });
  });

  it.each([
    `hub.mode=subscribe&hub.challenge=1&hub.verify_token=x`,
    `hub.challenge=1&hub.verify_token=${secret}`,
    "",
  ])("is refused with %j", async (query) => {
    await expect(asking(query)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("switching pushes on", () => {
  let server: Server;
  let url: string;
  const pushed: { body: string; signature: string }[] = [];
  beforeEach(async () => {
    pushed.length = 0;
    server = createServer(async (request, response) => {
      if (request.method === "GET") {
        const asked = new Request(new URL(request.url ?? "", "https://otklik.example"));
        const { answer } = await receive(asked).catch(() => ({ answer: { status: 403, body: "" } }));
        response.writeHead(answer.status).end(answer.body);
        return;
      }
      const chunks: Buffer[] = await Array.fromAsync(request);
      const signature = String(request.headers["x-hub-signature-256"]);
      pushed.push({ body: Buffer.concat(chunks).toString(), signature });
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/push`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it("proves our address, and brings what is written from then on, signed", async () => {
    await instagram.listen?.(hookAt(url) as never, bench.tools);
    const id = await bench.addMention("Пришло");
    const headers = { "X-Hub-Signature-256": pushed[0]?.signature ?? "" };
    const told = await receive(new Request(url, { method: "POST", body: pushed[0]?.body ?? "", headers }));
    expect(told.found).toMatchObject([{ externalId: id, text: "Пришло" }]);
  });

  it("fails in words where our address does not answer", async () => {
    const nowhere = hookAt("http://127.0.0.1:9/push") as never;
    await expect(instagram.listen?.(nowhere, bench.tools)).rejects.toMatchObject({
      message: expect.stringMatching(/verification failed/),
    });
  });
});
