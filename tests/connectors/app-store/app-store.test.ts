import { joined, reviewMention } from "@otklik/connectors/app-store/map";
import { pathOf } from "@otklik/connectors/app-store/requests";
import type { Answer } from "@otklik/core/connector";
import { beforeEach, describe, expect, it } from "vitest";
import { remembering } from "../../support/judged.ts";
import { partsOf } from "../../support/signed-token.ts";
import { type AppStoreBench, openAppStore } from "./bench.ts";

const settings = { app: "990000001" };
const review = {
  type: "customerReviews",
  id: "00000001-demo",
  attributes: {
    rating: 2,
    title: "Слетел вход",
    body: "После обновления просит войти заново.",
    reviewerNickname: "demo-person",
    createdDate: "2026-11-01T03:10:55-07:00",
    territory: "RUS",
  },
  relationships: { response: { data: { type: "customerReviewResponses", id: "r1" } } },
};
const response = {
  type: "customerReviewResponses",
  id: "r1",
  attributes: {
    responseBody: "Исправили.",
    lastModifiedDate: "2026-11-02T00:00:00-07:00",
    state: "PENDING_PUBLISH",
  },
};
const readOne = (entry: unknown, included: unknown[] = [response]) =>
  reviewMention(settings)(joined([entry], included)[0] as { review: unknown });

describe("a review of App Store Connect", () => {
  it("becomes a mention, with the developer's response beside it", () => {
    expect(readOne(review)).toEqual({
      kind: "review",
      externalId: "00000001-demo",
      url: "https://appstoreconnect.apple.com/apps/990000001/distribution/activity/ios/ratingsResponses",
      author: { name: "demo-person" },
      title: "Слетел вход",
      text: "После обновления просит войти заново.",
      rating: { stars: 2, outOf: 5 },
      product: { id: "990000001", name: undefined, variant: undefined },
      tags: ["RUS"],
      postedAt: new Date("2026-11-01T10:10:55Z"),
      ownerReply: { text: "Исправили.", postedAt: new Date("2026-11-02T07:00:00Z"), state: "in-review" },
      canReply: false,
    });
  });

  it.each([
    { state: "PUBLISHED", becomes: "published" },
    { state: "PENDING_PUBLISH", becomes: "in-review" },
    { state: "SOMETHING_NEW", becomes: "in-review" },
  ])("has a response that is $becomes when Apple says $state", ({ state, becomes }) => {
    const told = { ...response, attributes: { ...response.attributes, state } };
    expect(readOne(review, [told]).ownerReply?.state).toBe(becomes);
  });

  it("has none where only the links of one are told", () => {
    const linked = { ...review, relationships: { response: { links: { related: "https://api.example/" } } } };
    expect(readOne(linked, [])).toMatchObject({ ownerReply: undefined, canReply: true });
  });

  it("is unreadable, and not unanswered, when its response cannot be read", () => {
    expect(() => readOne(review, [{ ...response, attributes: "?" }])).toThrow();
  });

  it("carries the app's version where newer answers tell it", () => {
    const newer = { ...review, attributes: { ...review.attributes, appVersionString: "4.2.0" } };
    expect(readOne(newer).product?.variant).toBe("4.2.0");
  });

  it.each([0, 6, "5", null])("is unreadable with a rating of %j", (rating) => {
    expect(() => readOne({ ...review, attributes: { ...review.attributes, rating } })).toThrow();
  });
});

describe("a link to the next page", () => {
  it.each([
    {
      link: "https://api.appstoreconnect.apple.com/v1/apps/1/customerReviews?cursor=a%3D",
      path: "/v1/apps/1/customerReviews?cursor=a%3D",
    },
    {
      link: "https://evil.example/x/v1/apps/1/customerReviews?cursor=b",
      path: "/v1/apps/1/customerReviews?cursor=b",
    },
    { link: "https://evil.example/steal", path: null },
    { link: undefined, path: null },
  ])("keeps its path alone: $link", ({ link, path }) => {
    expect(pathOf(link)).toBe(path);
  });
});

let bench: AppStoreBench;
beforeEach(async () => {
  bench = await openAppStore({ posts: 60 });
  return () => bench.close();
});
const feed = (more: Partial<AppStoreBench["settings"]> = {}) => ({
  ...{
    sourceId: "s",
    settings: { ...bench.settings, ...more },
    account: bench.account,
    inboxFrom: new Date(0),
  },
});

