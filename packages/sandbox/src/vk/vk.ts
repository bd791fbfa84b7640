// The simulated VK: one community of a café chain, with its wall, topics, market and messages.
import { Hono } from "hono";
import { z } from "zod";
import { backstage } from "../kit/backstage.ts";
import { pages } from "../kit/page.ts";
import { type PushForm, pusher } from "../kit/push.ts";
import { type Room, simulator } from "../kit/simulator.ts";
import { openStage, type StageSettings } from "../kit/stage.ts";
import type { SandboxEnv } from "../network.ts";
import { api } from "./api.ts";
import { communityName, placeFor } from "./community.ts";
import { commentEvent, communityEvent, eventLog, messageEvent } from "./event-log.ts";
import { drawing } from "./photo.ts";
import type { Rooms } from "./rooms.ts";

const settings: StageSettings = {
  ...{ world: "cafe", tone: "social", seed: "vk", posts: 300, arrivalEveryMs: 6 * 60_000, moderationMs: 0 },
  kinds: ["comment"],
  // Nobody moderates a community's own words.
  forbids: () => null,
  extraOf: (utterance) => placeFor(utterance),
};

const page = {
  title: { ru: `VK: ${communityName}`, en: `VK: ${communityName}` },
  lead: {
    ru: "Комментарии на стене, в обсуждениях и к товарам выдуманного сообщества. Сообщения: /vk/messages.",
    en: "Comments on the wall, in topics and below market items of an invented community. Messages: /vk/messages.",
  },
};
const messagesPage = {
  title: { ru: `VK: сообщения. ${communityName}`, en: `VK: messages. ${communityName}` },
  lead: { ru: "Что пишут сообществу в сообщениях.", en: "What people write to the community in messages." },
};

/** Below `/vk`: the API's hosts, each by its name, and the Long Poll server. Messages: `/vk/messages`. */
export const vk = simulator({
  path: "/vk",
  title: { ru: "VK", en: "VK" },
  page,
  settings,
  open(room) {
    const { stage, faults, state, now, path } = room;
    const messages = openStage({
      ...{ state: state.of(`${path}/messages`), now, faults },
      settings: {
        ...settings,
        ...wishIn(stage.settings),
        tone: "message",
        seed: `${stage.settings.seed}/messages`,
        kinds: ["message"],
        extraOf: () => ({}),
      },
    });
    const log = eventLog(state, now);
    // Events know no caller: photographs are where the last one reached the sandbox.
    const base = () => state.fact("base") ?? path;
    stage.onChange((change) => log.add(commentEvent(stage, change, base()), change.post.id));
    messages.onChange((change) => {
      const event = messageEvent(change, base());
      if (event) log.add(event, `message-${change.post.id}`);
    });
    const form: PushForm = {
      body(change, to, id) {
        const isMessage = change.post.kind === "message";
        const event = isMessage ? messageEvent(change, base()) : commentEvent(stage, change, base());
        const wanted = Array.isArray(to.extra.events) ? to.extra.events : [];
        if (!event || to.extra.isConfirmed !== true || !wanted.includes(event.type)) return null;
        return communityEvent(event.type, event.object, { id, secret: to.secret });
      },
      headers: ({ attempt }): Record<string, string> =>
        attempt > 1 ? { "X-Retry-Counter": String(attempt - 1) } : {},
      isTaken: async (response) => response.ok && (await response.text()).trim() === "ok",
      retryAfterMs: [60_000, 300_000, 1_800_000],
    };
    const push = pusher({ stage, state, faults, form });
    messages.onChange(push.queue);
    return { api: routes(room, { comments: stage, messages, log, push, state, now }), push };
  },
});

/** A small world is small in its messages too. */
const wishIn = ({ posts, arrivalEveryMs }: StageSettings) => ({
  posts: Math.ceil(posts / 3),
  arrivalEveryMs: arrivalEveryMs * 3,
});

const About = z.strictObject({ id: z.string(), secret: z.string().optional() });
const Trouble = z.strictObject({ failed: z.union([z.literal(1), z.literal(2)]) });

function routes(room: Room, rooms: Rooms): Hono<SandboxEnv> {
  const { faults, path } = room;
  const { messages, log, push } = rooms;
  const app = new Hono<SandboxEnv>();
  app.use(async (c, next) => {
    const base = new URL(c.req.url).origin + path;
    if (rooms.state.fact("base") !== base) rooms.state.remember("base", base);
    messages.letIn();
    await next();
  });
  app.get("/photo/:name", (c) =>
    c.body(drawing(c.req.param("name").replace(/\.svg$/, "")), 200, { "Content-Type": "image/svg+xml" }),
  );
  /** The last event about a post or message, as it would be pushed. */
  app.post("/__event", async (c) => {
    const { id, secret } = About.parse(await c.req.json());
    const event = log.about(id).at(-1);
    if (!event) return c.json({ error: `Nothing has happened to ${id}.` }, 404);
    const [server] = push.subscriptions();
    const body = communityEvent(event.type, event.object, {
      id: `e${event.seq}`,
      secret: server?.secret ?? secret ?? "",
    });
    return c.json({ url: server?.url ?? null, body });
  });
  /** From now on the Long Poll's history is too short (1), or its key another one (2). */
  app.post("/__long-poll", async (c) => {
    const { failed } = Trouble.parse(await c.req.json());
    if (failed === 1) log.forget();
    else log.renewKey();
    return c.body(null, 204);
  });
  app.route("/messages", backstage({ stage: messages, faults, afterwards: () => push.flush() }));
  app.route("/messages", pages(messages, `${path}/messages`, messagesPage));
  app.route("/", api(room, rooms));
  return app;
}
