// The bot's updates: numbered in their order, kept for a day or until a later one is asked for.
import { z } from "zod";
import type { Change, Stage } from "../kit/stage.ts";
import type { State } from "../state.ts";
import {
  answerUnder,
  chatOf,
  comment,
  type Discussion,
  type Message,
  privateAnswer,
  privateMessage,
} from "./messages.ts";
import { bot, connection, group, owner, unix } from "./people.ts";

const Update = z.looseObject({ update_id: z.int() });
export type Update = z.infer<typeof Update>;
/** An update before it has its number: one field, named by what it tells. */
export type News = Record<string, unknown>;

const dayMs = 86_400_000;
const firstId = 730_000_001;

export interface Updates {
  /** Gives it a number; null where the bot does not want to hear of such. */
  number(news: News): Update | null;
  keep(update: Update): void;
  drop(updateId: number): void;
  /** Those that still wait, oldest first. */
  waiting(): Update[];
  /** Which kinds the bot wants; an empty list: all but a few that it must name. */
  want(kinds: readonly string[]): void;
}

export function openUpdates({ state, now }: { state: State; now(): Date }): Updates {
  const shelf = state.shelf("updates", z.object({ at: z.coerce.date(), update: Update }));
  const keyOf = (id: number) => String(id).padStart(16, "0");
  const wanted = () => z.array(z.string()).parse(JSON.parse(state.fact("allowedUpdates") ?? "[]"));
  return {
    number(news) {
      const kinds = wanted();
      if (kinds.length > 0 && !Object.keys(news).some((kind) => kinds.includes(kind))) return null;
      const id = Number(state.fact("lastUpdate") ?? firstId) + 1;
      state.remember("lastUpdate", String(id));
      return { update_id: id, ...news };
    },
    keep: (update) => shelf.put(keyOf(update.update_id), now(), { at: now(), update }),
    drop: (id) => shelf.drop(keyOf(id)),
    waiting() {
      const old = now().getTime() - dayMs;
      const all = shelf.all().sort((a, b) => a.update.update_id - b.update.update_id);
      for (const { at, update } of all) if (at.getTime() < old) shelf.drop(keyOf(update.update_id));
      return all.filter(({ at }) => at.getTime() >= old).map(({ update }) => update);
    },
    want: (kinds) => state.remember("allowedUpdates", JSON.stringify(kinds)),
  };
}

/** What the bot hears of a change in the group: not its own words, and of nothing that was taken away. */
export function groupNews(discussion: Discussion, { is, post, answer }: Change): News | null {
  const heard =
    answer && answer.through === "cabinet" ? answerUnder(discussion, { post, answer }) : undefined;
  switch (is) {
    case "added":
      return { message: comment(discussion, post) };
    case "edited":
      return { edited_message: comment(discussion, post) };
    case "answered":
      return heard ? { message: heard } : null;
    case "answer-edited":
      return heard ? { edited_message: heard } : null;
    default:
      return null;
  }
}

/** In a business account's chats it hears everything, its own words too. */
export function businessNews({ is, post, answer }: Change): News | null {
  const own = (): Message | undefined => answer && privateAnswer({ post, answer });
  const deleted = (id: string): News => ({
    deleted_business_messages: {
      ...{ business_connection_id: connection.id, chat: chatOf(post), message_ids: [Number(id)] },
    },
  });
  switch (is) {
    case "added":
      return { business_message: privateMessage(post) };
    case "edited":
      return { edited_business_message: privateMessage(post) };
    case "removed":
      return deleted(post.id);
    case "answered":
      return { business_message: own() };
    case "answer-edited":
      return { edited_business_message: own() };
    case "answer-removed":
      return answer ? deleted(answer.id) : null;
  }
}

const isRecent = (at: Date, now: Date): boolean => at <= now && now.getTime() - at.getTime() < dayMs;

/** What waits for the bot on the day that it was put into the group and connected to the account. */
export function openingNews(doors: { comments: Discussion; chats: Stage; now: Date }): News[] {
  const { comments, chats, now } = doors;
  const of = (stage: Stage, newsOf: (change: Change) => News | null) =>
    stage.posts().flatMap((post) => {
      const said: Change[] = [{ is: "added", at: post.at, post }];
      for (const answer of post.answers) said.push({ is: "answered", at: answer.at, post, answer });
      return said.flatMap((change) => {
        const news = isRecent(change.at, now) ? newsOf(change) : null;
        return news ? [{ at: change.at, news }] : [];
      });
    });
  const said = [...of(comments.stage, (change) => groupNews(comments, change)), ...of(chats, businessNews)];
  return [
    { my_chat_member: addedToGroup(now) },
    { business_connection: { ...connection, date: unix(now) } },
    ...said.sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ news }) => news),
  ];
}

const addedToGroup = (now: Date) => ({
  ...{ chat: group, from: owner, date: unix(now) },
  old_chat_member: { status: "left", user: bot },
  new_chat_member: { status: "member", user: bot },
});
