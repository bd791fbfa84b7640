// The simulator, and the connector's requests, against Meta's own description of the Graph API's nodes.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { instagram } from "@otklik/connectors/instagram/index";
import type { Settings } from "@otklik/connectors/instagram/settings";
import { refTo, type Tools } from "@otklik/core/connector";
import { Ajv } from "ajv";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { type InstagramBench, openInstagram, profile } from "../../connectors/instagram/bench.ts";

const folder = fileURLToPath(new URL("../../../../shared/contracts/instagram/", import.meta.url));
const isThere = existsSync(folder);
const why = isThere ? "" : ` (SKIPPED: no copy of it at ${folder})`;

const Node = z.object({
  fields: z.array(z.object({ name: z.string(), type: z.string() })),
  apis: z.array(
    z.object({
      method: z.string(),
      endpoint: z.string().nullish(),
      params: z.array(z.object({ name: z.string() })),
    }),
  ),
});
const nodes = ["IGComment", "IGCommentFromUser", "IGMedia", "IGUser"] as const;
const described = (name: string) =>
  Node.parse(JSON.parse(readFileSync(`${folder}${name}.codegen-v25.0.json`, "utf8")));

const simple: Readonly<Record<string, object>> = {
  ...{ string: { type: "string" }, int: { type: "integer" }, bool: { type: "boolean" } },
  datetime: { type: "string", pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$` },
};
/** Edges come beside fields where they are asked for in the same breath. */
const edges: Readonly<Record<string, string>> = { replies: "IGComment", comments: "IGComment" };

function schemas(): Ajv {
  const list = (of: string) => ({
    type: "object",
    properties: {
      data: { type: "array", items: { $ref: of } },
      paging: {
        type: "object",
        properties: { cursors: { type: "object" }, next: { type: "string", format: "uri" } },
        additionalProperties: false,
      },
    },
    required: ["data"],
    additionalProperties: false,
  });
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of nodes) {
    const fields = described(name).fields.map(({ name: field, type }) => [
      field,
      simple[type] ?? (nodes.some((node) => node === type) ? { $ref: type } : {}),
    ]);
    const beside =
      name === "IGCommentFromUser" ? [] : Object.entries(edges).map(([edge, of]) => [edge, list(of)]);
    const properties = Object.fromEntries([...fields, ...beside]);
    ajv.addSchema({ $id: name, type: "object", properties, required: ["id"], additionalProperties: false });
    ajv.addSchema({ $id: `list-of-${name}`, ...list(name) });
  }
  return ajv;
}

describe.skipIf(!isThere)(`Meta's description of Instagram${why}`, () => {
  const ajv = isThere ? schemas() : null;
  let bench: InstagramBench;
  let media = "";
  let comment = "";
  beforeEach(async () => {
    bench = await openInstagram({ posts: 30 });
    const list = z.object({ data: z.array(z.object({ id: z.string(), comments_count: z.int() })) });
    const { data } = list.parse(await bench.get(`/${profile}/media?fields=id,comments_count`));
    media = data.find(({ comments_count }) => comments_count > 3)?.id ?? "";
    comment = await bench.addMention("Демо");
    await bench.answerElsewhere(comment, "Спасибо");
  });
  afterEach(() => bench.close());

  const comments =
    "id,text,timestamp,username,from,hidden,like_count,parent_id,media,replies{id,text,timestamp,from}";
  const ofMedia =
    "id,caption,permalink,timestamp,media_type,media_product_type,media_url,shortcode,owner,comments_count,like_count,username,is_comment_enabled";
  it.each([
    ["list-of-IGMedia", () => `/${profile}/media?fields=${ofMedia}`],
    ["list-of-IGMedia", () => `/${profile}/tags?fields=${ofMedia}`],
    ["list-of-IGComment", () => `/${media}/comments?fields=${comments}&limit=2`],
    ["list-of-IGComment", () => `/${comment}/replies?fields=${comments}`],
    ["IGComment", () => `/${comment}?fields=${comments},media{${ofMedia}}`],
    ["IGMedia", () => `/${media}?fields=${ofMedia},comments.limit(3){${comments}}`],
    ["IGUser", () => `/${profile}?fields=id,username,name`],
  ])("has the fields and types of %s that the simulator gives", async (schema, path) => {
    const answer = await bench.get(path());
    const isValid = ajv?.getSchema(schema)?.(answer);
    expect(ajv?.getSchema(schema)?.errors ?? []).toEqual([]);
    expect(isValid).toBe(true);
    expect(Object.keys(answer).length).toBeGreaterThan(0);
  });

  it("gives only the usual fields where none are asked for", async () => {
    const list = z.object({ data: z.array(z.record(z.string(), z.unknown())) });
    const [first] = list.parse(await bench.get(`/${media}/comments`)).data;
    expect(Object.keys(first ?? {}).sort()).toEqual(["id", "text", "timestamp"]);
  });

  it("names every field that the connector asks for, and every parameter that it sends", async () => {
    const known = new Set(nodes.flatMap((name) => described(name).fields.map(({ name: field }) => field)));
    const asked: Request[] = [];
    const tools: Tools = {
      ...bench.tools,
      http: (request) => {
        asked.push(request.clone());
        return bench.tools.http(request);
      },
    };
    const { account } = bench;
    const settings = bench.settings as Settings;
    const feed = { sourceId: "s", settings, account, inboxFrom: new Date(0) };
    let cursor: string | null = null;
    for (let page = 0; page < 4; page++) cursor = (await instagram.pull?.(feed, cursor, tools))?.next ?? null;
    const mention = {
      externalId: comment,
      kind: "comment" as const,
      url: "",
      author: {},
      text: "",
      canReply: true,
    };
    const ref = refTo({ ...mention, postedAt: bench.clock.now });
    await instagram.reply?.({ account, settings, mention: ref, text: "Спасибо!", once: "once" }, tools);
    const fields = asked.flatMap(
      ({ url }) => new URL(url).searchParams.get("fields")?.match(/[a-z_]+(?=[,{}]|$|\.)/g) ?? [],
    );
    expect(fields.filter((field) => !known.has(field) && !(field in edges) && field !== "limit")).toEqual([]);
    const reply = described("IGComment").apis.find(
      ({ method, endpoint }) => method === "POST" && endpoint === "/replies",
    );
    const sent = [...new URLSearchParams(await asked.at(-1)?.text()).keys()];
    expect(reply?.params.map(({ name }) => name) ?? ["message"]).toEqual(expect.arrayContaining(sent));
  });
});

