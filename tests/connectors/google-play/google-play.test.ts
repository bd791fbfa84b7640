import { reviewMention } from "@otklik/connectors/google-play/map";
import type { Answer, Page } from "@otklik/core/connector";
import { beforeEach, describe, expect, it } from "vitest";
import { remembering } from "../../support/judged.ts";
import { type GooglePlayBench, openGooglePlay } from "./bench.ts";

const settings = { app: "com.example.app" };
const userComment = {
  text: "Хорошо\tНо иногда забывает список.",
  lastModified: { seconds: "1762000000", nanos: 883000000 },
  starRating: 4,
  reviewerLanguage: "ru_RU",
  device: "demo5",
  appVersionName: "4.2.0",
};
const wire = { reviewId: "gp:demo", authorName: "Demo Person", comments: [{ userComment }] };
const read = (comment: object, more: object[] = []) =>
  reviewMention(settings)({ ...wire, comments: [{ userComment: { ...userComment, ...comment } }, ...more] });

describe("a review of Google Play", () => {
  it("becomes a mention at the time of its last change, which is all that Google tells", () => {
    expect(reviewMention(settings)(wire)).toEqual({
      kind: "review",
      externalId: "gp:demo",
      url: "https://play.google.com/store/apps/details?id=com.example.app&reviewId=gp%3Ademo",
      author: { name: "Demo Person" },
      title: "Хорошо",
      text: "Но иногда забывает список.",
      language: "ru-RU",
      rating: { stars: 4, outOf: 5 },
      product: { id: "com.example.app", name: undefined, variant: "4.2.0" },
      tags: ["demo5"],
      postedAt: new Date(1762000000883),
      ownerReply: undefined,
      canReply: true,
    });
  });

  it.each([
    { text: "\tБез заголовка", title: undefined, words: "Без заголовка" },
    { text: "Без табуляции", title: undefined, words: "Без табуляции" },
    { text: "Раз\tдва\tтри", title: "Раз", words: "два три" },
  ])("parts $text into title and text", ({ text, title, words }) => {
    expect(read({ text })).toMatchObject({ title, text: words });
  });

  it("keeps the customer's own words where Google has translated them", () => {
    expect(read({ text: "\tGood", originalText: "\tХорошо" }).text).toBe("Хорошо");
  });

  it.each(["", undefined])("may have an author without a name: %j", (authorName) => {
    expect(reviewMention(settings)({ ...wire, authorName }).author).toEqual({ name: undefined });
  });

  it("brings the developer's reply, which is public at once", () => {
    const developerComment = { text: "Спасибо!", lastModified: { seconds: "1762100000" } };
    expect(read({}, [{ developerComment }])).toMatchObject({
      ownerReply: { text: "Спасибо!", postedAt: new Date(1762100000000), state: "published" },
      canReply: false,
    });
  });

  it.each([
    { what: "no comment of the customer", entry: { ...wire, comments: [] } },
    {
      what: "no time",
      entry: { ...wire, comments: [{ userComment: { ...userComment, lastModified: {} } }] },
    },
    {
      what: "stars that there are not",
      entry: { ...wire, comments: [{ userComment: { ...userComment, starRating: 9 } }] },
    },
  ])("is unreadable with $what", ({ entry }) => {
    expect(() => reviewMention(settings)(entry)).toThrow();
  });
});

let bench: GooglePlayBench;
beforeEach(async () => {
  bench = await openGooglePlay();
  return () => bench.close();
});
const feed = () => ({
  sourceId: "s",
  settings: bench.settings,
  account: bench.account,
  inboxFrom: new Date(0),
});

