// What a network does instead of answering, and what its connector makes of it.
import type { NetworkFault } from "@otklik/core/errors";
import { beforeEach, describe, expect, it, type TestContext } from "vitest";
import {
  type At,
  answering,
  type Detour,
  detoured,
  fault,
  lostOnTheWay,
  needs,
  offered,
  onePage,
  rewritingFirst,
  status,
  suffering,
  type Watched,
} from "./connector-bench.ts";

const page = (body: string, type: string) => () =>
  new Response(body, { status: 200, headers: { "content-type": type } });

export function describeFaults<Settings>(at: At<Settings>): void {
  /** The fault of a pull whose requests all go this way. */
  const faultBy = (detour: Detour): Promise<unknown> => faultOf(detoured(at(), detour));
  const faultOf = (bench: Watched<Settings>): Promise<unknown> =>
    onePage(bench, null).then(
      ({ found }) => `no fault, but a page of ${found.length}`,
      (error: unknown) => error,
    );
  const speaksHttp = (test: TestContext): void =>
    needs(test, at().suffer === undefined, "is not asked by HTTP");

  describe("when the network does not do what was asked", () => {
    beforeEach((test) => {
      needs(test, at().connector.pull !== undefined, "is not pulled");
      needs(test, at().speaks !== "table", "is a file, not a service");
    });

    it("takes a changed page for a fault, not for an empty one", async (test) => {
      const changeShape = offered(test, at(), "changeShape");
      expect(await faultBy(rewritingFirst(changeShape))).toMatchObject(fault("changed"));
    });

    it("takes broken JSON for a change", async (test) => {
      needs(test, (at().speaks ?? "json") === "json", "speaks no JSON");
      const broken = page('{"data": {"list": [{"id": "1"', "application/json");
      expect(await faultBy(answering(broken))).toMatchObject(fault("changed"));
    });

    it("takes a web page where JSON was due for a change", async (test) => {
      needs(test, (at().speaks ?? "json") === "json", "speaks no JSON");
      const wall = page("<!doctype html><title>Are you human?</title>", "text/html");
      expect(await faultBy(answering(wall))).toMatchObject(fault("changed"));
    });

    it.for([500, 502, 503, 504])("says unavailable on %i", async (code, test) => {
      speaksHttp(test);
      expect(await faultBy(answering(status(code)))).toMatchObject(fault("unavailable"));
    });

    it("says unavailable when there is no connection", async () => {
      const bench = await suffering(at(), "no connection", lostOnTheWay);
      expect(await faultOf(bench)).toMatchObject(fault("unavailable"));
    });

    it("says throttled on 429, and until when as the network says", async (test) => {
      speaksHttp(test);
      const until = new Date(Math.floor(at().tools.now().getTime() / 1000) * 1000 + 90_000);
      const told = status(429, { "retry-after": until.toUTCString() });
      expect(await faultBy(answering(told))).toMatchObject({ ...fault("throttled"), retryAt: until });
    });

    it("counts a Retry-After in seconds from now", async (test) => {
      speaksHttp(test);
      const until = new Date(at().tools.now().getTime() + 30_000);
      const told = (await faultBy(answering(status(429, { "retry-after": "30" })))) as NetworkFault;
      expect(told).toMatchObject(fault("throttled"));
      expect(Math.abs((told.retryAt?.getTime() ?? 0) - until.getTime())).toBeLessThan(5000);
    });

    it("says throttled on 429 when the network says no more", async (test) => {
      speaksHttp(test);
      const told = await faultBy(answering(status(429)));
      expect(told).toMatchObject({ ...fault("throttled"), retryAt: undefined });
    });

    it("understands the network's own forms of fault", async (test) => {
      for (const { name, response, kind } of offered(test, at(), "ownFaults")) {
        expect(await faultBy(answering(response)), name).toMatchObject(fault(kind));
      }
    });

    it("says unauthorized on an expired sign-in, without telling the credentials", async (test) => {
      const account = at().account;
      needs(test, account !== null, "needs no sign-in");
      const bench = await suffering(at(), "sign-in refused", answering(status(401)));
      const told = (await faultOf(bench)) as NetworkFault;
      expect(told).toMatchObject(fault("unauthorized"));
      for (const secret of secretsOf(at())) expect(told.message).not.toContain(secret);
    });

    it("says unauthorized without any sign-in where one is needed", async (test) => {
      needs(test, at().connector.account.is !== "none", "needs no sign-in");
      const told = await onePage({ ...at(), account: null }, null).catch((error: unknown) => error);
      expect(told).toMatchObject(fault("unauthorized"));
    });
  });

  describe("checking the sign-in", () => {
    it("names whose it is, with each warning in both languages", async (test) => {
      const check = offered(test, at().connector, "check");
      const account = offered(test, at(), "account");
      const standing = await check(account, at().settings, at().tools);
      expect(standing.name).not.toBe("");
      for (const { ru, en } of standing.warnings) expect([ru, en]).not.toContain("");
    });

    it("says unauthorized when the network refuses it", async (test) => {
      const check = offered(test, at().connector, "check");
      const account = offered(test, at(), "account");
      const { tools } = await suffering(at(), "sign-in refused", answering(status(401)));
      await expect(check(account, at().settings, tools)).rejects.toMatchObject(fault("unauthorized"));
    });
  });
}

function secretsOf<Settings>({ connector, account }: Watched<Settings>): string[] {
  const fields = connector.account.is === "token" ? connector.account.fields : [];
  return fields.flatMap(({ name, secret }) => (secret ? (account?.credentials[name] ?? []) : []));
}