describe("reading App Store Connect", () => {
  it("signs each request with a token of ten minutes", async () => {
    const { tools, asked } = remembering(bench.tools);
    await bench.connector.pull?.(feed(), null, tools);
    const token = asked[0]?.headers.get("authorization")?.replace("Bearer ", "") ?? "";
    const issuedAt = bench.clock.now.getTime() / 1000;
    expect(partsOf(token)).toEqual({
      header: { alg: "ES256", kid: "DEMOKEY001", typ: "JWT" },
      claims: {
        iss: bench.account.credentials.issuerId,
        aud: "appstoreconnect-v1",
        iat: issuedAt,
        exp: issuedAt + 600,
      },
    });
  });

  it("follows the links of its pages at the host that the account names", async () => {
    const { tools, asked } = remembering(bench.tools);
    const first = await bench.connector.pull?.(feed(), null, tools);
    await bench.connector.pull?.(feed(), first?.next ?? null, tools);
    expect(asked[1]?.url).toMatch(
      /^http:\/\/sandbox\.test\/app-store\/api\.appstoreconnect\.apple\.com\/v1\/.*cursor=/,
    );
  });

  it("keeps to the territories that were chosen", async () => {
    const page = await bench.connector.pull?.(feed({ territories: ["KAZ"] }), null, bench.tools);
    expect(page?.found.length).toBeGreaterThan(1);
    expect(new Set(page?.found.flatMap(({ tags }) => tags))).toEqual(new Set(["KAZ"]));
  });

  it("begins anew when other territories are chosen", async () => {
    const first = await bench.connector.pull?.(feed(), null, bench.tools);
    const other = await bench.connector.pull?.(
      feed({ territories: ["RUS"] }),
      first?.next ?? null,
      bench.tools,
    );
    expect(other?.progress?.done).toBe(other?.found.length);
  });

  it("tells of the hour's limit in plain words", async () => {
    const http = async () =>
      Response.json(
        { errors: [] },
        { status: 429, headers: { "X-Rate-Limit": "user-hour-lim:3500;user-hour-rem:0;" } },
      );
    await expect(bench.connector.pull?.(feed(), null, { ...bench.tools, http })).rejects.toMatchObject({
      kind: "throttled",
      said: { ru: expect.stringContaining("3500"), en: expect.stringContaining("3500") },
    });
  });

  it.each(["issuerId", "keyId", "privateKey"])("says what the key lacks without its %s", async (name) => {
    const account = { ...bench.account, credentials: { ...bench.account.credentials, [name]: "" } };
    await expect(bench.connector.pull?.({ ...feed(), account }, null, bench.tools)).rejects.toMatchObject({
      kind: "unauthorized",
      message: expect.stringContaining(".p8"),
    });
  });
});

describe("connecting App Store Connect", () => {
  it("lists the apps of the key", async () => {
    expect(await bench.connector.discover?.(bench.account, bench.tools)).toEqual([
      {
        title: "Basketful: shopping list (demo)",
        detail: "com.example.basketful",
        is: "app",
        settings: { app: "990000001", name: "Basketful: shopping list (demo)" },
      },
    ]);
  });

  it.each([403, 404, 400])(
    "lists none where Apple answers %i, since an app can be typed too",
    async (status) => {
      const http = async () => Response.json({ errors: [] }, { status });
      expect(await bench.connector.discover?.(bench.account, { ...bench.tools, http })).toEqual([]);
    },
  );

  it.each([
    { app: "990000001", place: "990000001" },
    { app: "https://apps.apple.com/us/app/demo/id990000001?mt=8", place: "990000001" },
  ])("knows the app by $app", ({ app, place }) => {
    const parsed = bench.connector.settings.parse({ app });
    expect(bench.connector.place?.(parsed)).toBe(place);
  });

  it.each(["", "demo", "https://example.com/"])("does not take %j for an app", (app) => {
    expect(bench.connector.settings.safeParse({ app }).success).toBe(false);
  });
});

describe("answering in the App Store", () => {
  async function anAnswer(text = "Спасибо, исправили!"): Promise<Answer> {
    const externalId = await bench.addMention("Демо");
    const { account, settings: of } = bench;
    return { account, settings: of, mention: { externalId, kind: "review" }, text, once: "once" };
  }

  it("waits until Apple publishes, and tells when it has", async () => {
    const answer = await anAnswer();
    const first = await bench.connector.reply?.(answer, bench.tools);
    bench.clock.now = new Date(bench.clock.now.getTime() + 60_000);
    expect(first).toEqual({ state: "in-review", externalId: expect.any(String) });
    expect(await bench.connector.receipt?.(answer, bench.tools)).toEqual({ ...first, state: "published" });
  });

  it("changes its response by posting again", async () => {
    const answer = await anAnswer();
    await bench.connector.reply?.(answer, bench.tools);
    const changed = { ...answer, text: "Спасибо!", standing: { text: answer.text } };
    expect(await bench.connector.edit?.(changed, bench.tools)).toMatchObject({ state: "in-review" });
    expect(await bench.publishedTexts(answer.mention.externalId)).toEqual([answer.text, "Спасибо!"]);
  });

  it("does not overwrite what a colleague has answered meanwhile", async () => {
    const answer = await anAnswer();
    await bench.answerElsewhere(answer.mention.externalId, "Уже отвечено.");
    expect(await bench.connector.reply?.(answer, bench.tools)).toMatchObject({ state: "rejected" });
  });

  it("hands back what Apple refuses, with Apple's own words", async () => {
    const answer = await anAnswer("a".repeat(6000));
    expect(await bench.connector.reply?.(answer, bench.tools)).toEqual({
      state: "rejected",
      why: expect.objectContaining({ en: expect.stringContaining("1 to 5970 characters") }),
    });
  });

  it("says that a review is gone", async () => {
    const answer = await anAnswer();
    await bench.post("/__remove", { id: answer.mention.externalId });
    await expect(bench.connector.reply?.(answer, bench.tools)).rejects.toMatchObject({ kind: "gone" });
    expect(await bench.connector.receipt?.(answer, bench.tools)).toMatchObject({ state: "rejected" });
  });
});
