// What was written between two times: all that can be commented on, page by page, each visited to its end.
import type { Cursor, Feed, Page, Range } from "@otklik/core/connector";
import { z } from "zod";
import { type Container, listContainers, listSize } from "./containers.ts";
import { type Community, type Part, placeOf } from "./parts.ts";
import type { Doors } from "./pull.ts";
import { visitPage } from "./visit.ts";
import { afterPage, Walk, walkFrom } from "./walk.ts";

/** Comments come below posts for a while: posts that were older than this when the range began are left out. */
const lastingDays = 60;

const Backfill = z.object({ walk: Walk, offset: z.int().min(0), total: z.int().min(0), ended: z.boolean() });
type Backfill = z.infer<typeof Backfill>;

export async function backfill(
  feed: Feed<Community>,
  range: Range,
  from: Cursor | null,
  { tools, sizes }: Doors,
): Promise<Page> {
  const { account, settings: of } = feed;
  const caller = { account, tools };
  const scope = `${placeOf(of)} ${range.since.toISOString()} ${range.until.toISOString()}`;
  let at = backfillFrom(from, scope);
  const unreadable: Page["unreadable"] = [];
  if (at.walk.todo.length === 0 && !at.ended) {
    const listed = await listContainers(caller, of, at.offset);
    unreadable.push(...listed.unreadable);
    const todo = listed.containers
      .filter((one) => isWithin(one, of.part, range))
      .map(({ id, shut }) => ({ c: id, shut }));
    const isPast = of.part !== "market" && listed.containers.some((one) => isBefore(one, of.part, range));
    at = {
      walk: { ...at.walk, todo },
      offset: at.offset + listed.rows,
      total: listed.total,
      ended: listed.rows < listSize(of.part) || isPast,
    };
  }
  const [visit] = at.walk.todo;
  if (!visit) return { found: [], unreadable, ...standing(at), next: JSON.stringify(at) };
  const hasRead = at.walk.done > 0;
  const page = await visitPage({ caller, of, sizes, since: range.since, hasRead }, visit);
  const next: Backfill = { ...at, walk: afterPage(at.walk, page.came) };
  return {
    found: page.found.filter(({ postedAt }) => postedAt >= range.since && postedAt < range.until),
    unreadable: [...unreadable, ...page.unreadable],
    ...standing(next),
    next: JSON.stringify(next),
    list: "backfill",
  };
}

function backfillFrom(from: Cursor | null, scope: string): Backfill {
  const anew = { walk: walkFrom(null, scope), offset: 0, total: 0, ended: false };
  if (from === null) return anew;
  try {
    const { data } = Backfill.safeParse(JSON.parse(from));
    return data?.walk.scope === scope ? data : anew;
  } catch {
    return anew;
  }
}

function standing({ walk: { todo }, offset, total, ended }: Backfill): Pick<Page, "more" | "progress"> {
  const of = Math.max(total, offset);
  const done = ended && todo.length === 0 ? of : Math.max(0, offset - todo.length);
  return { more: todo.length > 0 || !ended, progress: { done, of } };
}

const isWithin = (one: Container, part: Part, range: Range): boolean => {
  if (one.count === 0 || isBefore(one, part, range)) return false;
  // A post's time is that of its beginning, and nothing is said before it; other times are those of the last change.
  return part !== "wall" || one.at === undefined || one.at * 1000 < range.until.getTime();
};

const isBefore = ({ at }: Container, part: Part, { since }: Range): boolean =>
  at !== undefined && at * 1000 < since.getTime() - (part === "wall" ? lastingDays * 86_400_000 : 0);
