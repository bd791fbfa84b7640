import { getAccount } from "@otklik/core/account/account-store";
import { openAccount, saveAccount } from "@otklik/core/account/credentials";
import { leaseMs } from "@otklik/core/account/sign-in";
import { pull } from "@otklik/core/pipeline/pull";
import { getHealth, getSource } from "@otklik/core/source/source-store";
import { expect, it, onTestFinished } from "vitest";
import { desk } from "../../support/desk.ts";
import { type Guild, guild, guildApplication } from "../../support/guild.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { noon } from "../../support/mentions.ts";

const hour = 3600;

/** A guild whose account is signed in since noon, and sources of it that have not been pulled yet. */
async function signedIn(of: Partial<Parameters<typeof guild>[0]> & { sources?: number } = {}) {
  let clock = (): Date => noon;
  const there = guild({ ...of, now: () => clock() });
  const here = await testHome({ connectors: [there.connector], http: (request) => there.http(request) });
  clock = here.ports.now;
  onTestFinished(here.close);
  const { accessToken, refreshToken } = there.oauth.grant({ who: "master" });
  await saveAccount(
    { table: here.table, secret: here.ports.secret },
    {
      ...{ id: "account1", network: "guild", title: "Guild of master", connectedAt: noon },
      access: { from: noon, until: new Date(noon.getTime() + hour * 1000) },
    },
    { ...guildApplication, accessToken, refreshToken },
  );
  const ids = Array.from({ length: of.sources ?? 1 }, (_, index) => `source${index + 1}`);
  for (const id of ids) await here.connect({ id, settings: { hall: id }, accountId: "account1" });
  return { there, here, ids };
}

const pullAtOnce = ({ ports, workspaceId }: TestHome, ids: readonly string[]) =>
  pull.work(
    ids.map((sourceId) => ({ workspaceId, sourceId })),
    ports,
    { deadline: new Date(ports.now().getTime() + 30_000), signal: AbortSignal.timeout(30_000) },
  );
const renewals = ({ asked }: Guild): number =>
  asked.filter((one) => one === "POST id.guild.example/token").length;
const credentials = async ({ table, ports }: TestHome) =>
  (await openAccount({ table, secret: ports.secret }, "account1"))?.credentials ?? {};
const well = async ({ table }: TestHome, ids: readonly string[]): Promise<boolean[]> =>
  Promise.all(ids.map(async (id) => (await getHealth(table, id)).lastGoodAt !== undefined));

it("leaves a token alone that is good for a while", async () => {
  const { there, here, ids } = await signedIn();
  here.pass(54 * 60);
  await pullAtOnce(here, ids);
  expect(renewals(there)).toBe(0);
  expect(await well(here, ids)).toEqual([true]);
});

it("renews a token that ends within minutes, before it is used", async () => {
  const { there, here, ids } = await signedIn();
  here.pass(56 * 60);
  await pullAtOnce(here, ids);
  expect(there.asked).toEqual(["POST id.guild.example/token", "GET api.guild.example/source1"]);
});

it("renews a token that the network refuses before its time, and asks again at once", async () => {
  const { there, here, ids } = await signedIn();
  here.pass(120);
  there.oauth.expire();
  await pullAtOnce(here, ids);
  expect(renewals(there)).toBe(1);
  expect(await well(here, ids)).toEqual([true]);
});

it("does not renew a token for a refusal that a new token does not mend", async () => {
  const { there, here, ids } = await signedIn();
  here.pass(120);
  const no = () => Response.json({}, { status: 401 });
  there.beforeHalls.push(no, no);
  await pullAtOnce(here, ids);
  expect(renewals(there)).toBe(1);
  expect((await getSource(here.table, "source1"))?.state).toMatchObject({ is: "paused", by: "otklik" });
});

it("lets one of eight workers renew, and the others come back when it is done", async () => {
  const { there, here, ids } = await signedIn({ sources: 8 });
  here.pass(2 * hour);
  const errors = await pullAtOnce(here, ids);
  expect(errors).toEqual(ids.map(() => null));
  expect(renewals(there)).toBe(1);
  const faults = await Promise.all(ids.map(async (id) => (await getHealth(here.table, id)).fault));
  expect(faults).toEqual(ids.map(() => undefined));
  here.pass(60);
  await here.sweep();
  await here.settle();
  expect(renewals(there)).toBe(1);
  expect(await well(here, ids)).toEqual(ids.map(() => true));
});

it("lets all use a token that is still good while one worker renews it", async () => {
  const { there, here, ids } = await signedIn({ sources: 8 });
  here.pass(56 * 60);
  await pullAtOnce(here, ids);
  expect(renewals(there)).toBe(1);
  expect(await well(here, ids)).toEqual(ids.map(() => true));
});

it("takes over from a worker that died half-way, once its lease has ended", async () => {
  const { there, here, ids } = await signedIn({ settings: { rotation: { graceSeconds: 120 } } });
  here.pass(2 * hour);
  there.beforeTokens.push(() => {
    throw new Error("the machine was switched off");
  });
  const { table } = here;
  const dying = { ...here.ports, table: neverFreed(here) };
  await pull.work([{ workspaceId: here.workspaceId, sourceId: "source1" }], dying, {
    deadline: new Date(here.ports.now().getTime() + 30_000),
    signal: AbortSignal.timeout(30_000),
  });
  expect((await getAccount(table, "account1"))?.lease).toBeDefined();
  await pullAtOnce(here, ids);
  expect(renewals(there)).toBe(1);
  here.pass(leaseMs / 1000);
  await pullAtOnce(here, ids);
  expect(renewals(there)).toBe(2);
  expect(await well(here, ids)).toEqual([true]);
});

