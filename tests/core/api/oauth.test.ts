import { openAccount } from "@otklik/core/account/credentials";
import type { RouteName } from "@otklik/core/api/routes";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { desk, request } from "../../support/desk.ts";
import { type Guild, guild, guildApplication } from "../../support/guild.ts";
import { type TestHome, testHome } from "../../support/home.ts";
import { noon } from "../../support/mentions.ts";

let there: Guild;
let here: TestHome;
let anna: Awaited<ReturnType<typeof desk>>;
let clock = (): Date => noon;

async function open(of: Partial<Parameters<typeof guild>[0]> = {}): Promise<void> {
  there = guild({ ...of, now: () => clock() });
  here = await testHome({ connectors: [there.connector], http: (asked) => there.http(asked) });
  clock = here.ports.now;
  here.ports.messenger = { ...here.messenger, publicUrl: "https://otklik.example" };
  anna = await desk(here);
}
beforeEach(() => open());
afterEach(() => here.close());

const begin = (more: { account?: string; credentials?: Record<string, string> } = {}) =>
  anna.call("POST /api/accounts/oauth/begin", {
    ...{ network: "guild", credentials: guildApplication },
    ...more,
  });
const stateOf = (url: string): string => new URL(url).searchParams.get("state") ?? "";

type Form = [string, string][];
const allow: Form = [
  ["who", "master"],
  ["granted", "read"],
  ["granted", "reply"],
  ["decision", "allow"],
];

/** The person decides on the consent page: where its answer leads. */
async function decide(url: string, form: Form = allow): Promise<URL> {
  const { pathname, search } = new URL(url);
  const body = new URLSearchParams(form);
  const answer = await there.oauth.routes.request(`${pathname}${search}`, { method: "POST", body });
  return new URL(answer.headers.get("location") ?? "nowhere:");
}
/** The browser follows: where Otklik sends it on to. */
const comeBack = async (to: URL, cookie = anna.cookie) => {
  const name: RouteName = "GET /api/oauth/return";
  const { status, headers } = await request(here.ports, name, Object.fromEntries(to.searchParams), cookie);
  return { status, location: headers.location };
};
const outcome = async (state: string) => (await anna.call("GET /api/accounts/oauth/outcome", { state })).body;
/** The whole way. */
async function dance(form: Form = allow, more: Parameters<typeof begin>[0] = {}) {
  const { url } = (await begin(more)).body;
  await comeBack(await decide(url, form));
  return outcome(stateOf(url));
}
const accountOf = (told: Awaited<ReturnType<typeof outcome>>): string =>
  told.is === "connected" ? told.account : "";
const accounts = async () => (await anna.call("GET /api/accounts", {})).body;

describe("the way to the consent page", () => {
  it("names the application, the accesses, the way back and a challenge, and no secret", async () => {
    const url = new URL((await begin()).body.url);
    expect(`${url.origin}${url.pathname}`).toBe("https://id.guild.example/authorize");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: "code",
      client_id: guildApplication.clientId,
      redirect_uri: "https://otklik.example/api/oauth/return",
      scope: "read reply",
      state: expect.stringMatching(/^[0-9a-z]{40}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
      prompt: "consent",
    });
  });

  it("leads below the account's address where there is one, host first", async () => {
    const credentials = { ...guildApplication, address: "http://127.0.0.1:4411/guild/" };
    const url = new URL((await begin({ credentials })).body.url);
    expect(`${url.origin}${url.pathname}`).toBe("http://127.0.0.1:4411/guild/id.guild.example/authorize");
  });

  it("is not begun while a field is missing", async () => {
    const { error } = await begin({ credentials: { clientId: "app-1" } });
    expect(error?.said.en).toContain("Client secret");
  });

  it("is told to the form, so that a person can allow it at the network", async () => {
    const [network] = (await anna.call("GET /api/networks", {})).body;
    expect(network?.account).toMatchObject({
      is: "oauth",
      returnTo: "https://otklik.example/api/oauth/return",
    });
  });
});