describe("reading Google Play", () => {
  it("forgets after seven days, and says so", async () => {
    const page = (await bench.connector.pull?.(feed(), null, bench.tools)) as Page;
    const weekAgo = bench.clock.now.getTime() - 7 * 86_400_000;
    expect(bench.connector.forgetsAfterDays).toBe(7);
    expect(Math.min(...page.found.map(({ postedAt }) => postedAt.getTime()))).toBeGreaterThan(weekAgo);
  });

  it("proves itself with a signed token, and asks the API with what it gets for it", async () => {
    const { tools, asked } = remembering(bench.tools);
    await bench.connector.pull?.(feed(), null, tools);
    expect(asked.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      "POST /google-play/oauth2.googleapis.com/token",
      "GET /google-play/androidpublisher.googleapis.com/androidpublisher/v3/applications/com.example.basketful/reviews",
    ]);
  });

  it("never sends its key where the key file would have it", async () => {
    const keyFile = JSON.parse(bench.account.credentials.keyFile ?? "");
    const credentials = { keyFile: JSON.stringify({ ...keyFile, token_uri: "https://evil.example/token" }) };
    const asked: string[] = [];
    const http = async (request: Request) => {
      asked.push(request.url);
      return Response.json({}, { status: 400 });
    };
    const account = { id: "a", credentials };
    const pulled = bench.connector.pull?.({ ...feed(), account }, null, { ...bench.tools, http });
    await expect(pulled).rejects.toMatchObject({ kind: "unauthorized" });
    expect(asked).toEqual(["https://oauth2.googleapis.com/token"]);
  });

  it("says that the service account has no access to the app", async () => {
    const http = async (request: Request) =>
      request.url.includes("/reviews")
        ? Response.json(
            { error: { code: 403, status: "PERMISSION_DENIED", message: "No." } },
            { status: 403 },
          )
        : bench.tools.http(request);
    await expect(bench.connector.pull?.(feed(), null, { ...bench.tools, http })).rejects.toMatchObject({
      kind: "unauthorized",
      message: expect.stringContaining("Users and permissions"),
    });
  });

  it("says that there is no such app", async () => {
    const other = { ...feed(), settings: { app: "com.example.other" } };
    await expect(bench.connector.pull?.(other, null, bench.tools)).rejects.toMatchObject({ kind: "gone" });
  });

  it.each(["", "{}", "-----BEGIN PRIVATE KEY-----", '{"client_email":"a@b","private_key":"PRIVATE KEY"}'])(
    "says what a key file is, given %j",
    async (keyFile) => {
      const account = { ...bench.account, credentials: { ...bench.account.credentials, keyFile } };
      await expect(bench.connector.pull?.({ ...feed(), account }, null, bench.tools)).rejects.toMatchObject({
        kind: "unauthorized",
        message: expect.stringContaining("JSON key file"),
      });
    },
  );

  it("names the service account when it is checked, also before an app is chosen", async () => {
    const standing = await bench.connector.check?.(bench.account, undefined as never, bench.tools);
    expect(standing).toMatchObject({ name: "reviews@demo-project.iam.gserviceaccount.example" });
  });
});

describe("an app's link", () => {
  it("tells the package name, and nothing is fetched for it", async () => {
    const link = new URL("https://play.google.com/store/apps/details?id=com.example.app&hl=ru");
    const http = () => Promise.reject(new Error("not to be asked"));
    expect(await bench.connector.recognise?.({ link }, { ...bench.tools, http })).toEqual({
      ...{ title: "com.example.app", settings: { app: "com.example.app" }, sample: [], unreadable: [] },
    });
  });

  it.each([
    "https://play.google.com/store/apps",
    "https://play.google.com/store/apps/details?id=1",
    "https://example.com/?id=com.example.app",
  ])("is not seen in %s", async (link) => {
    expect(await bench.connector.recognise?.({ link: new URL(link) }, bench.tools)).toBeNull();
  });

  it.each([
    { app: "com.example.app", place: "com.example.app" },
    { app: "https://play.google.com/store/apps/details?hl=ru&id=com.example.app", place: "com.example.app" },
    { app: "https://play.google.com/store/apps/details?id=com.example.app&hl=ru", place: "com.example.app" },
  ])("may stand in the settings as it is: $app", ({ app, place }) => {
    expect(bench.connector.place?.(bench.connector.settings.parse({ app }))).toBe(place);
  });

  it.each(["", "example", "https://play.google.com/store", "com..app"])(
    "does not take %j for an app",
    (app) => {
      expect(bench.connector.settings.safeParse({ app }).success).toBe(false);
    },
  );
});

describe("answering in Google Play", () => {
  async function anAnswer(extra: object = {}, text = "Спасибо!"): Promise<Answer> {
    const made = await bench.post("/__posts", [{ text: "Демо", extra }]);
    const { ids } = made as { ids: [string] };
    const { account, settings: of } = bench;
    return { account, settings: of, mention: { externalId: ids[0], kind: "review" }, text, once: "once" };
  }

  it("is public at once", async () => {
    const answer = await anAnswer();
    expect(await bench.connector.reply?.(answer, bench.tools)).toEqual({ state: "published" });
    expect(await bench.connector.receipt?.(answer, bench.tools)).toEqual({ state: "published" });
  });

  it("hands back what a single review does not take, and pauses nothing", async () => {
    const answer = await anAnswer({ isLocked: true });
    expect(await bench.connector.reply?.(answer, bench.tools)).toEqual({
      state: "rejected",
      why: expect.objectContaining({ en: expect.stringContaining("does not let this review be answered") }),
    });
  });

  it("hands back what is too long, with Google's own words", async () => {
    const answer = await anAnswer({}, "я".repeat(351));
    expect(await bench.connector.reply?.(answer, bench.tools)).toEqual({
      state: "rejected",
      why: expect.objectContaining({ en: expect.stringContaining("too long") }),
    });
  });

  it("may answer what Google no longer shows", async () => {
    const answer = await anAnswer();
    bench.clock.now = new Date(bench.clock.now.getTime() + 8 * 86_400_000);
    expect(await bench.connector.reply?.(answer, bench.tools)).toEqual({ state: "published" });
  });

  it("changes its reply", async () => {
    const answer = await anAnswer();
    await bench.connector.reply?.(answer, bench.tools);
    const changed = { ...answer, text: "Большое спасибо!", standing: { text: answer.text } };
    expect(await bench.connector.edit?.(changed, bench.tools)).toEqual({ state: "published" });
    expect(await bench.publishedTexts(answer.mention.externalId)).toEqual(["Спасибо!", "Большое спасибо!"]);
  });
});