/** A table as a killed worker leaves it: the claim was written, and nothing after it. */
function neverFreed({ ports }: TestHome) {
  let claims = 0;
  const { table } = ports;
  return {
    ...table,
    commit: async (writes: Parameters<typeof table.commit>[0]) => {
      const isOfAccount = writes.some((write) => "put" in write && write.put.pk.endsWith("/accounts"));
      if (isOfAccount) claims += 1;
      if (isOfAccount && claims > 1) throw new Error("the machine was switched off");
      return table.commit(writes);
    },
  };
}

it("keeps each refresh token that is rotated, and never uses the one before it again", async () => {
  const { there, here, ids } = await signedIn({ settings: { rotation: { graceSeconds: 0 } } });
  const seen = new Set([(await credentials(here)).refreshToken]);
  for (const round of [1, 2, 3]) {
    here.pass(2 * hour);
    await pullAtOnce(here, ids);
    seen.add((await credentials(here)).refreshToken);
    expect([renewals(there), seen.size]).toEqual([round, round + 1]);
  }
});

it("goes on with the token it has while the sign-in's server is down, and waits when that has ended", async () => {
  const { there, here, ids } = await signedIn();
  const http = there.http;
  there.http = async (request) =>
    request.url.includes("/token") ? new Response("oops", { status: 503 }) : http(request);
  here.pass(57 * 60);
  await pullAtOnce(here, ids);
  expect(await well(here, ids)).toEqual([true]);
  here.pass(hour);
  await pullAtOnce(here, ids);
  const { fault, notBefore } = await getHealth(here.table, "source1");
  expect(fault?.kind).toBe("unavailable");
  expect(notBefore).toBeDefined();
  expect((await getSource(here.table, "source1"))?.state.is).toBe("active");
});

it("changes a token that lives for weeks while it still lives", async () => {
  const { there, here, ids } = await signedIn({
    by: "exchange",
    settings: { accessSeconds: 60 * 24 * hour },
  });
  await saveAccount(
    { table: here.table, secret: here.ports.secret },
    {
      ...{ id: "account1", network: "guild", title: "Guild of master", connectedAt: noon },
      access: { from: noon, until: new Date(noon.getTime() + 60 * 24 * hour * 1000) },
    },
    await credentials(here),
  );
  here.pass(46 * 24 * hour);
  await pullAtOnce(here, ids);
  expect(there.asked[0]).toBe("GET id.guild.example/token");
  expect((await getAccount(here.table, "account1"))?.expiresAt).toEqual(
    new Date(noon.getTime() + 106 * 24 * hour * 1000),
  );
});

it("says “reconnect” on each source of a sign-in that was taken back, and asks the network once", async () => {
  const { there, here, ids } = await signedIn({ sources: 3 });
  here.pass(2 * hour);
  there.oauth.revoke("master");
  for (const id of ids) await pullAtOnce(here, [id]);
  expect(renewals(there)).toBe(1);
  const states = await Promise.all(ids.map(async (id) => (await getSource(here.table, id))?.state));
  expect(states).toEqual(
    ids.map(() => ({
      is: "paused",
      by: "otklik",
      why: { ru: expect.stringContaining("Подключить заново"), en: expect.stringContaining("Reconnect") },
    })),
  );
});

it("keeps a reply approved, and sends it once the sign-in is good again", async () => {
  const { there, here } = await signedIn();
  const anna = await desk(here);
  await here.pull();
  const { cards } = (await anna.call("GET /api/inbox", { brand: here.brandId })).body;
  const id = cards[0]?.id ?? "";
  const reply = "0123456789abcdefghjk";
  await anna.call("POST /api/conversations/:id/replies", { id, reply, text: "Спасибо" });
  const http = there.http;
  there.http = async () => new Response("oops", { status: 503 });
  here.pass(2 * hour);
  await here.sweep();
  await here.settle();
  const stateOf = async () =>
    (await anna.call("GET /api/conversations/:id", { id })).body.replies.map(({ state }) => state);
  expect(await stateOf()).toEqual(["approved"]);
  there.http = http;
  here.pass(120);
  await here.sweep();
  await here.settle();
  expect(await stateOf()).toEqual(["published"]);
});

it("hands no refresh token to a connector, and lets no token reach a log", async () => {
  const { there, here, ids } = await signedIn();
  const given: Record<string, string>[] = [];
  const { pull: original } = there.connector;
  Object.assign(there.connector, {
    pull: (...all: Parameters<NonNullable<typeof original>>) => {
      given.push(all[0].account?.credentials ?? {});
      return original?.(...all);
    },
  });
  here.pass(2 * hour);
  await pullAtOnce(here, ids);
  expect(Object.keys(given[0] ?? {}).sort()).toEqual(["accessToken", "clientId", "clientSecret"]);
  const secrets = Object.values(await credentials(here));
  expect(secrets.filter((one) => here.logged.join().includes(one))).toEqual([]);
});
