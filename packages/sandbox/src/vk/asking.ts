// What the methods for comments have in common: how a stretch of a list is asked for, and what an answer goes under.
import { z } from "zod";
import type { Stage } from "../kit/stage.ts";
import { type Row, rowsAt } from "./comment.ts";
import type { Place } from "./community.ts";
import { flag, number } from "./parameters.ts";
import { ApiError } from "./refusals.ts";
import type { Rooms } from "./rooms.ts";

export const paging = {
  offset: number(0).optional(),
  count: number(0, 100).optional(),
  extended: flag.optional(),
};
export const commentPaging = {
  ...paging,
  offset: number().optional(),
  start_comment_id: number(0).optional(),
  sort: z.enum(["asc", "desc", "smart"]).optional(),
};

/** When the community was opened, from which its posts and topics are reckoned. */
export const openedAt = ({ state, now }: Rooms): Date => new Date(state.fact("openedAt") ?? now());

/** The comment's own row, or error 100. */
function rowIn(stage: Stage, place: Place, container: number, id: number): Row {
  const row = rowsAt(stage, place, container).find((one) => one.id === id);
  if (!row) throw new ApiError(100, "comment not found");
  return row;
}

/** What answers go under: a comment of somebody's; an answer to an answer goes under what that one answered. */
export function answered(stage: Stage, spot: { place: Place; container: number; id: number }): string {
  const row = rowIn(stage, spot.place, spot.container, spot.id);
  return String(row.from < 0 ? row.parent : row.id);
}

export const inOrder = (rows: readonly Row[], sort: string | undefined): Row[] =>
  sort === "desc" ? rows.toReversed() : [...rows];
