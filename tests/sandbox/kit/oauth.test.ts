import { type OAuth, type OAuthSettings, openOAuth } from "@otklik/sandbox/kit/oauth";
import { challengeOf } from "@otklik/sandbox/kit/oauth-grants";
import { openState, type State } from "@otklik/sandbox/state";
import { describe, expect, it } from "vitest";

const client = { id: "otklik-app", secret: "app-secret", name: "Otklik" };
const redirect = "https://otklik.example/api/oauth/return";
const verifier = "a-verifier-of-at-least-forty-three-characters-0";

function opened(more: Partial<OAuthSettings> = {}, state: State = openState(":memory:")) {
  const clock = { now: new Date("2026-07-20T10:00:00Z") };
  const oauth = openOAuth({
    state,
    now: () => clock.now,
    title: { ru: "Площадь", en: "The Square" },
    clients: [client],
    people: [{ id: "anna", name: "Anna Example" }],
    scopes: ["read", "reply"],
    paths: { authorize: "/id.example/authorize", token: ["/id.example/token"], revoke: "/id.example/revoke" },
    accessSeconds: 3600,
    givesRefresh: () => true,
    ...more,
  });
  return { oauth, clock, state };
}

const pass = (seconds: number, clock: { now: Date }) => {
  clock.now = new Date(clock.now.getTime() + seconds * 1000);
};

const consentPath = (more: Record<string, string> = {}) =>
  `/id.example/authorize?${new URLSearchParams({
    response_type: "code",
    client_id: client.id,
    redirect_uri: redirect,
    scope: "read reply",
    state: "where-i-was",
    code_challenge: challengeOf(verifier),
    code_challenge_method: "S256",
    ...more,
  })}`;

async function decide(oauth: OAuth, form: [string, string][], path = consentPath()): Promise<URL> {
  const response = await oauth.routes.request(path, { method: "POST", body: new URLSearchParams(form) });
  return new URL(response.headers.get("location") ?? "nowhere:");
}
const yes: [string, string][] = [
  ["who", "anna"],
  ["granted", "read"],
  ["granted", "reply"],
  ["decision", "allow"],
];
const codeOf = async (oauth: OAuth) => (await decide(oauth, yes)).searchParams.get("code") ?? "";

interface Told {
  access_token: string;
  refresh_token: string;
  error: unknown;
}

async function ask(oauth: OAuth, form: Record<string, string>) {
  const body = new URLSearchParams({ client_id: client.id, client_secret: client.secret, ...form });
  const response = await oauth.routes.request("/id.example/token", { method: "POST", body });
  return { status: response.status, ...((await response.json()) as Partial<Told>) };
}
const redeem = (oauth: OAuth, code: string, more: Record<string, string> = {}) =>
  ask(oauth, {
    grant_type: "authorization_code",
    redirect_uri: redirect,
    code_verifier: verifier,
    code,
    ...more,
  });
const refresh = (oauth: OAuth, token = "") =>
  ask(oauth, { grant_type: "refresh_token", refresh_token: token });

