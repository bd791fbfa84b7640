// Comments as VK writes them: what was said, and the community's own answers among it.
import type { Post } from "../kit/post.ts";
import type { Stage } from "../kit/stage.ts";
import { communityId, type Place, standsAt, userIdOf } from "./community.ts";
import { photosOf } from "./photo.ts";

/** One comment, whoever wrote it. */
export interface Row {
  id: number;
  from: number;
  name: string;
  at: Date;
  text: string;
  parent?: number;
  root?: number;
  /** The name of whoever is answered. */
  parentName?: string;
  photos: number;
  deleted: boolean;
}

/** A post and the answers under it, as comments. */
export function rowsOf(stage: Stage, post: Post): Row[] {
  const id = Number(post.id);
  const parent = post.parentId === undefined ? null : stage.post(post.parentId);
  const root = post.threadId === post.id ? undefined : Number(post.threadId);
  const own: Row = {
    ...{ id, from: userIdOf(post.author.key), name: post.author.name, at: post.at, text: post.text },
    ...{ photos: post.photos, deleted: post.removedAt !== undefined },
    ...(parent && { parent: Number(parent.id), parentName: parent.author.name }),
    ...(root !== undefined && { root }),
  };
  const answers = post.answers.map(
    (answer): Row => ({
      ...{ id: Number(answer.id), from: -communityId, name: "", at: answer.at, text: answer.text, photos: 0 },
      ...{ deleted: false, parent: id, root: root ?? id, parentName: post.author.name },
    }),
  );
  return [own, ...answers];
}

/** All comments of one post, topic or item, oldest first. Those that were deleted keep their row. */
export function rowsAt(stage: Stage, place: Place, container: number): Row[] {
  return stage
    .posts({ removed: true })
    .filter((post) => {
      const at = standsAt(stage, post);
      return at.place === place && at.container === container;
    })
    .flatMap((post) => rowsOf(stage, post))
    .sort((one, other) => one.at.getTime() - other.at.getTime() || one.id - other.id);
}

export const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

const likes = { count: 0, can_like: 1, user_likes: 0 };

/** @param base address of the simulator, for photographs */
export function wallComment(row: Row, container: number, base: string): Record<string, unknown> {
  return {
    ...{ id: row.id, from_id: row.from, date: seconds(row.at), text: row.deleted ? "" : row.text },
    ...{
      post_id: container,
      owner_id: -communityId,
      parents_stack: row.root === undefined ? [] : [row.root],
    },
    ...(row.parent !== undefined && { reply_to_comment: row.parent }),
    ...(row.deleted ? { deleted: true } : { likes }),
    ...attached(row, base),
  };
}

export function marketComment(row: Row, base: string): Record<string, unknown> {
  return {
    ...{ id: row.id, from_id: row.from, date: seconds(row.at), text: row.deleted ? "" : row.text },
    ...(row.parent !== undefined && { reply_to_comment: row.parent }),
    ...(row.deleted ? { deleted: true } : { likes }),
    ...attached(row, base),
  };
}

/** A topic's comments name in the text what they answer. */
export function topicComment(row: Row, base: string): Record<string, unknown> {
  const address = row.parent === undefined ? "" : `[post${row.parent}|${row.parentName ?? ""}], `;
  return {
    ...{ id: row.id, from_id: row.from, date: seconds(row.at), text: row.deleted ? "" : address + row.text },
    ...(row.deleted ? { deleted: true } : { likes }),
    ...attached(row, base),
  };
}

const attached = ({ photos, id, deleted }: Row, base: string) =>
  photos > 0 && !deleted && { attachments: photosOf(id, photos, base) };
