// Holds the simulator to Apple's own OpenAPI document, where a copy of it stands beside the checkout; and its refusals to
// Apple's envelope, and the public feed to the form of its recorded answers, always.

import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { openAppStore } from "../../connectors/app-store/bench.ts";
import { contractFiles } from "../../support/contract-files.ts";
import { faultsOfRequests, remembering } from "../../support/judged.ts";
import { openApi } from "../../support/openapi.ts";
import { signedToken, strangersKey } from "../../support/signed-token.ts";

const host = "api.appstoreconnect.apple.com";
const app = "990000001";
const reviews = `/v1/apps/${app}/customerReviews`;

let bench: Awaited<ReturnType<typeof openAppStore>>;
beforeEach(async () => {
  bench = await openAppStore({ posts: 60 });
  return () => bench.close();
});

/** A token as a developer signs it, unless told otherwise. */
function token({
  lifeSeconds = 600,
  audience = "appstoreconnect-v1",
  kid = "DEMOKEY001",
  foreign = false,
} = {}) {
  const { privateKey = "", issuerId = "" } = bench.account.credentials;
  const now = Math.floor(bench.clock.now.getTime() / 1000);
  return signedToken(foreign ? strangersKey("ec") : privateKey, {
    header: { kid },
    claims: { iss: issuerId, iat: now, exp: now + lifeSeconds, aud: audience },
  });
}
async function ask(path: string, init: RequestInit & { as?: string } = {}) {
  const { as = token(), ...rest } = init;
  const headers = { authorization: `Bearer ${as}`, "content-type": "application/json" };
  const request = new Request(`${bench.account.credentials.address}/${host}${path}`, { headers, ...rest });
  return { request, response: await bench.tools.http(request.clone()) };
}
const responseTo = (id: string, responseBody: string) => ({
  method: "POST",
  body: JSON.stringify({
    data: {
      type: "customerReviewResponses",
      attributes: { responseBody },
      relationships: { review: { data: { type: "customerReviews", id } } },
    },
  }),
});

const Envelope = z.strictObject({
  errors: z.tuple([
    z.strictObject({
      id: z.uuid(),
      status: z.string().regex(/^[45]\d\d$/),
      code: z.string().min(1),
      title: z.string().min(1),
      detail: z.string().min(1),
      source: z
        .union([z.strictObject({ parameter: z.string() }), z.strictObject({ pointer: z.string() })])
        .optional(),
    }),
  ]),
});

describe("Apple's simulator refuses, in Apple's envelope,", () => {
  it.each([
    { what: "a token of another key", of: { foreign: true } },
    { what: "a token that lives longer than 20 minutes", of: { lifeSeconds: 1201 } },
    { what: "a token that has ended", of: { lifeSeconds: -60 } },
    { what: "a token for another service", of: { audience: "elsewhere" } },
    { what: "a key that it does not know", of: { kid: "UNKNOWN" } },
  ])("$what", async ({ of }) => {
    const { response } = await ask(reviews, { as: token(of) });
    expect(response.status).toBe(401);
    expect(Envelope.safeParse(await response.json()).error).toBeUndefined();
  });

  it.each([
    { what: "an app of somebody else", path: "/v1/apps/1/customerReviews", status: 404 },
    { what: "more than 200 at once", path: `${reviews}?limit=201`, status: 400 },
    { what: "an order it does not have", path: `${reviews}?sort=title`, status: 400 },
    { what: "a parameter it does not know", path: `${reviews}?page=2`, status: 400 },
    { what: "a cursor of nowhere", path: `${reviews}?cursor=x`, status: 400 },
    { what: "a review that there is not", path: "/v1/customerReviews/1", status: 404 },
  ])("$what", async ({ path, status }) => {
    const { response } = await ask(path);
    expect(response.status).toBe(status);
    expect(Envelope.safeParse(await response.json()).error).toBeUndefined();
  });

  it("a response that is too long", async () => {
    const id = await bench.addMention("Demo.");
    const { response } = await ask("/v1/customerReviewResponses", responseTo(id, "a".repeat(5971)));
    expect(response.status).toBe(409);
    expect(Envelope.safeParse(await response.json()).error).toBeUndefined();
    expect(await bench.publishedTexts(id)).toEqual([]);
  });

  it("more than 3,500 requests in an hour, and counts them down in its header", async () => {
    await bench.control({ reset: true });
    const first = await ask(reviews);
    await bench.control({ throttle: 1 });
    const over = await ask(reviews);
    expect(first.response.headers.get("x-rate-limit")).toBe("user-hour-lim:3500;user-hour-rem:3499;");
    expect(over.response.status).toBe(429);
  });
});

const { folder, isThere, why } = contractFiles("apple-app-store");

