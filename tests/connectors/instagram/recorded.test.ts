// Files of the contract: recorded answers and a library's test inputs, as their PROVENANCE says.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { instagram } from "@otklik/connectors/instagram/index";
import type { FoundMention, Page, Tools } from "@otklik/core/connector";
import { describe, expect, it } from "vitest";
import { testTools } from "../../support/tools.ts";
import { appSecret, signed } from "./bench.ts";

const folder = fileURLToPath(new URL("../../../../shared/contracts/instagram/samples/", import.meta.url));
const facebook = fileURLToPath(new URL("../../../../shared/contracts/facebook/samples/", import.meta.url));
const isThere = existsSync(folder);
const why = isThere ? "" : ` (SKIPPED: no copy of them at ${folder})`;
const text = (file: string, from = folder) => readFileSync(from + file, "utf8");

const account = { id: "a", credentials: { accessToken: "demo", clientSecret: appSecret } };
const settings = { account: "17841406338772941" };
const feed = { sourceId: "s", settings, account, inboxFrom: new Date(0) };
const media = { id: "17846368219941692", comments_count: 2, timestamp: "2020-06-01T09:00:00+0000" };

/** Tools that answer each path so, and all others with an empty list. */
const answering = (answers: Record<string, string>): Tools =>
  testTools({
    async http({ url }) {
      const path = new URL(url).pathname.replace("/v25.0", "");
      const answer = answers[path] ?? '{"data":[]}';
      // The recorded page is all that there is of it.
      return new Response(new URL(url).searchParams.has("after") ? '{"data":[]}' : answer);
    },
  });

async function pulled(answers: Record<string, string>) {
  const tools = answering({ [`/${settings.account}/media`]: JSON.stringify({ data: [media] }), ...answers });
  const found: FoundMention[] = [];
  const unreadable: unknown[] = [];
  let cursor: string | null = null;
  for (let more = true; more; ) {
    const page: Page | undefined = await instagram.pull?.(feed, cursor, tools);
    if (!page) throw new Error("Instagram can be pulled.");
    found.push(...page.found);
    unreadable.push(...page.unreadable);
    cursor = page.next;
    more = page.more;
  }
  return { found, unreadable };
}
/** A push of this change at the account, in front of these answers. */
function pushed(change: unknown, at: string, tools: Tools) {
  const hook = {
    account,
    sources: [{ sourceId: "s", settings: { account: at } }],
    secret: "s",
    url: "https://otklik.example/push",
  };
  return instagram.receive?.(signed(change, { at }), hook, tools);
}

describe.skipIf(!isThere)(`Instagram's recorded answers${why}`, () => {
  it("of a media's comments are read whole", async () => {
    const { found, unreadable } = await pulled({ [`/${media.id}/comments`]: text("comments_p1.json") });
    expect(unreadable).toEqual([]);
    expect(found.map(({ externalId, postedAt }) => [externalId, postedAt.toISOString()])).toEqual([
      ["17858154961981086", "2020-06-01T10:56:52.000Z"],
      ["17874875428706419", "2020-06-01T10:16:39.000Z"],
    ]);
  });

  it.each(["comment_fields.json", "restfb.instagram.comment.json"])(
    "of one comment, %s, are read",
    async (file) => {
      const { found, unreadable } = await pulled({ [`/${media.id}/comments`]: `{"data":[${text(file)}]}` });
      expect(unreadable).toEqual([]);
      expect(found.length).toBeGreaterThan(0);
    },
  );

  it("of replies are read", async () => {
    const thread = `{"data":[{"id":"17858154961981086","timestamp":"2020-06-01T10:56:52+0000","replies":${text("replies.json")}}]}`;
    const { found, unreadable } = await pulled({ [`/${media.id}/comments`]: thread });
    expect(unreadable).toEqual([]);
    expect(found).toMatchObject([{}, { externalId: "17847314687296283", threadId: "17858154961981086" }]);
  });

  it("of a mention are read", async () => {
    const change = { field: "mentions", value: { comment_id: "17967008497439572", media_id: "17911" } };
    const tools = answering({ "/17841406338772941": text("mentioned_comment.json") });
    expect(await pushed(change, settings.account, tools)).toMatchObject({
      unreadable: [],
      found: [
        {
          externalId: "mention/17911/17967008497439572",
          text: "@ikroskun good",
          author: { name: "ikroskun" },
        },
      ],
    });
  });

  it("of a media name what its comments are about", async () => {
    const own = JSON.parse(text("restfb.instagram.media-image.json")) as { id: string };
    const list = JSON.stringify({ data: [own] });
    const comments = text("comments_p1.json");
    const { found } = await pulled({
      [`/${settings.account}/media`]: list,
      [`/${own.id}/comments`]: comments,
    });
    expect(found[0]).toMatchObject({ product: { id: "123456789", name: "a great picture" } });
  });

  it.each([
    ["restfb.instagram.wh-comments-2021.json", "/987654321"],
    ["restfb.instagram.wh-mentions.json", "/0"],
  ])("of pushes, %s, are understood", async (file, path) => {
    const entry = (JSON.parse(text(file)) as { entry: { changes: unknown[] }[] }).entry[0];
    const comment = '{"id":"987654321","text":"Demo","timestamp":"2019-02-23T15:21:47+0000"}';
    const mention = `{"mentioned_comment":${text("comment_fields.json")},"id":"0"}`;
    const tools = answering({ [path]: path === "/0" ? mention : comment });
    const told = await pushed(entry?.changes[0], "0", tools);
    expect(told).toMatchObject({ unreadable: [], found: [{ place: "0" }] });
  });

  it.each([
    ["error.json", "changed"],
    ["error_data.json", "gone"],
  ])("of errors, %s, mean what they say", async (file, kind) => {
    const tools = testTools({ http: async () => new Response(text(file, facebook), { status: 400 }) });
    await expect(instagram.pull?.(feed, JSON.stringify(beginning), tools)).rejects.toMatchObject({ kind });
  });

  it("of a reply that was made tell its number", async () => {
    const tools = testTools({ http: async () => new Response(text("create_resp.json", facebook)) });
    const mention = { externalId: "17858154961981086", kind: "comment" as const };
    const answer = { account, settings, mention, text: "Thanks", once: "once" };
    expect(await instagram.reply?.(answer, tools)).toEqual({
      ...{ state: "published", externalId: "245778718206154_229887283291835" },
    });
  });
});

const beginning = {
  ...{ version: 1, began: 1, isWhole: false, step: "media", pages: 0, queue: [] },
  ...{ media: [], comments: {}, done: 0 },
};
