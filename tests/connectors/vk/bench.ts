// VK's simulator as a bench for the connector's contract, and for the tests that are VK's own; called without a server.

import { type vk, vkBy } from "@otklik/connectors/vk/index";
import { type Part, spotOf } from "@otklik/connectors/vk/parts";
import type { Account, Connector, Hook, Tools } from "@otklik/core/connector";
import { vk as simulatedVk } from "@otklik/sandbox/vk/vk";
import type { ConnectorBench } from "../../contracts/connector.ts";
import { type OpenedSandbox, sandboxOf } from "../../support/sandbox-of.ts";
import { testTools } from "../../support/tools.ts";

type Settings = typeof vk extends Connector<infer S> ? S : never;

export const community = "222333444";
export interface VkBench extends ConnectorBench<Settings> {
  account: Account;
  clock: { now: Date };
  /** Every method that was asked, in order. */
  asked: string[];
  hook: Hook<Settings>;
  /** Any of the simulator's back doors below `/vk`. */
  post(path: string, body: unknown): Promise<unknown>;
  control(orders: Record<string, unknown>): Promise<void>;
  add(entry: Record<string, unknown>): Promise<string>;
  addMention(text: string): Promise<string>;
  editMention(externalId: string, text: string): Promise<void>;
  answerElsewhere(externalId: string, text: string): Promise<void>;
  publishedTexts(externalId: string): Promise<string[]>;
  push(externalId: string): Promise<Request>;
  /** The bench reading another part, or signed in by other tokens. */
  with(other: {
    part?: Part;
    credentials?: Record<string, string>;
    connector?: Connector<Settings>;
  }): VkBench;
}

/** What each part takes to be read and answered. */
export const tokens = {
  community: { token: "demo-community-token" },
  reading: { token: "demo-community-token", serviceKey: "demo-service-key" },
  all: { token: "demo-community-token", serviceKey: "demo-service-key", userToken: "demo-manager-token" },
};

const containers: Record<Part, Record<string, unknown>> = {
  wall: { place: "wall" },
  board: { place: "board", container: 31 },
  market: { place: "market", container: 501 },
  messages: {},
};

/** A community of a few people, its clock standing still until a test moves it. */
export async function openVk(
  world: { posts?: number; part?: Part; credentials?: Record<string, string> } = {},
): Promise<VkBench> {
  const { posts = 36, part = "wall", credentials = tokens.all } = world;
  const clock = { now: new Date("2026-11-20T09:00:00Z") };
  const sandbox = sandboxOf(simulatedVk({ posts, arrivalEveryMs: 0 }), clock);
  const asked: string[] = [];
  const tools: Tools = testTools({
    now: () => clock.now,
    http: async (request) => {
      asked.push(new URL(request.url).pathname.split("/").at(-1) ?? "");
      return sandbox.http(request);
    },
  });
  await sandbox.post("/__control", { unlimited: true });
  // A page holds one conversation: that of the last to write is to have more than one message.
  const author = { key: "talker", name: "Разговорчивый Демо" };
  const talk = ["Демо: здравствуйте.", "Демо: вы тут?", "Демо: жду."].map((text) => ({ text, author }));
  if (posts > 0) await sandbox.post("/messages/__posts", talk);
  const connector = vkBy({ comments: 8, messages: 10 });
  return benchOf({ part, credentials, connector }, { clock, asked, tools, sandbox });
}

interface World {
  clock: { now: Date };
  asked: string[];
  tools: Tools;
  sandbox: OpenedSandbox;
}
interface Choice {
  part: Part;
  credentials: Record<string, string>;
  connector: Connector<Settings>;
}

