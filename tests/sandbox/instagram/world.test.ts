import { app, person, profile, scopes } from "@otklik/sandbox/instagram/people";
import { sandboxRoutes } from "@otklik/sandbox/main";
import { openState } from "@otklik/sandbox/state";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const now = new Date("2026-11-20T09:00:00Z");
const opened = () => {
  const routes = sandboxRoutes({ state: openState(":memory:"), now: () => now }, { arrivalEveryMs: 0 });
  return (path: string, init?: RequestInit) => routes.request(`http://sandbox.test/instagram${path}`, init);
};
const graph = "/graph.facebook.com/v25.0";
const Counted = z.object({ data: z.array(z.object({ comments_count: z.int(), timestamp: z.string() })) });
const Token = z.object({ access_token: z.string(), expires_in: z.int() });

describe("the simulated Instagram's world", () => {
  it("holds a brand's media with at least 300 comments and replies under them, the newest media first", async () => {
    const ask = opened();
    const headers = { authorization: "Bearer EAADdemo-instagram-token" };
    const response = await ask(`${graph}/${profile.id}/media?fields=comments_count,timestamp`, { headers });
    const { data } = Counted.parse(await response.json());
    const total = data.reduce((sum, { comments_count }) => sum + comments_count, 0);
    const times = data.map(({ timestamp }) => timestamp);
    expect(total).toBeGreaterThanOrEqual(300);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it("shows its pictures", async () => {
    const response = await opened()("/__picture/17910000000000001.png");
    expect(response.headers.get("content-type")).toBe("image/png");
  });
});

describe("signing in to the simulated Instagram", () => {
  const back = "https://otklik.example/oauth";
  const client = { client_id: app.id, client_secret: app.secret };

  /** The person allows everything; tells the first token. */
  async function signedIn(ask: ReturnType<typeof opened>): Promise<string> {
    const asked = new URLSearchParams({
      ...{
        client_id: app.id,
        redirect_uri: back,
        response_type: "code",
        state: "s",
        scope: scopes.join(","),
      },
    });
    const form = new URLSearchParams({ who: person.id, decision: "allow" });
    for (const scope of scopes) form.append("granted", scope);
    const consent = await ask(`/www.facebook.com/v25.0/dialog/oauth?${asked}`, {
      method: "POST",
      body: form,
    });
    const code = new URL(consent.headers.get("location") ?? back).searchParams.get("code") ?? "";
    const token = new URLSearchParams({
      ...client,
      grant_type: "authorization_code",
      redirect_uri: back,
      code,
    });
    const response = await ask(`${graph}/oauth/access_token`, { method: "POST", body: token });
    return Token.parse(await response.json()).access_token;
  }
  const exchanged = (ask: ReturnType<typeof opened>, of: string) =>
    ask(
      `${graph}/oauth/access_token?${new URLSearchParams({ ...client, grant_type: "fb_exchange_token", fb_exchange_token: of })}`,
    );

  it("gives a token that shows the accounts, and is changed for one of sixty days", async () => {
    const ask = opened();
    const first = await signedIn(ask);
    const accounts = await ask(`${graph}/me/accounts?fields=id`, {
      headers: { authorization: `Bearer ${first}` },
    });
    expect(accounts.status).toBe(200);
    const longer = Token.parse(await (await exchanged(ask, first)).json());
    expect(longer.expires_in).toBe(60 * 86_400);
    const again = await ask(`${graph}/me`, { headers: { authorization: `Bearer ${longer.access_token}` } });
    expect(await again.json()).toEqual({ id: person.id, name: person.name });
  });

  it("refuses a stranger's token in the Graph API's own form", async () => {
    const refused = await exchanged(opened(), "nobody's");
    expect(await refused.json()).toMatchObject({
      error: { type: "OAuthException", code: expect.any(Number) },
    });
  });
});