describe("the consent page", () => {
  it.each([
    ["ru", "Вход в Площадь", "Разрешить"],
    ["en", "Sign in to The Square", "Allow"],
  ])("tells a person in %s who asks and for what", async (lang, title, button) => {
    const { oauth } = opened();
    const page = await (await oauth.routes.request(consentPath({ lang }))).text();
    expect(page).toContain(title);
    expect(page).toContain(button);
    expect(page).toContain("Otklik");
    expect(page).toContain("reply");
  });

  it("sends the person back with a code and the state", async () => {
    const back = await decide(opened().oauth, yes);
    expect(back.origin + back.pathname).toBe(redirect);
    expect(back.searchParams.get("state")).toBe("where-i-was");
    expect(back.searchParams.get("code")).toMatch(/.{20,}/);
  });

  it("sends a refusal back", async () => {
    const back = await decide(opened().oauth, [["decision", "refuse"]]);
    expect(Object.fromEntries(back.searchParams)).toMatchObject({
      error: "access_denied",
      state: "where-i-was",
    });
  });

  it.each([
    ["an unknown client", { client_id: "stranger" }],
    ["an address that is none", { redirect_uri: "/relative" }],
  ])("sends %s nowhere", async (_, asked) => {
    const response = await opened().oauth.routes.request(consentPath(asked));
    expect([response.status, response.headers.get("location")]).toEqual([400, null]);
  });

  it.each([
    ["an access that it does not know", { scope: "read everything" }, "invalid_scope"],
    ["another response type", { response_type: "token" }, "unsupported_response_type"],
    ["a challenge in the clear", { code_challenge_method: "plain" }, "invalid_request"],
  ])("sends back %s as an error", async (_, asked, error) => {
    const response = await opened().oauth.routes.request(consentPath(asked));
    expect(new URL(response.headers.get("location") ?? "").searchParams.get("error")).toBe(error);
  });

  it("leaves out an access that the person did not tick", async () => {
    const { oauth } = opened();
    const kept = yes.filter(([, value]) => value !== "reply");
    const code = (await decide(oauth, kept)).searchParams.get("code") ?? "";
    const { access_token } = await redeem(oauth, code);
    expect(oauth.bearer(access_token)).toMatchObject({ is: "accepted", who: "anna", scopes: ["read"] });
  });
});

