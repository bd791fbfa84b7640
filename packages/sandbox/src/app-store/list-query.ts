// What a list of reviews may be asked for: filters, orders and the place where it goes on.
import { z } from "zod";
import type { Post } from "../kit/post.ts";
import { changedAt, responseOf, storefrontOf } from "./app.ts";
import { illegal } from "./refusals.ts";

const mostInPage = 200;
const Cursor = z.object({ at: z.number(), id: z.string() });

const names = new Set([
  ...[
    "filter[territory]",
    "filter[rating]",
    "exists[publishedResponse]",
    "sort",
    "limit",
    "include",
    "cursor",
  ],
  ...["fields[customerReviews]", "fields[customerReviewResponses]"],
]);

/** What a list is asked for, or why it is refused. */
export function askedOf(query: URLSearchParams) {
  const unknown = [...query.keys()].find((name) => !names.has(name));
  if (unknown) return illegal(unknown, `The parameter '${unknown}' can not be used with this request`);
  const limit = Number(query.get("limit") ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > mostInPage)
    return illegal("limit", `'${query.get("limit")}' is not between 1 and ${mostInPage}`);
  const sort = query.get("sort") ?? "createdDate";
  const order = orders[sort];
  if (!order) return illegal("sort", `'${sort}' is not a valid sort`);
  const include = query.get("include");
  if (include !== null && include !== "response")
    return illegal("include", `'${include}' can not be included`);
  const territories = query.get("filter[territory]")?.split(",");
  const wrong = territories?.find((territory) => !/^[A-Z]{3}$/.test(territory));
  if (wrong !== undefined) return illegal("filter[territory]", `'${wrong}' is not a valid value`);
  const ratings = query.get("filter[rating]")?.split(",");
  const answered = query.get("exists[publishedResponse]");
  const cursor = query.get("cursor");
  const after = cursor === null ? null : cursorFrom(cursor);
  if (after === undefined) return illegal("cursor", "The cursor is not valid");
  const fits = (post: Post): boolean =>
    (territories?.includes(storefrontOf(post).territory) ?? true) &&
    (ratings?.includes(String(post.stars)) ?? true) &&
    (answered === null || (responseOf(post)?.state === "published") === (answered === "true"));
  return { fits, order, limit, after, includes: include === "response" };
}

const ordered = (rank: (post: Post) => number, sign: 1 | -1) => {
  const by = (one: Post, other: Post) =>
    sign * (rank(one) - rank(other)) || (one.id < other.id ? -sign : sign);
  return {
    by,
    comesAfter: (post: Post, { at, id }: z.infer<typeof Cursor>) =>
      sign * (rank(post) - at) > 0 ||
      (rank(post) === at && sign * (post.id < id ? -1 : 1) > 0 && post.id !== id),
    cursorOf: (post: Post) =>
      Buffer.from(JSON.stringify({ at: rank(post), id: post.id })).toString("base64url"),
  };
};
// An edited review keeps its id, and comes to the top by its new date.
const orders: Record<string, ReturnType<typeof ordered>> = {
  createdDate: ordered((post) => changedAt(post).getTime(), 1),
  "-createdDate": ordered((post) => changedAt(post).getTime(), -1),
  rating: ordered(({ stars = 0 }) => stars, 1),
  "-rating": ordered(({ stars = 0 }) => stars, -1),
};

function cursorFrom(text: string): z.infer<typeof Cursor> | undefined {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch {
    return undefined;
  }
}
