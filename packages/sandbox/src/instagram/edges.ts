// Lists that go on: a page of them, with a place to go on from.
import { wrong } from "./problems.ts";

export interface Paged {
  limit?: string | undefined;
  after?: string | undefined;
}

export interface Edge<T> {
  members: T[];
  /** The place after the last member; absent where there is none. */
  after?: string;
  hasMore: boolean;
}

const cursorFor = (id: string): string => Buffer.from(`cursor:${id}`).toString("base64url");

/** @throws Problem where the limit or the place is none */
export function pageOf<T extends { id: string }>(
  all: readonly T[],
  { limit = "25", after }: Paged,
  mostAtOnce = 100,
): Edge<T> {
  const size = Number(limit);
  if (!Number.isInteger(size) || size < 1)
    throw wrong("limit", "must be an integer greater than or equal to 1");
  const before =
    after === undefined || after === "" ? -1 : all.findIndex(({ id }) => cursorFor(id) === after);
  if (after && before < 0) throw wrong("after", "is not a valid cursor");
  const members = all.slice(before + 1, before + 1 + Math.min(size, mostAtOnce));
  const last = members.at(-1);
  return {
    members,
    hasMore: before + 1 + members.length < all.length,
    ...(last && { after: cursorFor(last.id) }),
  };
}

/** As the Graph API writes it; `next` holds the token, as it does there. */
export function written(
  { hasMore, after }: Edge<unknown>,
  data: readonly unknown[],
  next: (after: string) => string,
): Record<string, unknown> {
  if (after === undefined) return { data };
  return { data, paging: { cursors: { before: after, after }, ...(hasMore && { next: next(after) }) } };
}
