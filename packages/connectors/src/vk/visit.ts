// One page of one post, topic, market item, thread or conversation.
import type { FoundMention, Unreadable } from "@otklik/core/connector";
import { type Entries, itemOf, listComments, listMessages } from "./entries.ts";
import { VkFault } from "./faults.ts";
import { type Around, type AroundComment, commentMention, type OwnAnswer } from "./map.ts";
import type { Community } from "./parts.ts";
import type { Caller } from "./requests.ts";
import { type Assembled, assembleComments, assembleMessages, within } from "./threads.ts";
import type { Came, Visit } from "./walk.ts";
import { Comment } from "./wire.ts";

/** Rows in a page; VK gives up to 100 comments and 200 messages. */
export interface PageSizes {
  comments: number;
  messages: number;
}
export interface Visited {
  found: FoundMention[];
  unreadable: Unreadable[];
  came: Came;
}
const nothingCame: Came = { isFull: false, ids: [], next: {}, long: [], told: [], isFarEnough: true };

export interface Visiting {
  caller: Caller;
  of: Community;
  sizes: PageSizes;
  /** What is older is not wanted, where the list is in order of time. */
  since?: Date | undefined;
  /** Others have been read with the same key: what is refused now is about this one. */
  hasRead: boolean;
}

/** Replies of one thread that are read at once, so that questions and answers meet. */
const mostThreadPages = 5;
/** Comments that were answered on a later page than they stand on, looked up one by one. */
const mostLookedUp = 10;

/** Of one post or item: it has gone since it was listed, or its comments are closed. */
const aboutOne = [18, 100, 104, 210, 211, 212, 936, 1401];

/**
 * Reads a page. A refusal that is about the one that is visited is told among the unreadable, and the others go on.
 * @throws NetworkFault for all other faults
 */
export async function visitPage(visiting: Visiting, visit: Visit): Promise<Visited> {
  try {
    return await pageOf(visiting, visit);
  } catch (fault) {
    if (!(fault instanceof VkFault)) throw fault;
    const isAboutOne = aboutOne.includes(fault.code) || (fault.code === 15 && visiting.hasRead);
    if (!isAboutOne) throw fault;
    return { found: [], unreadable: [{ excerpt: visit.c, why: fault.said }], came: nothingCame };
  }
}

function pageOf(visiting: Visiting, visit: Visit): Promise<Visited> {
  if (visiting.of.part === "messages") return messagePage(visiting, visit);
  return visit.root ? threadPage(visiting, visit, visit.root) : commentPage(visiting, visit);
}

async function commentPage(visiting: Visiting, visit: Visit): Promise<Visited> {
  const { caller, of, sizes, since } = visiting;
  const at = { ...of, container: visit.c };
  const page = await pageFrom(visiting, visit);
  const around = await aroundOf(visiting, visit, page);
  const isRead = (entry: unknown) => visit.from !== undefined && idOf(entry) === visit.from;
  const items = of.part === "wall" ? page.items.filter((entry) => !isRead(entry)) : page.items;
  const skip = new Set([...(visit.told ?? []), ...(visit.from ? [visit.from] : [])]);
  const { found, unreadable, comments, long, answeredElsewhere } = assembleComments(items, around, { skip });
  const missing = of.part === "wall" ? [] : [...answeredElsewhere].filter(([id]) => !skip.has(id));
  const before = await Promise.all(
    missing.slice(0, mostLookedUp).map(([id, answer]) => lookUp(caller, around, { id, answer })),
  );
  const told = before.flat();
  const last = idOf(page.items.at(-1));
  const oldest = comments.at(-1)?.date;
  return {
    found: [...found, ...told.map(({ mention }) => mention)],
    unreadable,
    came: {
      isFull: page.items.length >= sizes.comments && (last === undefined || last !== visit.from),
      ids: comments.map(({ id }) => id),
      next: { from: last, offset: (visit.offset ?? 0) + page.items.length },
      long,
      told: told.map(({ id }) => id),
      // Replies on the wall may be newer than the comment they stand below.
      isFarEnough: at.part !== "wall" && since !== undefined && oldest !== undefined && oldest < since,
    },
  };
}