function benchOf(choice: Choice, world: World): VkBench {
  const { part, credentials, connector } = choice;
  const { clock, asked, tools, sandbox } = world;
  const send = sandbox.post;
  const stage = part === "messages" ? "/messages" : "";
  const account: Account = { id: "account-demo", credentials: { ...credentials, address: sandbox.address } };
  const settings: Settings = { community, part };
  const numberOf = (externalId: string) => spotOf(externalId)?.id ?? "";
  const control = async (orders: Record<string, unknown>) => void (await send("/__control", orders));

  const add = async (entry: Record<string, unknown>) => {
    const posts = [{ extra: containers[part], ...entry }];
    const { ids } = (await send(`${stage}/__posts`, posts)) as { ids: string[] };
    return ids[0] as string;
  };
  /** The external id is read from the network's own event, as a subscriber would. */
  const event = async (number: string): Promise<{ body: string; url: string | null }> => {
    const id = part === "messages" ? `message-${number}` : number;
    return (await send("/__event", { id, secret: hook.secret })) as { body: string; url: string | null };
  };
  const hook: Hook<Settings> = {
    ...{ account, sources: [{ sourceId: "source-demo", settings }] },
    ...{ secret: "demo-hook-secret", url: "https://otklik.example/hook/vk" },
  };
  return {
    ...{
      connector,
      account,
      settings,
      tools,
      clock,
      asked,
      hook,
      control,
      add,
      post: send,
      close: async () => sandbox.close(),
    },
    isWrite: ({ url }) => /\.(createComment|editComment|send|edit)$/.test(url),
    async addMention(text) {
      const number = await add({ text, author: { name: "Контракт Демо" } });
      return idIn(JSON.parse((await event(number)).body));
    },
    editMention: async (id, text) => void (await send(`${stage}/__edit`, { id: numberOf(id), text })),
    // That a message was taken back, VK tells nobody.
    ...(part !== "messages" && {
      removeMention: async (id: string) => void (await send("/__remove", { id: numberOf(id) })),
    }),
    answerElsewhere: async (id, text) => void (await send(`${stage}/__answer`, { id: numberOf(id), text })),
    async publishedTexts(id) {
      const { entries } = (await sandbox.get(`${stage}/__journal?kind=answer&id=${numberOf(id)}`)) as {
        entries: { text: string; took: boolean }[];
      };
      return entries.filter(({ took }) => took).map(({ text }) => text);
    },
    async push(id) {
      const { body, url } = await event(numberOf(id));
      const headers = { "content-type": "application/json" };
      return new Request(url ?? hook.url, { method: "POST", body, headers });
    },
    expireSignIn: (isExpired) => control({ expireToken: isExpired }),
    breakDown: (isDown) => control({ down: isDown }),
    breakOneEntry: inEntries((body) => body.replace(/("date":)\d+/, '$1"позавчера"')),
    changeShape: (body) => body.replace('"items":', '"entries":'),
    writeBigId: inEntries((body, digits) => {
      const field = part === "messages" ? /"peer_id":\d+/ : /"id":\d+(?=,"from_id":[1-9])/;
      return body.replace(field, `"${part === "messages" ? "peer_id" : "id"}":${digits}`);
    }),
    ownFaults,
    with: ({ credentials: others = credentials, ...other }) =>
      benchOf({ part, connector, ...other, credentials: others }, world),
  };
}

/** Rewrites an answer that lists comments or messages, and leaves what lists posts or conversations as it is. */
const inEntries =
  (rewrite: (body: string, digits: string) => string) =>
  (body: string, digits = ""): string =>
    /"items":\[\{"id":\d+,("from_id"|"conversation_message_id")/.test(body) ? rewrite(body, digits) : body;

/** The external id that an event's comment or message will have. */
function idIn({ object }: { object: Record<string, never> }): string {
  const {
    message,
    id,
    post_id: post,
    topic_id: topic,
    item_id: item,
  } = object as Record<string, number> & {
    message?: { peer_id: number; conversation_message_id: number };
  };
  if (message) return `im-${community}_${message.peer_id}_${message.conversation_message_id}`;
  if (topic) return `topic-${community}_${topic}_${id}`;
  return item ? `product-${community}_${item}_${id}` : `wall-${community}_${post}_${id}`;
}

const error = (code: number, words: string) => () =>
  Response.json({ error: { error_code: code, error_msg: words, request_params: [] } });

const ownFaults: ConnectorBench["ownFaults"] = [
  { name: "an ended token (5)", kind: "unauthorized", response: error(5, "User authorization failed") },
  { name: "too many a second (6)", kind: "throttled", response: error(6, "Too many requests per second") },
  { name: "a right that is missing (7)", kind: "unauthorized", response: error(7, "Permission is denied") },
  { name: "flood control (9)", kind: "throttled", response: error(9, "Flood control") },
  { name: "a server error (10)", kind: "unavailable", response: error(10, "Internal server error") },
  { name: "a captcha (14)", kind: "unauthorized", response: error(14, "Captcha needed") },
  { name: "no access (15)", kind: "unauthorized", response: error(15, "Access denied") },
  {
    name: "a token of the wrong kind (27)",
    kind: "unauthorized",
    response: error(27, "Group authorization failed"),
  },
  { name: "a day's quota (29)", kind: "throttled", response: error(29, "Rate limit reached") },
  { name: "a strange community (203)", kind: "unauthorized", response: error(203, "Access to group denied") },
];
