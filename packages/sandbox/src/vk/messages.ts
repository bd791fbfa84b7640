// Methods of the community's messages.
import { z } from "zod";
import { conversation, conversations, message, type Said } from "./message.ts";
import { flag, managing, needing, number, ours, read, words } from "./parameters.ts";
import { groupCard, profile } from "./people.ts";
import { ApiError } from "./refusals.ts";
import type { Asked, Method } from "./rooms.ts";

/** A user reads the community's messages by naming it, and only if they manage it. */
function allowed(asked: Asked): void {
  needing(asked, "messages");
  const { group_id: group } = read(asked, { group_id: number(0).optional() });
  if (asked.token.kind === "user" && group === undefined) throw new ApiError(15);
  if (group !== undefined) ours(group, 15);
  managing(asked);
}

const people = (talks: readonly (readonly [number, readonly Said[]])[]) => ({
  profiles: talks.map(([peer, said]) => profile(peer, said[0]?.name ?? "")),
  groups: [groupCard()],
});

export const messages: Record<string, Method> = {
  "messages.getConversations": {
    callers: ["user", "group"],
    answer(asked, rooms) {
      allowed(asked);
      const query = read(asked, {
        ...{ offset: number(0).optional(), count: number(0, 200).optional(), extended: flag.optional() },
        filter: z.enum(["all", "archive", "important", "unanswered", "unread"]).optional(),
      });
      const all = [...conversations(rooms.messages)].filter(
        ([, [last]]) => query.filter !== "unanswered" || last?.out === false,
      );
      all.sort(([, [one]], [, [other]]) => (other?.at.getTime() ?? 0) - (one?.at.getTime() ?? 0));
      const { offset = 0, count = 20 } = query;
      const shown = all.slice(offset, offset + count);
      return {
        count: all.length,
        items: shown.map(([peer, said]) => ({
          conversation: conversation(peer, said),
          ...(said[0] && { last_message: message(said[0], asked.base) }),
        })),
        ...(query.extended && people(shown)),
      };
    },
  },
  "messages.getHistory": {
    callers: ["user", "group"],
    answer(asked, rooms) {
      allowed(asked);
      const query = read(asked, {
        ...{ peer_id: number(), offset: number().optional(), count: number(0, 200).optional() },
        ...{ rev: flag.optional(), extended: flag.optional() },
      });
      const said = conversations(rooms.messages).get(query.peer_id) ?? [];
      const inOrder = query.rev ? said.toReversed() : said;
      const { offset = 0, count = 20 } = query;
      return {
        count: said.length,
        items: inOrder.slice(offset, offset + count).map((one) => message(one, asked.base)),
        ...(query.extended && {
          ...people([[query.peer_id, said]]),
          conversations: [conversation(query.peer_id, said)],
        }),
      };
    },
  },
  "messages.send": {
    callers: ["user", "group"],
    answer(asked, rooms) {
      allowed(asked);
      const query = read(asked, { peer_id: number(), random_id: number(), message: z.string().min(1) });
      if (query.message.length > 9000) throw new ApiError(914);
      const asks = conversations(rooms.messages)
        .get(query.peer_id)
        ?.find(({ out }) => !out);
      if (!asks) throw new ApiError(901);
      const once = query.random_id === 0 ? {} : { once: String(query.random_id) };
      const known = [...(conversations(rooms.messages).get(query.peer_id) ?? [])].find(
        ({ randomId }) => query.random_id !== 0 && randomId === query.random_id,
      );
      if (known) {
        rooms.messages.record({ kind: "answer", id: String(asks.number), text: query.message, took: false });
        return known.number;
      }
      const answer = rooms.messages.answer({
        id: String(asks.number),
        text: query.message,
        through: "api",
        ...once,
      });
      if (!answer) throw new ApiError(901);
      return Number(answer.id);
    },
  },
  "messages.edit": {
    callers: ["user", "group"],
    answer(asked, rooms) {
      allowed(asked);
      const query = read(asked, { peer_id: number(), cmid: number(0), message: words(9000).min(1) });
      if (!rooms.messages.editAnswer(String(query.cmid), query.message, "api"))
        throw new ApiError(100, "cmid is invalid");
      return 1;
    },
  },
};