/** The page that begins at `from`; where that comment has gone meanwhile, by counting, a few rows earlier. */
async function pageFrom(
  { caller, of, sizes: { comments: count } }: Visiting,
  visit: Visit,
): Promise<Entries> {
  const at = { ...of, container: visit.c };
  if (!visit.offset) return listComments(caller, at, { count });
  const page = visit.from ? await listComments(caller, at, { count, from: visit.from }) : null;
  if (page && idOf(page.items[0]) === visit.from) return page;
  return listComments(caller, at, { count, offset: Math.max(0, (visit.offset ?? 0) - 3) });
}

async function lookUp(
  caller: Caller,
  around: AroundComment,
  { id, answer }: { id: string; answer: OwnAnswer },
): Promise<{ id: string; mention: FoundMention }[]> {
  const { items, names } = await listComments(caller, around, { count: 1, from: id });
  const { data } = Comment.safeParse(items[0]);
  if (data?.id !== id || data.from_id === `-${around.community}`) return [];
  return [{ id, mention: commentMention(items[0], { ...around, names }, answer) }];
}

/** A whole thread of the wall with the comment that began it. */
async function threadPage(visiting: Visiting, visit: Visit, root: string): Promise<Visited> {
  const { caller, of, sizes } = visiting;
  const at = { ...of, container: visit.c };
  const first = await listComments(caller, at, { count: 1, from: root });
  const start = first.items.filter((entry) => idOf(entry) === root).map(withoutThread);
  const replies: unknown[] = [];
  let page: Entries = first;
  for (let turn = 0; turn < mostThreadPages; turn++) {
    page = await listComments(caller, at, { count: sizes.comments, root, offset: replies.length });
    replies.push(...page.items.map((reply) => within(reply, root)));
    if (page.items.length < sizes.comments) break;
  }
  const names = new Map([...first.names, ...page.names]);
  const around = await aroundOf(visiting, visit, { ...page, names });
  const { found, unreadable, comments }: Assembled = assembleComments([...start, ...replies], around, {
    whole: true,
  });
  const ids = comments.map(({ id }) => id);
  return {
    found,
    unreadable,
    came: { ...nothingCame, ids },
  };
}

async function messagePage({ caller, of, sizes, since }: Visiting, visit: Visit): Promise<Visited> {
  const { messages: count } = sizes;
  const at = { ...of, container: visit.c };
  // A few messages are read twice, since an answer may stand on the page before the question.
  const overlap = visit.offset ? Math.floor(count / 5) : 0;
  const page = await listMessages(caller, at, { count, offset: (visit.offset ?? 0) - overlap });
  const around: Around = { ...of, names: page.names, canReply: page.mayAnswer === true };
  const { found, unreadable, messages } = assembleMessages(page.items, around, overlap);
  const oldest = messages.at(-1)?.date;
  return {
    found,
    unreadable,
    came: {
      isFull: page.items.length >= count,
      ids: messages.map(({ conversation_message_id: id }) => String(id)),
      next: { offset: (visit.offset ?? 0) - overlap + page.items.length },
      ...{ long: [], told: [] },
      isFarEnough: since !== undefined && oldest !== undefined && oldest < since,
    },
  };
}

async function aroundOf({ caller, of }: Visiting, visit: Visit, page: Entries): Promise<AroundComment> {
  const item = of.part === "market" ? await itemOf(caller, of, visit.c) : undefined;
  const canReply = page.mayAnswer === true && !visit.shut;
  return { ...of, container: visit.c, names: page.names, canReply, item };
}

const idOf = (entry: unknown): string | undefined => {
  const { id } = (entry ?? {}) as { id?: unknown };
  return typeof id === "number" || typeof id === "string" ? String(id) : undefined;
};

const withoutThread = (entry: unknown): unknown => ({ ...(entry as object), thread: undefined });