const Refused = z.strictObject({
  error: z.strictObject({
    ...{ message: z.string(), type: z.literal("OAuthException"), code: z.int(), fbtrace_id: z.string() },
    error_subcode: z.int().optional(),
  }),
});

describe("The simulated Graph API refuses", () => {
  let bench: InstagramBench;
  beforeEach(async () => {
    bench = await openInstagram({ posts: 0 });
  });
  afterEach(() => bench.close());
  const codeOf = async (path: string) => Refused.parse(await bench.get(path)).error;

  it.each([
    ["what there is not", "/17890000000000099?fields=id", { code: 100, error_subcode: 33 }],
    ["a field that there is not", `/${profile}?fields=id,sentiment`, { code: 100 }],
    ["fields that are not written as they should be", `/${profile}?fields=id,{`, { code: 2500 }],
    ["a place to go on from that there is not", `/${profile}/tags?after=x`, { code: 100 }],
    ["an edge that there is not", `/${profile}/reviews`, { code: 100 }],
  ])("%s", async (_, path, error) => {
    expect(await codeOf(path)).toMatchObject(error);
  });

  it("a sign-in that has ended, and one too many request, telling when to come back", async () => {
    await bench.control({ expireToken: true });
    expect(await codeOf("/me")).toMatchObject({ code: 190, error_subcode: 463 });
    await bench.control({ expireToken: false, throttle: 1, throttleRetry: 600 });
    const refused = await bench.tools.http(
      new Request("http://sandbox.test/instagram/graph.facebook.com/v25.0/me", {
        headers: { authorization: "Bearer EAADdemo-instagram-token" },
      }),
    );
    const usage = JSON.parse(refused.headers.get("X-Business-Use-Case-Usage") ?? "");
    expect(usage[profile][0]).toMatchObject({ type: "instagram", estimated_time_to_regain_access: 10 });
  });
});
