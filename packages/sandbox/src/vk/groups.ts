// Methods about the community itself, its tokens and its events.
import { managerId, userIdOf } from "./community.ts";
import { communityEvent, eventTypes, settingsIn } from "./event-log.ts";
import { flag, managing, needing, number, ours, read, words } from "./parameters.ts";
import { groupCard, managerProfile, profile } from "./people.ts";
import { ApiError } from "./refusals.ts";
import type { Asked, Method, Rooms } from "./rooms.ts";

const mostServers = 10;
/** What a community's token may be good for, by bit. */
const rightBits: Record<string, number> = {
  stories: 1,
  photos: 4,
  app_widget: 64,
  messages: 4096,
  docs: 131_072,
  manage: 262_144,
};

const flags = Object.fromEntries(eventTypes.map((name) => [name, flag.optional()]));

/** The community that is named, by one who manages it. */
function administering(asked: Asked): void {
  ours(read(asked, { group_id: number(1) }).group_id);
  needing(asked, "manage");
  managing(asked);
}

const serverOf = ({ push }: Rooms, id: number) => {
  const server = push.subscriptions().find((one) => one.id === String(id));
  if (!server) throw new ApiError(104);
  return server;
};

const serverShape = { url: words().min(1), title: words(14).min(1), secret_key: words(50).optional() };
export const confirmationCode = "demo1c0de";

export const groups: Record<string, Method> = {
  "groups.get": {
    callers: ["user", "service"],
    answer(asked) {
      const { extended } = read(asked, {
        extended: flag.optional(),
        filter: words().optional(),
        count: number(0, 1000).optional(),
      });
      const items = asked.token.manages ? [groupCard()] : [];
      return { count: items.length, items: extended ? items : items.map(({ id }) => id) };
    },
  },
  "groups.getById": {
    callers: ["user", "group", "service"],
    answer(asked) {
      const { group_id: id } = read(asked, { group_id: number(1).optional() });
      if (id === undefined && asked.token.kind !== "group") throw new ApiError(100, "group_ids is undefined");
      if (id !== undefined) ours(id);
      return { groups: [groupCard()], profiles: [] };
    },
  },
  "groups.getTokenPermissions": {
    callers: ["group"],
    answer: ({ token: { rights } }) => ({
      mask: rights.reduce((mask, name) => mask + (rightBits[name] ?? 0), 0),
      permissions: rights.map((name) => ({ name, setting: rightBits[name] ?? 0 })),
    }),
  },
  "groups.getCallbackConfirmationCode": {
    callers: ["user", "group"],
    answer(asked) {
      administering(asked);
      return { code: confirmationCode };
    },
  },
  "groups.getCallbackServers": {
    callers: ["user", "group"],
    answer(asked, { push }) {
      administering(asked);
      const items = push.subscriptions().map(({ id, url, secret, extra }) => ({
        ...{ id: Number(id), url, title: String(extra.title), creator_id: managerId, secret_key: secret },
        status: extra.isConfirmed === true ? "ok" : "unconfigured",
      }));
      return { count: items.length, items };
    },
  },
  "groups.addCallbackServer": {
    callers: ["user", "group"],
    answer(asked, rooms) {
      administering(asked);
      const { url, title, secret_key: secret = "" } = read(asked, serverShape);
      const { push, state } = rooms;
      if (push.subscriptions().length >= mostServers) throw new ApiError(2000);
      const id = Number(state.fact("servers") ?? 0) + 1;
      state.remember("servers", String(id));
      push.subscribe({ id: String(id), url, secret, extra: { title, isConfirmed: false, events: [] } });
      void confirm(rooms, id);
      return { server_id: id };
    },
  },
  "groups.editCallbackServer": {
    callers: ["user", "group"],
    answer(asked, rooms) {
      administering(asked);
      const {
        server_id: id,
        url,
        title,
        secret_key: secret = "",
      } = read(asked, { ...serverShape, server_id: number(0) });
      const { extra } = serverOf(rooms, id);
      rooms.push.subscribe({ id: String(id), url, secret, extra: { ...extra, title } });
      void confirm(rooms, id);
      return 1;
    },
  },
  "groups.setCallbackSettings": {
    callers: ["user", "group"],
    answer(asked, rooms) {
      administering(asked);
      const query = read(asked, { ...flags, server_id: number(0), api_version: words().optional() });
      const server = serverOf(rooms, query.server_id);
      const before = Array.isArray(server.extra.events) ? server.extra.events.map(String) : [];
      rooms.push.subscribe({ ...server, extra: { ...server.extra, events: settingsIn(query, before) } });
      return 1;
    },
  },
  "groups.setLongPollSettings": {
    callers: ["user", "group"],
    answer(asked, { log }) {
      administering(asked);
      const query = read(asked, { ...flags, enabled: flag.optional(), api_version: words().optional() });
      log.change(query.enabled, settingsIn(query, log.enabled()));
      return 1;
    },
  },
  "groups.getLongPollServer": {
    callers: ["user", "group"],
    answer(asked, { log }) {
      administering(asked);
      return { key: log.key(), server: `https://lp.vk.com/whp/${asked.parameters.group_id}`, ts: log.ts() };
    },
  },
};

/** VK asks a new address for the code before it sends anything else there. */
async function confirm(rooms: Rooms, id: number): Promise<void> {
  const server = serverOf(rooms, id);
  try {
    const response = await rooms.push.send(
      server,
      communityEvent("confirmation", undefined, { id: `c${id}`, secret: server.secret }),
    );
    const isConfirmed = (await response.text()).trim() === confirmationCode;
    rooms.push.subscribe({ ...serverOf(rooms, id), extra: { ...serverOf(rooms, id).extra, isConfirmed } });
  } catch {
    // Nobody there: it stays unconfigured.
  }
}

export const users: Record<string, Method> = {
  "users.get": {
    callers: ["user", "group", "service"],
    answer(asked, { comments, messages }) {
      const { user_ids: ids } = read(asked, { user_ids: words().optional() });
      if (ids === undefined) return asked.token.kind === "user" ? [managerProfile()] : [];
      const wanted = new Set(ids.split(",").map(Number));
      const known = new Map<number, string>();
      for (const { author } of [...comments.posts({ removed: true }), ...messages.posts({ removed: true })])
        known.set(userIdOf(author.key), author.name);
      return [...known].filter(([id]) => wanted.has(id)).map(([id, name]) => profile(id, name));
    },
  },
};
