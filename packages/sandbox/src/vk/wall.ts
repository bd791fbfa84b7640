// Methods of the wall.
import { z } from "zod";
import { answered, commentPaging, inOrder, openedAt, paging } from "./asking.ts";
import { type Row, rowsAt, seconds, wallComment } from "./comment.ts";
import { communityId, postIdOf, subjectOf } from "./community.ts";
import { managing, number, ours, read, stretch, words } from "./parameters.ts";
import { authors, groupCard } from "./people.ts";
import { ApiError } from "./refusals.ts";
import type { Method, Rooms } from "./rooms.ts";

const DAY_MS = 86_400_000;
function wallPosts(rooms: Rooms) {
  const { comments } = rooms;
  return comments.subjects.map(({ key, text = "", daysAgo = 60 }) => {
    const id = postIdOf(comments, key);
    const rows = rowsAt(comments, "wall", id);
    const at = new Date(openedAt(rooms).getTime() - daysAgo * DAY_MS);
    return { id, at, text, count: rows.filter(({ deleted }) => !deleted).length };
  });
}

const post = ({ id, at, text, count }: ReturnType<typeof wallPosts>[number], token: string) => ({
  ...{
    inner_type: "wall_wallpost",
    id,
    owner_id: -communityId,
    from_id: -communityId,
    date: seconds(at),
    text,
  },
  ...{ post_type: "post", attachments: [], is_pinned: 0, marked_as_ads: 0 },
  comments: { can_post: token === "service" ? 0 : 1, count, groups_can_post: true },
});

export const wall: Record<string, Method> = {
  "wall.get": {
    callers: ["user", "service"],
    answer(asked, rooms) {
      // `owner_id` is what the catalogue and clients name; the schema's copy lists `domain` only.
      const owner = { owner_id: number().optional(), domain: z.string().optional() };
      const { offset = 0, count = 20, extended, owner_id: id } = read(asked, { ...paging, ...owner });
      ours(id ?? 0, 15);
      const posts = wallPosts(rooms).sort((one, other) => other.at.getTime() - one.at.getTime());
      const items = posts.slice(offset, offset + count).map((one) => post(one, asked.token.kind));
      return { count: posts.length, items, ...(extended && { profiles: [], groups: [groupCard()] }) };
    },
  },
  "wall.getComments": {
    callers: ["user", "service"],
    answer(asked, { comments }) {
      const query = read(asked, {
        ...commentPaging,
        ...{ owner_id: number(), post_id: number(0), comment_id: number(0).optional() },
        ...{ thread_items_count: number(0, 10).optional(), preview_length: number(0).optional() },
      });
      ours(query.owner_id, 15);
      if (!subjectOf(comments, query.post_id)) throw new ApiError(15);
      const all = rowsAt(comments, "wall", query.post_id);
      const level = all.filter(({ root }) => root === query.comment_id);
      const { start_comment_id: start, offset, count = 10, preview_length: cut = 90 } = query;
      const { rows, realOffset } = stretch(inOrder(level, query.sort), { start, offset, count });
      const shown = (row: Row) => {
        const told = wallComment(row, query.post_id, asked.base);
        return cut > 0 ? { ...told, text: String(told.text).slice(0, cut) } : told;
      };
      const inline = (row: Row) =>
        all.filter(({ root }) => root === row.id).slice(0, query.thread_items_count ?? 0);
      const thread = (row: Row) => {
        const replies = all.filter(({ root, deleted }) => root === row.id && !deleted);
        const isAnswered = replies.some(({ from }) => from < 0);
        return {
          ...{ count: replies.length, items: inline(row).map(shown), can_post: asked.token.kind === "user" },
          ...{ show_reply_button: true, groups_can_post: true, author_replied: isAnswered },
        };
      };
      const items = rows.map((row, at) => ({
        ...shown(row),
        ...(query.comment_id === undefined && { thread: thread(row) }),
        ...(start !== undefined && { real_offset: realOffset + at }),
      }));
      return {
        ...{ count: all.filter(({ deleted }) => !deleted).length, items, current_level_count: level.length },
        ...{ can_post: asked.token.kind === "user", show_reply_button: true, groups_can_post: true },
        ...(query.extended && authors([...rows, ...rows.flatMap(inline)])),
      };
    },
  },
  "wall.createComment": {
    callers: ["user", "group"],
    answer(asked, { comments }) {
      const query = read(asked, {
        ...{
          owner_id: number(),
          post_id: number(0),
          message: words(16_384).min(1),
          from_group: number(0).optional(),
        },
        ...{ reply_to_comment: number(), guid: words(100).optional() },
      });
      ours(query.owner_id, 15);
      managing(asked);
      if (query.from_group !== communityId) throw new ApiError(100, "from_group is not the community");
      const id = answered(comments, { place: "wall", container: query.post_id, id: query.reply_to_comment });
      const answer = comments.answer({
        id,
        text: query.message,
        through: "api",
        ...(query.guid && { once: query.guid }),
      });
      if (!answer) throw new ApiError(213);
      const root = comments.post(id)?.threadId ?? id;
      return { comment_id: Number(answer.id), parents_stack: [Number(root)] };
    },
  },
  "wall.editComment": {
    callers: ["user"],
    answer(asked, { comments }) {
      const query = read(asked, { owner_id: number(), comment_id: number(0), message: words(16_384).min(1) });
      ours(query.owner_id, 15);
      managing(asked);
      if (!comments.editAnswer(String(query.comment_id), query.message, "api")) throw new ApiError(15);
      return 1;
    },
  },
};
