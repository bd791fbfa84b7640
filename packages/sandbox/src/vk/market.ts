// Methods of the market: all of them take a user's token.
import { z } from "zod";
import { answered, inOrder } from "./asking.ts";
import { marketComment, rowsAt } from "./comment.ts";
import { communityId, type MarketItem, marketItems } from "./community.ts";
import { flag, managing, number, ours, read, stretch, words } from "./parameters.ts";
import { authors } from "./people.ts";
import { ApiError } from "./refusals.ts";
import type { Method } from "./rooms.ts";

const wire = ({ id, title, description, sku, amount }: MarketItem) => ({
  ...{ id, owner_id: -communityId, title, description, sku, availability: 0, date: 1_700_000_000 },
  category: { inner_type: "market_market_category_nested", id: 1, name: "Кофе и чай" },
  price: {
    ...{ amount: String(amount), text: `${amount / 100} ₽` },
    currency: { id: 643, name: "RUB", title: "руб." },
  },
});

const known = (id: number): MarketItem => {
  const item = marketItems.find((one) => one.id === id);
  if (!item) throw new ApiError(100, "item_id is invalid");
  return item;
};

export const market: Record<string, Method> = {
  "market.get": {
    callers: ["user"],
    answer(asked) {
      const shape = { owner_id: number(), offset: number(0).optional(), count: number(0, 200).optional() };
      const { owner_id: owner, offset = 0, count = 100 } = read(asked, shape);
      ours(owner, 15);
      return { count: marketItems.length, items: marketItems.slice(offset, offset + count).map(wire) };
    },
  },
  "market.getById": {
    callers: ["user"],
    answer(asked) {
      const { item_ids: ids } = read(asked, { item_ids: words().min(1) });
      const items = marketItems.filter(({ id }) => ids.split(",").includes(`-${communityId}_${id}`));
      return { count: items.length, items: items.map(wire) };
    },
  },
  "market.getComments": {
    callers: ["user"],
    answer(asked, { comments }) {
      const query = read(asked, {
        ...{
          owner_id: number(),
          item_id: number(0),
          offset: number(0).optional(),
          count: number(0, 100).optional(),
        },
        ...{
          start_comment_id: number(0).optional(),
          sort: z.enum(["asc", "desc"]).optional(),
          extended: flag.optional(),
        },
      });
      ours(query.owner_id, 15);
      const all = rowsAt(comments, "market", known(query.item_id).id);
      const { start_comment_id: start, offset, count = 20 } = query;
      const { rows } = stretch(inOrder(all, query.sort ?? "asc"), { start, offset, count });
      return {
        ...{ count: all.length, items: rows.map((row) => marketComment(row, asked.base)) },
        ...(query.extended && authors(rows)),
      };
    },
  },
  "market.createComment": {
    callers: ["user"],
    answer(asked, { comments }) {
      const query = read(asked, {
        ...{
          owner_id: number(),
          item_id: number(0),
          message: words(2048).min(1),
          from_group: flag.optional(),
        },
        ...{ reply_to_comment: number(0), guid: words(100).optional() },
      });
      ours(query.owner_id, 15);
      managing(asked);
      const id = answered(comments, {
        place: "market",
        container: query.item_id,
        id: query.reply_to_comment,
      });
      const text = query.message;
      const answer = comments.answer({ id, text, through: "api", ...(query.guid && { once: query.guid }) });
      if (!answer) throw new ApiError(1401);
      return Number(answer.id);
    },
  },
  "market.editComment": {
    callers: ["user"],
    answer(asked, { comments }) {
      const query = read(asked, { owner_id: number(), comment_id: number(0), message: words(2048).min(1) });
      ours(query.owner_id, 15);
      managing(asked);
      if (!comments.editAnswer(String(query.comment_id), query.message, "api")) throw new ApiError(15);
      return 1;
    },
  },
};
