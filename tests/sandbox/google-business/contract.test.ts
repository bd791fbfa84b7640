// Holds the simulator to Google's own discovery documents, where a copy of them stands beside the checkout, and its
// refusals to Google's one envelope, always.
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { openGoogleBusiness } from "../../connectors/google-business/bench.ts";
import { contractFiles } from "../../support/contract-files.ts";
import { openApiOf } from "../../support/discovery.ts";
import { faultsOfRequests, remembering } from "../../support/judged.ts";
import { openApi } from "../../support/openapi.ts";

const owner = "accounts/100000000000000000002";
const place = `${owner}/locations/20000000000000000001`;
const hosts = {
  reviews: "mybusiness.googleapis.com",
  accounts: "mybusinessaccountmanagement.googleapis.com",
  locations: "mybusinessbusinessinformation.googleapis.com",
  notifications: "mybusinessnotifications.googleapis.com",
};

let bench: Awaited<ReturnType<typeof openGoogleBusiness>>;
const ask = async (host: keyof typeof hosts, path: string, init: RequestInit = {}) => {
  const { address, accessToken } = bench.account.credentials;
  const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/json" };
  const request = new Request(`${address}/${hosts[host]}${path}`, { headers, ...init });
  const response = await bench.tools.http(request.clone());
  return { request, response };
};
beforeEach(async () => {
  bench = await openGoogleBusiness({ posts: 60 });
  return () => bench.close();
});

const Envelope = z.strictObject({
  error: z.strictObject({
    code: z.int(),
    message: z.string().min(1),
    status: z.string().regex(/^[A-Z_]+$/),
    details: z.array(z.looseObject({ "@type": z.string() })).optional(),
  }),
});

const refused = [
  {
    what: "a token it does not know",
    host: "reviews",
    path: `/v4/${place}/reviews`,
    token: "none",
    status: 401,
  },
  {
    what: "a location that there is not",
    host: "reviews",
    path: `/v4/${owner}/locations/1/reviews`,
    status: 404,
  },
  {
    what: "another account's location",
    host: "reviews",
    path: "/v4/accounts/1/locations/1/reviews",
    status: 404,
  },
  {
    what: "an order it does not have",
    host: "reviews",
    path: `/v4/${place}/reviews?orderBy=createTime`,
    status: 400,
  },
  { what: "a page token of nowhere", host: "reviews", path: `/v4/${place}/reviews?pageToken=x`, status: 400 },
  { what: "locations without a read mask", host: "locations", path: `/v1/${owner}/locations`, status: 400 },
  {
    what: "a read mask of another world",
    host: "locations",
    path: `/v1/${owner}/locations?readMask=name,stars`,
    status: 400,
  },
] as const;

describe("Google's simulator refuses, in Google's envelope,", () => {
  it.each(refused)("$what", async ({ host, path, status, ...rest }) => {
    const headers = {
      authorization: `Bearer ${"token" in rest ? rest.token : bench.account.credentials.accessToken}`,
    };
    const { response } = await ask(host, path, { headers });
    expect(response.status).toBe(status);
    expect(Envelope.safeParse(await response.json()).error).toBeUndefined();
  });

  it.each([
    { what: "longer than 4,096 bytes", comment: "я".repeat(2049) },
    { what: "that is empty", comment: " " },
  ])("a reply $what", async ({ comment }) => {
    const id = await bench.addMention("Demo.");
    const body = JSON.stringify({ comment });
    const { response } = await ask("reviews", `/v4/${place}/reviews/${id}/reply`, { method: "PUT", body });
    expect(response.status).toBe(400);
    expect(Envelope.safeParse(await response.json()).error).toBeUndefined();
    expect(await bench.publishedTexts(id)).toEqual([]);
  });

  it("a reply to a review that was deleted", async () => {
    const id = await bench.addMention("Demo.");
    await bench.post("/__remove", { id });
    const body = JSON.stringify({ comment: "Demo." });
    const { response } = await ask("reviews", `/v4/${place}/reviews/${id}/reply`, { method: "PUT", body });
    expect(response.status).toBe(404);
  });
});

