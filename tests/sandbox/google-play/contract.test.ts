// Holds the simulator to Google's own discovery document, where a copy of it stands beside the checkout; and its refusals
// to Google's envelope, and its token endpoint to RFC 6749, always.
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { openGooglePlay } from "../../connectors/google-play/bench.ts";
import { contractFiles } from "../../support/contract-files.ts";
import { openApiOf } from "../../support/discovery.ts";
import { faultsOfRequests, remembering } from "../../support/judged.ts";
import { openApi } from "../../support/openapi.ts";
import { signedToken, strangersKey } from "../../support/signed-token.ts";

const host = "androidpublisher.googleapis.com";
const reviews = "/androidpublisher/v3/applications/com.example.basketful/reviews";
const scope = "https://www.googleapis.com/auth/androidpublisher";
const grant_type = "urn:ietf:params:oauth:grant-type:jwt-bearer";

let bench: Awaited<ReturnType<typeof openGooglePlay>>;
beforeEach(async () => {
  bench = await openGooglePlay({ posts: 120 });
  return () => bench.close();
});

async function exchange({ foreign = false, asked = scope, lifeSeconds = 3600, type = grant_type } = {}) {
  const { private_key, client_email } = JSON.parse(bench.account.credentials.keyFile ?? "");
  const now = Math.floor(bench.clock.now.getTime() / 1000);
  const aud = "https://oauth2.googleapis.com/token";
  const claims = { iss: client_email, scope: asked, aud, iat: now, exp: now + lifeSeconds };
  const assertion = signedToken(foreign ? strangersKey("rsa") : private_key, { header: {}, claims });
  const body = new URLSearchParams({ grant_type: type, assertion });
  const url = `${bench.account.credentials.address}/oauth2.googleapis.com/token`;
  return bench.tools.http(new Request(url, { method: "POST", body }));
}
const Granted = z.strictObject({
  access_token: z.string().min(1),
  expires_in: z.int().positive(),
  token_type: z.literal("Bearer"),
});

async function ask(path: string, init: RequestInit = {}) {
  const { access_token } = Granted.parse(await (await exchange()).json());
  const headers = { authorization: `Bearer ${access_token}`, "content-type": "application/json" };
  const request = new Request(`${bench.account.credentials.address}/${host}${path}`, { headers, ...init });
  return { request, response: await bench.tools.http(request.clone()) };
}
const reply = (id: string, replyText: string) =>
  ask(`${reviews}/${id}:reply`, { method: "POST", body: JSON.stringify({ replyText }) });

const Envelope = z.strictObject({
  error: z.strictObject({
    code: z.int(),
    message: z.string().min(1),
    status: z.string().regex(/^[A-Z_]+$/),
    errors: z.array(z.looseObject({ message: z.string() })),
  }),
});

describe("the token endpoint", () => {
  it("gives a token for an hour", async () => {
    expect(Granted.safeParse(await (await exchange()).json()).error).toBeUndefined();
  });

  it.each([
    { what: "a key of somebody else", of: { foreign: true } },
    { what: "another scope", of: { asked: "https://www.googleapis.com/auth/drive" } },
    { what: "more than an hour", of: { lifeSeconds: 7200 } },
    { what: "another grant", of: { type: "password" } },
  ])("refuses $what", async ({ of }) => {
    const response = await exchange(of);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: "invalid_grant", error_description: expect.any(String) });
  });
});

describe("Google Play's simulator", () => {
  it.each([
    {
      what: "an app of somebody else",
      path: "/androidpublisher/v3/applications/com.example.other/reviews",
      status: 404,
    },
    { what: "a page token of nowhere", path: `${reviews}?token=x`, status: 400 },
    { what: "a review that there is not", path: `${reviews}/gp:none`, status: 404 },
  ])("refuses $what", async ({ path, status }) => {
    const { response } = await ask(path);
    expect(response.status).toBe(status);
    expect(Envelope.safeParse(await response.json()).error).toBeUndefined();
  });

  it.each([
    { letters: 350, status: 200 },
    { letters: 351, status: 400 },
  ])("answers $status to a reply of $letters letters", async ({ letters, status }) => {
    const id = await bench.addMention("Demo.");
    const { response } = await reply(id, "я".repeat(letters));
    expect(response.status).toBe(status);
  });

  it("shows a review for seven days and no longer", async () => {
    const id = await bench.addMention("Demo.");
    const before = await ask(`${reviews}/${id}`);
    bench.clock.now = new Date(bench.clock.now.getTime() + 7 * 86_400_000);
    const after = await ask(`${reviews}/${id}`);
    expect([before.response.status, after.response.status]).toEqual([200, 404]);
  });

  it("strips HTML from a reply", async () => {
    const id = await bench.addMention("Demo.");
    await reply(id, "<b>Спасибо</b>!");
    expect(await bench.publishedTexts(id)).toEqual(["Спасибо!"]);
  });
});

const { folder, isThere, why } = contractFiles("google-play");

describe.skipIf(!isThere)(`Google's discovery document${why}`, () => {
  const judge = () => openApi(openApiOf(`${folder}androidpublisher-v3.reviews.discovery.json`));
  const faultsOf = (call: { request: Request; response: Response }) =>
    judge().faultsOf(call.request, call.response, `/google-play/${host}`);

  it.each([`${reviews}?maxResults=100`, `${reviews}?maxResults=3&translationLanguage=en`])(
    "knows all of GET %s",
    async (path) => {
      const call = await ask(path);
      expect(call.response.status).toBe(200);
      expect(await faultsOf(call)).toEqual([]);
    },
  );

  it("knows a review, and a reply to it", async () => {
    const id = await bench.addMention("Demo.");
    const calls = [await reply(id, "Спасибо!"), await ask(`${reviews}/${id}`)];
    for (const call of calls) {
      expect(call.response.status).toBe(200);
      expect(await faultsOf(call)).toEqual([]);
    }
  });

  it("knows every request that the connector makes of the API", async () => {
    const { connector, account, settings } = bench;
    const { tools, asked } = remembering(bench.tools);
    const id = await bench.addMention("Demo.");
    const feed = { sourceId: "s", settings, account, inboxFrom: new Date(0) };
    await connector.pull?.(feed, (await connector.pull(feed, null, tools)).next, tools);
    const mention = { externalId: id, kind: "review" } as const;
    await connector.reply?.({ account, settings, mention, text: "Спасибо!", once: "1" }, tools);
    const ofTheApi = asked.filter(({ url }) => url.includes(`/${host}/`));
    expect(ofTheApi).toHaveLength(4);
    expect(await faultsOfRequests(judge(), ofTheApi, `/google-play/${host}`)).toEqual([]);
  });
});
