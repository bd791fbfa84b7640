// The sign-in as the connector declares it, danced with the simulator: what the core does with the declaration.

import { googleBusiness } from "@otklik/connectors/google-business/index";
import type { OAuthKind } from "@otklik/core/connector";
import { client, googleBusiness as simulated } from "@otklik/sandbox/google-business/google-business";
import { person } from "@otklik/sandbox/google-business/places";
import { challengeOf } from "@otklik/sandbox/kit/oauth-grants";
import { beforeEach, describe, expect, it } from "vitest";
import { type OpenedSandbox, sandboxOf } from "../../support/sandbox-of.ts";
import { testTools } from "../../support/tools.ts";

const redirect = "https://otklik.example/oauth/return";
const verifier = "a-verifier-of-at-least-forty-three-characters-0";
const kind = googleBusiness.account as OAuthKind;

let sandbox: OpenedSandbox;
const clock = { now: new Date("2026-11-20T09:00:00Z") };
beforeEach(() => {
  clock.now = new Date("2026-11-20T09:00:00Z");
  sandbox = sandboxOf(simulated({ posts: 10 }), clock);
  return () => sandbox.close();
});

/** The address below the sandbox, its host first, as an account's `address` has it. */
const below = (url: string): string => `${sandbox.address}/${url.replace("https://", "")}`;

async function aCode(): Promise<string> {
  const asked = new URLSearchParams({
    response_type: "code",
    client_id: client.id,
    redirect_uri: redirect,
    scope: kind.scopes.join(" "),
    state: "s",
    code_challenge: challengeOf(verifier),
    code_challenge_method: "S256",
    ...kind.parameters,
  });
  const body = new URLSearchParams([
    ["who", person.id],
    ["decision", "allow"],
    ...kind.scopes.map((scope): [string, string] => ["granted", scope]),
  ]);
  const response = await sandbox.http(
    new Request(`${below(kind.authorizeUrl)}?${asked}`, { method: "POST", body }),
  );
  return new URL(response.headers.get("location") ?? "nowhere:").searchParams.get("code") ?? "";
}
async function tokenBy(form: Record<string, string>): Promise<Record<string, string>> {
  const body = new URLSearchParams({ client_id: client.id, client_secret: client.secret, ...form });
  const response = await sandbox.http(new Request(below(kind.tokenUrl), { method: "POST", body }));
  return (await response.json()) as Record<string, string>;
}
const redeem = async (code: string) =>
  tokenBy({ grant_type: "authorization_code", redirect_uri: redirect, code_verifier: verifier, code });
const discover = (accessToken = "") => {
  const account = { id: "a", credentials: { accessToken, address: sandbox.address } };
  return googleBusiness.discover?.(account, testTools({ http: sandbox.http, now: () => clock.now }));
};

describe("signing in at Google", () => {
  it("brings a token with which the locations are listed, and one to renew it", async () => {
    const granted = await redeem(await aCode());
    expect(await discover(granted.access_token)).toHaveLength(7);
    expect(granted.refresh_token).toMatch(/./);
  });

  it("lasts an hour, and is renewed", async () => {
    const granted = await redeem(await aCode());
    clock.now = new Date(clock.now.getTime() + 3_601_000);
    await expect(discover(granted.access_token)).rejects.toMatchObject({ kind: "unauthorized" });
    const renewed = await tokenBy({
      grant_type: "refresh_token",
      refresh_token: granted.refresh_token ?? "",
    });
    expect(await discover(renewed.access_token)).toHaveLength(7);
  });
});