const { folder, isThere, why } = contractFiles("google-business-profile");
const files = {
  reviews: "mybusiness-v4p9.reviews",
  accounts: "mybusinessaccountmanagement-v1",
  locations: "mybusinessbusinessinformation-v1",
  notifications: "mybusinessnotifications-v1",
};

describe.skipIf(!isThere)(`Google's discovery documents${why}`, () => {
  function judge(host: keyof typeof hosts) {
    const document = JSON.parse(readFileSync(`${folder}${files[host]}.discovery.json`, "utf8"));
    if (host === "reviews") {
      // Newer answers tell what became of a reply; the document of v4.9 does not know these two yet.
      const { properties } = document.schemas.ReviewReply;
      properties.reviewReplyState = { type: "string" };
      properties.policyViolation = { type: "string" };
    }
    return openApi(openApiOf(document));
  }
  const below = (host: keyof typeof hosts) => `/google-business/${hosts[host]}`;

  it.each([
    { host: "accounts", path: "/v1/accounts?pageSize=20" },
    {
      host: "locations",
      path: `/v1/${owner}/locations?pageSize=100&readMask=name,title,storefrontAddress,metadata`,
    },
    { host: "locations", path: "/v1/locations/20000000000000000001?readMask=name,title,metadata" },
    { host: "reviews", path: `/v4/${place}/reviews?pageSize=50&orderBy=update_time%20desc` },
    { host: "reviews", path: `/v4/${place}/reviews?pageSize=5&orderBy=rating` },
    { host: "notifications", path: `/v1/${owner}/notificationSetting` },
  ] as const)("know all of GET $path", async ({ host, path }) => {
    const { request, response } = await ask(host, path);
    expect(response.status).toBe(200);
    expect(await judge(host).faultsOf(request, response, below(host))).toEqual([]);
  });

  it("know a review, its reply, and how that is put and deleted", async () => {
    const id = await bench.addMention("Demo.");
    const name = `/v4/${place}/reviews/${id}`;
    const body = JSON.stringify({ comment: "Спасибо!" });
    const calls = [
      await ask("reviews", `${name}/reply`, { method: "PUT", body }),
      await ask("reviews", name),
      await ask("reviews", `${name}/reply`, { method: "DELETE" }),
    ];
    for (const { request, response } of calls) {
      expect(response.status).toBe(200);
      expect(await judge("reviews").faultsOf(request, response, below("reviews"))).toEqual([]);
    }
  });

  it("know how pushes are switched on", async () => {
    const body = JSON.stringify({
      pubsubTopic: "projects/demo/topics/reviews",
      notificationTypes: ["NEW_REVIEW"],
    });
    const path = `/v1/${owner}/notificationSetting?updateMask=pubsubTopic,notificationTypes`;
    const { request, response } = await ask("notifications", path, { method: "PATCH", body });
    expect(response.status).toBe(200);
    expect(await judge("notifications").faultsOf(request, response, below("notifications"))).toEqual([]);
  });

  it("know every request of the connector, from connecting to answering", async () => {
    const { connector, account, settings } = bench;
    const { tools, asked } = remembering(bench.tools);
    await connector.discover?.(account, tools);
    await connector.check?.(account, settings, tools);
    const id = await bench.addMention("Demo.");
    const feed = { sourceId: "s", settings, account, inboxFrom: new Date(0) };
    await connector.pull?.(feed, (await connector.pull(feed, null, tools)).next, tools);
    const mention = { externalId: id, kind: "review" } as const;
    await connector.reply?.({ account, settings, mention, text: "Спасибо!", once: "1" }, tools);
    const hook = {
      account,
      sources: [{ sourceId: "s", settings }],
      secret: "s",
      url: "https://otklik.example/",
    };
    await connector.listen?.(hook, tools);
    const known = Object.keys(hosts) as (keyof typeof hosts)[];
    const ofHost = (host: keyof typeof hosts) => asked.filter(({ url }) => url.includes(`/${hosts[host]}/`));
    expect(known.flatMap(ofHost)).toHaveLength(asked.length);
    for (const host of known) {
      expect(ofHost(host)).not.toEqual([]);
      expect(await faultsOfRequests(judge(host), ofHost(host), below(host))).toEqual([]);
    }
  });
});
