// Holds the simulator, and what the connector asks of it, to VK's own JSON schema where a copy of it stands beside the
// checkout.
import { kindsFor, type Method } from "@otklik/connectors/vk/tokens";
import { methods } from "@otklik/sandbox/vk/api";
import { describe, expect, it } from "vitest";
import { tokens as accounts, openVk } from "../../connectors/vk/bench.ts";
import { walk } from "../../contracts/connector-bench.ts";
import { community, type Opened, opened, tokens } from "./opened.ts";
import { isThere, judges, schemaMethods, why } from "./schema.ts";

const kinds = { community: "group", service: "service", user: "user" } as const;
const owner = { owner_id: -community };
const group = { group_id: community };

/** Every method of the simulator: how it is asked, by whom, and under which name the schema has its answer. */
const asked: [string, Record<string, string | number>, { token?: string; response?: string }?][] = [
  ["wall.get", { ...owner, count: 100 }],
  ["wall.get", { ...owner, extended: 1 }, { response: "extendedResponse", token: tokens.service }],
  ["wall.getComments", { ...owner, post_id: 1001, count: 100, thread_items_count: 10 }],
  [
    "wall.getComments",
    { ...owner, post_id: 1001, count: 100, thread_items_count: 10, extended: 1, sort: "desc" },
    { response: "extendedResponse", token: tokens.service },
  ],
  ["board.getTopics", { ...group }],
  ["board.getComments", { ...group, topic_id: 31, count: 100 }],
  [
    "board.getComments",
    { ...group, topic_id: 31, count: 100, extended: 1 },
    { response: "extendedResponse" },
  ],
  ["market.get", { ...owner }],
  ["market.getById", { item_ids: `-${community}_501` }],
  ["market.getComments", { ...owner, item_id: 501, count: 100, extended: 1 }],
  ["messages.getConversations", { ...group, count: 200, extended: 1 }, { token: tokens.community }],
  ["groups.get", { extended: 1 }, { response: "extendedResponse" }],
  ["groups.getById", {}, { token: tokens.community }],
  ["groups.getTokenPermissions", {}, { token: tokens.community }],
  ["groups.getCallbackConfirmationCode", { ...group }, { token: tokens.community }],
  ["groups.getCallbackServers", { ...group }, { token: tokens.community }],
  ["groups.getLongPollServer", { ...group }, { token: tokens.community }],
  ["users.get", {}],
];

const topic = { place: "board", container: 31 };
const item = { place: "market", container: 501 };

async function community30(): Promise<Opened> {
  const at = await opened();
  const root = await at.add({ text: "Корень с фото", photos: 2, answer: { text: "Ответ" } });
  await at.add({ text: "Вложенный", parentId: String(root) });
  await at.add({ text: "В обсуждении", extra: topic, answer: { text: "Ответ" } });
  await at.add({ text: "К товару", extra: item, answer: { text: "Ответ" } });
  const gone = await at.add({ text: "Удалят" });
  await at.post("/__remove", { id: String(gone) });
  return at;
}