describe("the way back", () => {
  it("leads to the web app, with an account that is signed in", async () => {
    const { url } = (await begin()).body;
    const state = stateOf(url);
    expect(await comeBack(await decide(url))).toEqual({ status: 303, location: `/start?sign-in=${state}` });
    const [account] = await accounts();
    expect(await outcome(state)).toEqual({ is: "connected", network: "guild", account: account?.id });
    expect(account).toMatchObject({
      title: "Guild of master",
      is: "oauth",
      kind: { en: "master" },
      warnings: [],
    });
    const opened = await openAccount({ table: here.table, secret: here.ports.secret }, account?.id ?? "");
    expect(Object.keys(opened?.credentials ?? {}).sort()).toEqual([
      ...["accessToken", "clientId", "clientSecret", "refreshToken"],
    ]);
  });

  it("gives places to tick, which are read", async () => {
    const id = accountOf(await dance());
    const places = (await anna.call("GET /api/accounts/:id/places", { id })).body;
    await anna.call("POST /api/accounts/:id/sources", {
      id,
      places: places.map(({ title, settings }) => ({ brand: here.brandId, title, settings })),
      inboxFrom: "all",
    });
    await here.settle();
    const { cards } = (await anna.call("GET /api/inbox", { brand: here.brandId })).body;
    expect(cards.map(({ snippet }) => snippet).sort()).toEqual([
      "Said in the great hall",
      "Said in the small hall",
    ]);
  });

  it("tells a refusal at the network in plain words, and keeps nothing", async () => {
    const told = await dance([["decision", "refuse"]]);
    expect(told).toMatchObject({
      is: "failed",
      network: "guild",
      said: {
        ru: expect.stringContaining("доступ не разрешили"),
        en: expect.stringContaining("refused there"),
      },
    });
    expect(await accounts()).toEqual([]);
  });

  it("warns of an access that was left out", async () => {
    await dance(allow.filter(([, value]) => value !== "reply"));
    const [account] = await accounts();
    expect(account?.warnings.map(({ en }) => en)).toEqual([
      "The network did not grant: reply. Reconnect, and leave every box ticked.",
      "It may not reply.",
    ]);
  });

  it("says that the application is wrong when its secret is", async () => {
    const credentials = { ...guildApplication, clientSecret: "guess" };
    const told = await dance(allow, { credentials });
    expect(told).toMatchObject({ is: "failed", said: { en: expect.stringContaining("client id") } });
  });

  it("works once: the same return again changes nothing", async () => {
    const { url } = (await begin()).body;
    const back = await decide(url);
    await comeBack(back);
    await comeBack(back);
    expect(there.asked.filter((one) => one.endsWith("/token"))).toHaveLength(1);
    expect(await outcome(stateOf(url))).toMatchObject({ is: "connected" });
  });

  it("works once when it comes twice at the same moment", async () => {
    const { url } = (await begin()).body;
    const back = await decide(url);
    await Promise.all([comeBack(back), comeBack(back)]);
    expect(there.asked.filter((one) => one.endsWith("/token"))).toHaveLength(1);
    expect(await accounts()).toHaveLength(1);
  });

  it("is closed after 15 minutes", async () => {
    const { url } = (await begin()).body;
    const back = await decide(url);
    here.pass(15 * 60);
    await comeBack(back);
    expect(await outcome(stateOf(url))).toMatchObject({ is: "failed", network: null });
    expect(await accounts()).toEqual([]);
  });

  it("is open to the person who began it alone, and to nobody without a session", async () => {
    const boris = await desk(here, "boris@example.com");
    const { url } = (await begin()).body;
    const back = await decide(url);
    for (const cookie of [boris.cookie, ""]) await comeBack(back, cookie);
    expect(there.asked).toEqual([]);
    await comeBack(back);
    expect(await outcome(stateOf(url))).toMatchObject({ is: "connected" });
    const { body } = await boris.call("GET /api/accounts/oauth/outcome", { state: stateOf(url) });
    expect(body).toMatchObject({ is: "failed", network: null });
  });

  it("is open in the workspace alone in which it was begun", async () => {
    const { url } = (await begin()).body;
    await anna.call("POST /api/workspaces", { name: "Elsewhere" });
    await comeBack(await decide(url));
    expect(there.asked).toEqual([]);
  });

  it("takes a state that nobody gave for what it is", async () => {
    expect(await comeBack(new URL("https://otklik.example/?state=guess&code=guess"))).toMatchObject({
      status: 303,
    });
    expect(await outcome("guess")).toMatchObject({ is: "failed" });
  });

  it("leaves neither verifier, secret nor token readable in the table or the log", async () => {
    const { url } = (await begin()).body;
    await comeBack(await decide(url));
    const [account] = await accounts();
    const opened = await openAccount({ table: here.table, secret: here.ports.secret }, account?.id ?? "");
    const { clientId: _, ...secrets } = opened?.credentials ?? {};
    const rows = await here.table.query({ pk: "accounts", limit: 10 });
    const seen = JSON.stringify([rows, here.logged, await accounts()]);
    expect(Object.values(secrets).filter((one) => seen.includes(one))).toEqual([]);
  });

  it("changes the first token for a longer one where the network has it so", async () => {
    here.close();
    await open({ by: "exchange" });
    await dance();
    const [account] = await accounts();
    expect(account?.expiresAt).toBe(new Date(noon.getTime() + 60 * 86_400_000).toISOString());
  });
});

describe("signing in again", () => {
  it("keeps the account, its sources, their ids and where they stopped", async () => {
    const id = accountOf(await dance());
    const tick = { brand: here.brandId, title: "Great", settings: { hall: "great" } };
    await anna.call("POST /api/accounts/:id/sources", { id, places: [tick] });
    await here.settle();
    const [before] = (await anna.call("GET /api/sources", {})).body;
    there.oauth.revoke("master");
    here.pass(7200);
    await anna.call("POST /api/sources/:id/pull", { id: before?.id ?? "" });
    await here.settle();
    expect((await anna.call("GET /api/sources", {})).body[0]).toMatchObject({
      state: "paused",
      pausedWhy: { en: expect.stringContaining("choose “Reconnect”") },
    });
    expect((await accounts())[0]?.ended).toBeDefined();

    expect(await dance(allow, { account: id, credentials: {} })).toMatchObject({ account: id });
    await here.settle();
    const [after] = (await anna.call("GET /api/sources", {})).body;
    expect(after).toMatchObject({ id: before?.id, accountId: id, state: "active", found: 1 });
    expect(after?.fault).toBeUndefined();
    expect(after?.lastGoodAt).toBe(here.ports.now().toISOString());
    expect((await accounts())[0]?.ended).toBeUndefined();
  });

  it("takes the place of a sign-in that stayed behind when Otklik moved", async () => {
    const lost = { accountId: "lost1", network: "guild", settings: { hall: "great" } };
    await here.connect({ ...lost, state: { is: "paused", by: "otklik", why: { ru: "", en: "moved" } } });
    expect((await begin({ account: "lost1", credentials: {} })).error?.said.en).toContain("Client ID");
    expect(await dance(allow, { account: "lost1" })).toMatchObject({ account: "lost1" });
    await here.settle();
    expect((await anna.call("GET /api/sources", {})).body[0]).toMatchObject({
      state: "active",
      lastGoodAt: noon.toISOString(),
    });
  });
});