describe.skipIf(!isThere)(`Apple's OpenAPI document${why}`, () => {
  const judge = () => openApi(`${folder}app-store-connect-3.7.0.customer-reviews.openapi.json`);
  const faultsOf = (call: { request: Request; response: Response }) =>
    judge().faultsOf(call.request, call.response, `/app-store/${host}`);

  it.each([
    `${reviews}?sort=-createdDate&limit=200&include=response`,
    `${reviews}?sort=rating&limit=5`,
    `${reviews}?filter[territory]=RUS,USA&filter[rating]=1,2&exists[publishedResponse]=false`,
    `${reviews}?limit=0`,
  ])("knows all of GET %s", async (path) => {
    expect(await faultsOf(await ask(path))).toEqual([]);
  });

  it("knows a review, its response, and how that is posted and deleted", async () => {
    const id = await bench.addMention("Demo.");
    const posted = await ask("/v1/customerReviewResponses", responseTo(id, "Спасибо!"));
    const { data } = (await posted.response.clone().json()) as { data: { id: string } };
    const calls = [
      posted,
      await ask(`/v1/customerReviews/${id}?include=response`),
      await ask(`/v1/customerReviewResponses/${data.id}`),
      await ask(`/v1/customerReviewResponses/${data.id}`, { method: "DELETE" }),
    ];
    expect(calls.map(({ response }) => response.status)).toEqual([201, 200, 200, 204]);
    for (const call of calls) expect(await faultsOf(call)).toEqual([]);
  });

  it("knows every request of the connector but the list of apps, which it does not tell of", async () => {
    const { connector, account, settings } = bench;
    const { tools, asked } = remembering(bench.tools);
    await connector.check?.(account, settings, tools);
    const id = await bench.addMention("Demo.");
    const wanted = { ...settings, territories: ["RUS", "USA"] };
    await connector.pull?.({ sourceId: "s", settings: wanted, account, inboxFrom: new Date(0) }, null, tools);
    const mention = { externalId: id, kind: "review" } as const;
    await connector.reply?.({ account, settings, mention, text: "Спасибо!", once: "1" }, tools);
    expect(asked).toHaveLength(4);
    expect(await faultsOfRequests(judge(), asked, `/app-store/${host}`)).toEqual([]);
  });
});

const label = z.strictObject({ label: z.string() });
const term = z.strictObject({ attributes: z.strictObject({ term: z.string(), label: z.string() }) });
const FeedReview = z.strictObject({
  author: z.strictObject({ uri: label, name: label, label: z.literal("") }),
  updated: label.optional(),
  "im:rating": z.strictObject({ label: z.string().regex(/^[1-5]$/) }),
  "im:version": label,
  id: z.strictObject({ label: z.string().regex(/^\d{10,11}$/) }),
  title: label,
  content: z.strictObject({ label: z.string(), attributes: z.strictObject({ type: z.literal("text") }) }),
  link: z.strictObject({ attributes: z.strictObject({ rel: z.literal("related"), href: z.url() }) }),
  "im:voteSum": label,
  "im:contentType": term,
  "im:voteCount": label,
});
const FeedApp = z.looseObject({ "im:name": label, "im:rating": z.undefined().optional() });
const Feed = z.object({ feed: z.object({ entry: z.unknown().optional() }) });

describe("the public feed", () => {
  const page = async (country: string, number = 1) => {
    const path = `/itunes.apple.com/${country}/rss/customerreviews/page=${number}/id=${app}/sortby=mostrecent/json`;
    const response = await bench.tools.http(new Request(bench.account.credentials.address + path));
    return {
      status: response.status,
      entry: response.ok ? Feed.parse(await response.json()).feed.entry : null,
    };
  };

  it.each(["ru", "us"])("has the form of recorded answers in %s, with dates", async (country) => {
    const { entry } = await page(country);
    const read = z.array(FeedReview.required({ updated: true })).safeParse(entry);
    expect(read.error).toBeUndefined();
  });

  it.each(["kz", "gb"])("has the older form in %s: the app first, and no dates", async (country) => {
    const { entry } = await page(country);
    const [first, ...reviews] = z.array(z.unknown()).parse(entry);
    expect(FeedApp.safeParse(first).error).toBeUndefined();
    expect(z.array(FeedReview.omit({ updated: true })).safeParse(reviews).error).toBeUndefined();
  });

  it("gives one review alone and none by leaving the member out", async () => {
    await bench.close();
    bench = await openAppStore({ posts: 0 });
    const { entry: none } = await page("ru");
    await bench.addMention("Демо");
    const { entry: one } = await page("ru");
    expect(none).toBeUndefined();
    expect(FeedReview.safeParse(one).error).toBeUndefined();
  });

  it.each([0, 11])("refuses page %i", async (number) => {
    expect((await page("ru", number)).status).toBe(400);
  });
});
