// What happens in the community, as events: the Callback API sends them, Long Poll keeps them to be fetched.
import { z } from "zod";
import type { Change, Stage } from "../kit/stage.ts";
import type { State } from "../state.ts";
import { marketComment, rowsOf, topicComment, wallComment } from "./comment.ts";
import { communityId, managerId, standsAt, userIdOf } from "./community.ts";
import { answerIn, message, saidIn } from "./message.ts";

export const eventTypes = [
  ...["wall_reply_new", "wall_reply_edit", "wall_reply_restore", "wall_reply_delete"],
  ...["board_post_new", "board_post_edit", "board_post_restore", "board_post_delete"],
  ...["market_comment_new", "market_comment_edit", "market_comment_restore", "market_comment_delete"],
  ...["message_new", "message_reply", "message_edit", "message_read", "wall_post_new"],
] as const;

export interface CommunityEvent {
  type: string;
  object: unknown;
}

const kinds: Record<Change["is"], "new" | "edit" | "delete"> = {
  ...{ added: "new", edited: "edit", removed: "delete" },
  ...{ answered: "new", "answer-edited": "edit", "answer-removed": "delete" },
};

/** @param base the simulator's own address, for photographs; events know no caller */
export function commentEvent(stage: Stage, { is, post, answer }: Change, base: string): CommunityEvent {
  const { place, container } = standsAt(stage, post);
  const kind = kinds[is];
  const id = Number(answer?.id ?? post.id);
  const deleter = answer ? managerId : userIdOf(post.author.key);
  if (kind === "delete") {
    const byPlace = {
      wall: { owner_id: -communityId, id, deleter_id: deleter, user_id: deleter, post_id: container },
      board: { topic_owner_id: -communityId, topic_id: container, id, deleter_id: deleter },
      market: { owner_id: -communityId, id, user_id: deleter, item_id: container },
    };
    return { type: typeOf(place, kind), object: byPlace[place] };
  }
  const row = rowsOf(stage, post).find((one) => one.id === id);
  if (!row) return { type: typeOf(place, kind), object: {} };
  const object = {
    wall: () => ({ ...wallComment(row, container, base), post_owner_id: -communityId }),
    board: () => ({ ...topicComment(row, base), topic_id: container, topic_owner_id: -communityId }),
    market: () => ({ ...marketComment(row, base), item_id: container, market_owner_id: -communityId }),
  }[place]();
  return { type: typeOf(place, kind), object };
}

const typeOf = (place: "wall" | "board" | "market", kind: string): string =>
  `${{ wall: "wall_reply", board: "board_post", market: "market_comment" }[place]}_${kind}`;

/** null: VK tells nobody that a message was taken back. */
export function messageEvent({ is, post, answer }: Change, base: string): CommunityEvent | null {
  if (kinds[is] === "delete") return null;
  const said = message(answer ? answerIn(post, answer) : saidIn(post), base);
  if (kinds[is] === "edit") return { type: "message_edit", object: said };
  if (answer) return { type: "message_reply", object: said };
  const client = {
    button_actions: ["text", "open_link"],
    keyboard: true,
    inline_keyboard: true,
    carousel: false,
    lang_id: 0,
  };
  return { type: "message_new", object: { message: said, client_info: client } };
}

/** As it is sent. */
export const communityEvent = (
  type: string,
  object: unknown,
  { id, secret }: { id: string; secret?: string },
): string =>
  JSON.stringify({
    ...{ type, group_id: communityId, event_id: id, v: "5.199" },
    ...(object !== undefined && { object }),
    ...(secret && { secret }),
  });

/** The events that are on after a change: those that are named are switched, the others stay. */
export const settingsIn = (query: Record<string, unknown>, before: readonly string[]): string[] =>
  eventTypes.filter((name) => (query[name] === undefined ? before.includes(name) : query[name] === true));

const Logged = z.object({ seq: z.number(), of: z.string(), type: z.string(), object: z.unknown() });
type Logged = z.infer<typeof Logged>;

export interface EventLog {
  add(event: CommunityEvent, of: string): void;
  /** Of the post or message of this id, oldest first. */
  about(of: string): Logged[];
  key(): string;
  ts(): string;
  enabled(): string[];
  change(isEnabled: boolean | undefined, events: readonly string[]): void;
  /** What Long Poll answers. */
  since(ts: string, key: string): unknown;
  /** From now on: the key is another one, or all that was kept is forgotten. */
  renewKey(): void;
  forget(): void;
}

const mostKept = 1000;

export function eventLog(state: State, now: () => Date): EventLog {
  const shelf = state.shelf("events", Logged);
  const last = () => Number(state.fact("event") ?? 0);
  const idOf = (seq: number) => String(seq).padStart(12, "0");
  const key = () => `demo-key-${state.fact("long-poll-key") ?? "1"}`;
  const enabled = () => (state.fact("long-poll-events") ?? "").split(" ").filter(Boolean);
  const earliest = () => Math.max(Number(state.fact("event-forgotten") ?? 0), last() - mostKept);
  return {
    add(event, of) {
      const seq = last() + 1;
      state.remember("event", String(seq));
      shelf.put(idOf(seq), now(), { seq, of, ...event });
    },
    about: (of) =>
      shelf
        .all()
        .filter((one) => one.of === of)
        .sort((a, b) => a.seq - b.seq),
    key,
    ts: () => String(last() + 1),
    enabled,
    change(isEnabled, events) {
      if (isEnabled !== undefined) state.remember("long-poll", isEnabled ? "on" : "off");
      state.remember("long-poll-events", events.join(" "));
    },
    since(ts, given) {
      if (given !== key()) return { failed: 2 };
      const from = Number(ts);
      if (!Number.isSafeInteger(from) || from > last() + 1) return { failed: 3 };
      // VK writes the number of the last event as a string, but as a number beside `failed`.
      if (from <= earliest()) return { failed: 1, ts: last() + 1 };
      const wanted = new Set(state.fact("long-poll") === "on" ? enabled() : []);
      const events = shelf.all().filter(({ seq, type }) => seq >= from && wanted.has(type));
      events.sort((one, other) => one.seq - other.seq);
      const updates = events.map(({ seq, type, object }) => ({
        ...{ type, object, group_id: communityId, event_id: `lp${seq}`, v: "5.199" },
      }));
      return { ts: String(last() + 1), updates };
    },
    renewKey: () => state.remember("long-poll-key", String(Number(state.fact("long-poll-key") ?? 1) + 1)),
    forget: () => state.remember("event-forgotten", String(last())),
  };
}