describe("the token endpoint", () => {
  it("changes a code for tokens that open the door until they end", async () => {
    const { oauth, clock } = opened();
    const told = await redeem(oauth, await codeOf(oauth));
    expect(told).toMatchObject({ status: 200, token_type: "Bearer", expires_in: 3600, scope: "read reply" });
    expect(oauth.bearer(`Bearer ${told.access_token}`).is).toBe("accepted");
    pass(3600, clock);
    expect(oauth.bearer(`Bearer ${told.access_token}`)).toEqual({ is: "refused", why: "expired" });
  });

  it.each([
    ["another verifier", { code_verifier: "x".repeat(43) }, 400, "invalid_grant"],
    ["another way back", { redirect_uri: "https://thief.example/" }, 400, "invalid_grant"],
    ["a wrong secret", { client_secret: "guess" }, 401, "invalid_client"],
    ["a code that nobody gave", { code: "guess" }, 400, "invalid_grant"],
    ["a grant that it does not know", { grant_type: "password" }, 400, "unsupported_grant_type"],
  ])("refuses %s", async (_, asked, status, error) => {
    const { oauth } = opened();
    expect(await redeem(oauth, await codeOf(oauth), asked)).toMatchObject({ status, error });
  });

  it("refuses a code that is ten minutes old", async () => {
    const { oauth, clock } = opened();
    const code = await codeOf(oauth);
    pass(600, clock);
    expect(await redeem(oauth, code)).toMatchObject({ error: "invalid_grant" });
  });

  it("takes a code once, and its second use ends what the first one brought", async () => {
    const { oauth } = opened();
    const code = await codeOf(oauth);
    const { access_token } = await redeem(oauth, code);
    expect(await redeem(oauth, code)).toMatchObject({ status: 400, error: "invalid_grant" });
    expect(oauth.bearer(access_token)).toEqual({ is: "refused", why: "revoked" });
  });

  it("takes the client's name and secret by HTTP Basic", async () => {
    const { oauth } = opened();
    const response = await oauth.routes.request("/id.example/token", {
      method: "POST",
      headers: { Authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}` },
      body: new URLSearchParams({
        code: await codeOf(oauth),
        redirect_uri: redirect,
        code_verifier: verifier,
      }),
    });
    expect(response.status).toBe(200);
  });

  it("refreshes as often as asked, and keeps the refresh token where it does not rotate", async () => {
    const { oauth, clock } = opened();
    const { refresh_token } = await redeem(oauth, await codeOf(oauth));
    pass(90 * 86_400, clock);
    const again = await refresh(oauth, refresh_token);
    expect(again.refresh_token).toBeUndefined();
    expect(oauth.bearer(again.access_token).is).toBe("accepted");
  });

  it("rotates refresh tokens, and forgives the old one for as long as it says", async () => {
    const { oauth, clock } = opened({ rotation: { graceSeconds: 60 } });
    const { refresh_token: first } = await redeem(oauth, await codeOf(oauth));
    const second = await refresh(oauth, first);
    expect(second.refresh_token).not.toBe(first);
    pass(60, clock);
    expect(await refresh(oauth, first)).toMatchObject({ status: 200 });
    pass(1, clock);
    expect(await refresh(oauth, first)).toMatchObject({ error: "invalid_grant" });
    expect(oauth.bearer(second.access_token)).toEqual({ is: "refused", why: "revoked" });
  });

  it("refuses in the network's own form", async () => {
    const { oauth } = opened({
      refuse: ({ description }) =>
        Response.json({ error: { code: 190, message: description } }, { status: 400 }),
    });
    expect((await refresh(oauth, "guess")).error).toEqual({ code: 190, message: expect.any(String) });
  });
});

describe("a token for a longer one", () => {
  const day = 86_400;
  const long = { needsClient: true, seconds: 60 * day };
  const exchanges = {
    fb_exchange_token: { ...long, parameter: "fb_exchange_token" },
    ig_refresh_token: { ...long, parameter: "access_token", needsClient: false, leastAgeSeconds: day },
  };
  const change = async (oauth: OAuth, query: Record<string, string>) =>
    (await oauth.routes.request(`/id.example/token?${new URLSearchParams(query)}`)).json() as Promise<
      Record<string, string>
    >;
  const asClient = { client_id: client.id, client_secret: client.secret };

  it("is given by GET to a client that names itself", async () => {
    const { oauth, clock } = opened({ exchanges });
    const { accessToken } = oauth.grant({ who: "anna" });
    const asked = { grant_type: "fb_exchange_token", fb_exchange_token: accessToken };
    expect(await change(oauth, asked)).toMatchObject({ error: "invalid_client" });
    const told = await change(oauth, { ...asked, ...asClient });
    expect(told.expires_in).toBe(60 * day);
    pass(59 * day, clock);
    expect(oauth.bearer(told.access_token).is).toBe("accepted");
  });

  it("is refused to a token that is too young, or has ended", async () => {
    const { oauth, clock } = opened({ exchanges, accessSeconds: 2 * day });
    const asked = { grant_type: "ig_refresh_token", access_token: oauth.grant({ who: "anna" }).accessToken };
    expect(await change(oauth, asked)).toMatchObject({ error_description: expect.stringContaining("young") });
    pass(day, clock);
    expect(await change(oauth, asked)).toMatchObject({ expires_in: 60 * day });
    pass(day, clock);
    expect(await change(oauth, asked)).toMatchObject({ error: "invalid_grant" });
  });
});

describe("what ends a sign-in", () => {
  it("is the person, who takes it back: neither token is good for anything then", async () => {
    const { oauth } = opened();
    const { access_token, refresh_token } = await redeem(oauth, await codeOf(oauth));
    oauth.revoke("anna");
    expect(oauth.bearer(access_token)).toEqual({ is: "refused", why: "revoked" });
    expect(await refresh(oauth, refresh_token)).toMatchObject({ error: "invalid_grant" });
  });

  it("is the application, which hands a token back", async () => {
    const { oauth } = opened();
    const { access_token = "", refresh_token } = await redeem(oauth, await codeOf(oauth));
    const body = new URLSearchParams({ token: access_token });
    expect((await oauth.routes.request("/id.example/revoke", { method: "POST", body })).status).toBe(200);
    expect(await refresh(oauth, refresh_token)).toMatchObject({ error: "invalid_grant" });
  });

  it("is time for an access token alone, when the stage hands order it", async () => {
    const { oauth } = opened();
    const { accessToken, refreshToken } = oauth.grant({ who: "anna" });
    await oauth.routes.request("/__oauth", { method: "POST", body: JSON.stringify({ expire: true }) });
    expect(oauth.bearer(accessToken)).toEqual({ is: "refused", why: "expired" });
    expect(await refresh(oauth, refreshToken)).toMatchObject({ status: 200 });
  });

  it("is no restart of the simulator", () => {
    const { oauth, state } = opened();
    const { accessToken } = oauth.grant({ who: "anna" });
    expect(opened({}, state).oauth.bearer(accessToken).is).toBe("accepted");
  });
});