describe.skipIf(!isThere)(`VK's schema 5.199${why}`, () => {
  const known = isThere ? schemaMethods() : new Map();
  const judge = isThere ? judges() : () => () => [];

  it.each(asked)("has the shape that the simulator gives for %s %j", async (name, parameters, more = {}) => {
    const answer = await (await community30()).call(name, parameters, more.token);
    const { $ref } = known.get(name)?.responses[more.response ?? "response"] ?? { $ref: "" };
    expect(answer.error).toBeUndefined();
    expect(judge($ref)(answer)).toEqual([]);
  });

  it("judges, so that what is not of its shape is told", () => {
    const { $ref } = known.get("wall.getComments")?.responses.response ?? { $ref: "" };
    const comment = { id: 1, from_id: 2, date: 3, text: "Демо" };
    expect(judge($ref)({ response: { count: 1, items: [comment] } })).toEqual([]);
    expect(judge($ref)({ response: { count: 1, items: [{ ...comment, id: "x" }] } })).not.toEqual([]);
    expect(judge($ref)({ response: { count: 1, items: [{ ...comment, text: undefined }] } })).not.toEqual([]);
  });

  it.each([
    ["wall_reply_new", {}, "callback_wall_reply_new"],
    ["board_post_new", { extra: topic }, "callback_board_post_new"],
    ["market_comment_new", { extra: item }, "callback_market_comment"],
  ])("has the shape of the event %s", async (type, entry, definition) => {
    const at = await opened();
    const id = await at.add(entry);
    const { body } = (await at.post("/__event", { id: String(id), secret: "s" })) as { body: string };
    const event = JSON.parse(body) as { type: string; object: unknown };
    const callback = (name: string) => judge(`../callback/objects.json#/definitions/${name}`);
    expect(event.type).toBe(type);
    expect(callback("callback_base")(event)).toEqual([]);
    expect(callback(definition)(event.object)).toEqual([]);
  });

  it.each([
    ["wall_reply_delete", {}, "callback_wall_comment_delete", []],
    // The schema says that the number of a topic's owner is not negative; a community's always is.
    ["board_post_delete", { extra: topic }, "callback_board_post_delete", ["/topic_owner_id must be >= 0"]],
    ["market_comment_delete", { extra: item }, "callback_market_comment_delete", []],
  ])(
    "has the shape of the event %s, as far as it agrees with itself",
    async (type, entry, definition, misfit) => {
      const at = await opened();
      const id = String(await at.add(entry));
      await at.post("/__remove", { id });
      const { body } = (await at.post("/__event", { id })) as { body: string };
      const event = JSON.parse(body) as { type: string; object: unknown };
      expect(event.type).toBe(type);
      expect(judge(`../callback/objects.json#/definitions/${definition}`)(event.object)).toEqual(misfit);
    },
  );

  it("has the shape of message_new and of an error", async () => {
    const at = await opened();
    const { ids } = (await at.post("/messages/__posts", [{ text: "Демо" }])) as { ids: string[] };
    const { body } = (await at.post("/__event", { id: `message-${ids[0]}` })) as { body: string };
    const { object } = JSON.parse(body) as { object: unknown };
    expect(judge("../callback/objects.json#/definitions/callback_message_new")(object)).toEqual([]);
    const { error } = await at.call("wall.get", owner, tokens.community);
    // `inner_type` is how the schema tells its own shapes apart; VK does not send it.
    const told = { ...error, inner_type: "base_error" };
    expect(judge("../base/objects.json#/definitions/base_error")(told)).toEqual([]);
  });

  it("has the shape of a conversation's messages and of what changes something", async () => {
    const at = await community30();
    const by = (name: string, response = "response") => known.get(name)?.responses[response]?.$ref ?? "";
    const { response } = await at.call("messages.getConversations", { ...group, count: 1 }, tokens.community);
    const [first] = (response as { items: { conversation: { peer: { id: number } } }[] }).items;
    const peer = { peer_id: first?.conversation.peer.id ?? 0, ...group };
    const history = await at.call(
      "messages.getHistory",
      { ...peer, count: 200, extended: 1 },
      tokens.community,
    );
    expect(judge(by("messages.getHistory", "extendedResponse"))(history)).toEqual([]);
    const sent = await at.call("messages.send", { ...peer, message: "Да", random_id: 7 }, tokens.community);
    expect(judge(by("messages.send", "deprecatedResponse"))(sent)).toEqual([]);
    const cmid = Number(sent.response);
    const edited = await at.call("messages.edit", { ...peer, cmid, message: "Нет" }, tokens.community);
    expect(judge(by("messages.edit"))(edited)).toEqual([]);
    const wallId = await at.add({ text: "Демо" });
    const said = { ...owner, post_id: 1001, message: "Да", from_group: community, reply_to_comment: wallId };
    expect(judge(by("wall.createComment"))(await at.call("wall.createComment", said))).toEqual([]);
    await at.add({ text: "Демо", extra: topic });
    const posted = await at.call("board.createComment", {
      ...group,
      topic_id: 31,
      message: "Да",
      from_group: 1,
    });
    expect(judge(by("board.createComment"))(posted)).toEqual([]);
    const added = await at.call("groups.addCallbackServer", {
      ...group,
      url: "http://127.0.0.1:1/x",
      title: "Демо",
    });
    expect(judge(by("groups.addCallbackServer"))(added)).toEqual([]);
  });

  it.each(Object.entries(methods))("lets the same tokens call %s", (name, { callers }) => {
    expect([...callers].sort()).toEqual([...(known.get(name)?.access_token_type ?? [])].sort());
  });

  it.each(Object.keys(methods) as Method[])(
    "lets those tokens call %s that the connector uses for it",
    (name) => {
      const allowed = known.get(name)?.access_token_type ?? [];
      expect(allowed).toEqual(expect.arrayContaining(kindsFor(name).map((kind) => kinds[kind])));
    },
  );

  it.each(["wall", "board", "market", "messages"] as const)(
    "knows every parameter that the connector sends for the %s, and none that it demands is missing",
    async (part) => {
      const bench = await openVk({ part, credentials: accounts.all });
      const strange: string[] = [];
      const http: typeof bench.tools.http = async (request) => {
        strange.push(...(await misfits(request.clone(), known)));
        return bench.tools.http(request);
      };
      const listening = { ...bench, tools: { ...bench.tools, http } };
      const { found } = await walk(listening, null);
      const mention = found.find(({ canReply }) => canReply);
      const { externalId = "", kind = "comment" as const, author } = mention ?? {};
      const ref = { externalId, kind, ...(author && { author }) };
      const answer = {
        account: bench.account,
        settings: bench.settings,
        mention: ref,
        text: "Да",
        once: "o",
      };
      const receipt = await bench.connector.reply?.(answer, listening.tools);
      const standing = await bench.connector.receipt?.(answer, listening.tools);
      const id = standing && "externalId" in standing ? standing.externalId : undefined;
      await bench.connector.edit?.(
        { ...answer, text: "Нет", standing: { text: "Да", externalId: id } },
        listening.tools,
      );
      await bench.connector.listen?.(bench.hook, listening.tools);
      await bench.connector.discover?.(bench.account, listening.tools);
      expect(receipt?.state).toBe("published");
      // The schema's copy names the wall's owner "domain" alone; clients and the catalogue say `owner_id`.
      expect([...new Set(strange)]).toEqual(part === "wall" ? ["wall.get: owner_id"] : []);
    },
  );
});

type Known = ReturnType<typeof schemaMethods>;

/** Parameters of a request that the schema does not know, past their bounds, or missing. */
async function misfits(request: Request, known: Known): Promise<string[]> {
  const name = new URL(request.url).pathname.split("/").at(-1) ?? "";
  if (!request.url.includes("/method/")) return [];
  const form = new URLSearchParams(await request.text());
  form.delete("v");
  form.delete("access_token");
  const parameters = new Map((known.get(name)?.parameters ?? []).map((one) => [one.name, one]));
  const wrong = [...form].filter(([field, value]) => {
    const one = parameters.get(field);
    return !one || Number(value) > (one.maximum ?? Infinity) || value.length > (one.maxLength ?? Infinity);
  });
  const missing = [...parameters.values()].filter((one) => one.required && !form.has(one.name));
  return [...wrong.map(([field]) => field), ...missing.map((one) => `no ${one.name}`)].map(
    (what) => `${name}: ${what}`,
  );
}
