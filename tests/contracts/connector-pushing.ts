// What a network tells by itself: whether it is the network, and what it brings.
import type { Hook, Received } from "@otklik/core/connector";
import { beforeEach, describe, expect, it, type TestContext } from "vitest";
import { type At, idsOf, needs, offered, type Watched, walk } from "./connector-bench.ts";

/** Our side, as the bench has it or as it is made up. */
const hookOf = <Settings>({ hook, account, settings, connector }: Watched<Settings>): Hook<Settings> => ({
  account: account ?? { id: "bench", credentials: {} },
  sources: [{ sourceId: "bench", settings }],
  secret: "demo-hook-secret",
  url: `https://otklik.example/hooks/${connector.network}/demo`,
  ...hook,
});
/** The same, but for what the network signs with: nothing of it is what it knows. */
function strangerTo<Settings>(hook: Hook<Settings>): Hook<Settings> {
  const names = Object.keys(hook.account.credentials).filter((name) => /secret/i.test(name));
  const others = Object.fromEntries(names.map((name) => [name, "another-secret"]));
  const account = { ...hook.account, credentials: { ...hook.account.credentials, ...others } };
  return { ...hook, account, secret: "another-secret", url: "https://stranger.example/hooks/x/y" };
}

/** The same body under the same head, or another body. */
async function copyOf(request: Request, body?: string): Promise<Request> {
  const carries = request.method !== "GET" && request.method !== "HEAD";
  const { method, headers } = request;
  return new Request(request.url, {
    method,
    headers,
    body: carries ? (body ?? (await request.clone().arrayBuffer())) : null,
  });
}

export function describePush<Settings>(at: At<Settings>): void {
  async function receive(test: TestContext, request: Request, hook = hookOf(at())): Promise<Received> {
    return offered(test, at().connector, "receive")(request, hook, at().tools);
  }
  /** Somebody writes, and the network tells of it. */
  async function aPush(test: TestContext): Promise<{ id: string; request: Request }> {
    const push = offered(test, at(), "push");
    const id = await offered(test, at(), "addMention")("Contract: told by a push.");
    return { id, request: await push(id) };
  }

  describe("pushing", () => {
    beforeEach((test) => needs(test, at().connector.receive !== undefined, "does not push"));

    it("is switched on by a call, or a person is told how", () => {
      const { listen, pushHelp } = at().connector;
      expect(listen ?? pushHelp).toBeDefined();
    });

    it("brings what was written, or has its place pulled, which finds it", async (test) => {
      const { id, request } = await aPush(test);
      const { answer, found, pull } = await receive(test, request);
      const pulled = (pull ?? []).length > 0 ? (await walk(at(), null)).found : [];
      expect(answer.status).toBeLessThan(300);
      expect(idsOf([...found, ...pulled])).toContain(id);
    });

    it("names the place of what it brings, where one sign-in serves several", async (test) => {
      const { connector, settings } = at();
      const place = offered(test, connector, "place")(settings);
      const { found } = await receive(test, (await aPush(test)).request);
      expect(found.map((one) => one.place)).toEqual(found.map(() => place));
    });

    it("brings the same when it comes twice", async (test) => {
      const { request } = await aPush(test);
      const again = await copyOf(request);
      const first = await receive(test, request);
      expect((await receive(test, again)).found).toEqual(first.found);
    });

    it("is refused when its sign is another's, and asks nobody", async (test) => {
      needs(test, at().pushesWithoutSign === undefined, "signs no pushes");
      const { request } = await aPush(test);
      await expect(receive(test, request, strangerTo(hookOf(at())))).rejects.toMatchObject({
        name: "Refusal",
        code: "forbidden",
      });
    });

    it("is refused when its body is not what was signed, whatever that holds", async (test) => {
      needs(test, at().pushesWithoutSign === undefined, "signs no pushes");
      const { request } = await aPush(test);
      const stranger = strangerTo(hookOf(at()));
      const spoilt = await copyOf(request, "{not what was signed");
      await expect(receive(test, spoilt, stranger)).rejects.toMatchObject({ name: "Refusal" });
    });

    it("brings nothing when it is none of the network's", async (test) => {
      const { request } = await aPush(test);
      const odd = await copyOf(request, JSON.stringify({ odd: ["one"] }));
      const outcome = await receive(test, odd).then(
        ({ found }) => found,
        (error: unknown) => (error instanceof Error ? error.name : "thrown"),
      );
      expect([[], "Refusal"]).toContainEqual(outcome);
    });
  });
}
