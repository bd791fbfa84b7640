// Methods of the board's topics.
import { z } from "zod";
import { answered, commentPaging, inOrder, openedAt, paging } from "./asking.ts";
import { type Row, rowsAt, seconds, topicComment } from "./comment.ts";
import { managerId, topics } from "./community.ts";
import { flag, managing, number, ours, read, stretch, words } from "./parameters.ts";
import { authors, managerProfile } from "./people.ts";
import { ApiError } from "./refusals.ts";
import type { Method } from "./rooms.ts";

const naming = /^\s*\[post(\d+)\|[^\]]*\],?\s*/;

export const board: Record<string, Method> = {
  "board.getTopics": {
    callers: ["user", "service"],
    answer(asked, rooms) {
      const order = z.enum(["1", "2", "-1", "-2", "0"]).optional();
      const query = read(asked, { ...paging, group_id: number(1), order });
      ours(query.group_id, 15);
      const opened = seconds(openedAt(rooms)) - 90 * 86_400;
      const items = topics.map(({ id, title }) => {
        const rows = rowsAt(rooms.comments, "board", id).filter(({ deleted }) => !deleted);
        const updated = rows.length > 0 ? seconds((rows.at(-1) as Row).at) : opened;
        return {
          ...{ id, title, created: opened, created_by: managerId, updated, updated_by: managerId },
          ...{ is_closed: 0, is_fixed: 0, comments: rows.length },
        };
      });
      items.sort((one, other) => other.updated - one.updated || one.id - other.id);
      const { offset = 0, count = 40 } = query;
      return {
        ...{
          count: items.length,
          items: items.slice(offset, offset + count),
          default_order: 1,
          can_add_topics: 0,
        },
        ...(query.extended && { profiles: [managerProfile()], groups: [] }),
      };
    },
  },
  "board.getComments": {
    callers: ["user", "service"],
    answer(asked, { comments }) {
      const query = read(asked, { ...commentPaging, group_id: number(1), topic_id: number(0) });
      ours(query.group_id, 15);
      if (topics.every(({ id }) => id !== query.topic_id)) throw new ApiError(100, "topic_id is invalid");
      const all = rowsAt(comments, "board", query.topic_id);
      const { start_comment_id: start, offset, count = 20 } = query;
      const { rows, realOffset } = stretch(inOrder(all, query.sort), { start, offset, count });
      return {
        count: all.length,
        items: rows.map((row) => topicComment(row, asked.base)),
        ...(start !== undefined && { real_offset: realOffset }),
        ...(query.extended && authors(rows)),
      };
    },
  },
  "board.createComment": {
    callers: ["user"],
    answer(asked, { comments }) {
      const query = read(asked, {
        ...{
          group_id: number(1),
          topic_id: number(0),
          message: words(16_384).min(1),
          guid: words(100).optional(),
        },
        from_group: flag.optional(),
      });
      ours(query.group_id, 15);
      managing(asked);
      // Without a name in front it answers whoever spoke last.
      const last = rowsAt(comments, "board", query.topic_id).findLast(
        ({ from, deleted }) => from > 0 && !deleted,
      );
      const named = Number(naming.exec(query.message)?.[1] ?? last?.id ?? 0);
      const id = answered(comments, { place: "board", container: query.topic_id, id: named });
      const text = query.message.replace(naming, "");
      const answer = comments.answer({ id, text, through: "api", ...(query.guid && { once: query.guid }) });
      if (!answer) throw new ApiError(15);
      return Number(answer.id);
    },
  },
  "board.editComment": {
    callers: ["user"],
    answer(asked, { comments }) {
      const shape = {
        group_id: number(1),
        topic_id: number(0),
        comment_id: number(0),
        message: words(16_384).min(1),
      };
      const query = read(asked, shape);
      ours(query.group_id, 15);
      managing(asked);
      const text = query.message.replace(naming, "");
      if (!comments.editAnswer(String(query.comment_id), text, "api")) throw new ApiError(15);
      return 1;
    },
  },
};
