// Messages as VK writes them: one conversation with each person, numbered in the order of writing.
import type { Answer, Post } from "../kit/post.ts";
import type { Stage } from "../kit/stage.ts";
import { seconds } from "./comment.ts";
import { communityId, managerId, userIdOf } from "./community.ts";
import { photosOf } from "./photo.ts";

/** One message of a conversation. */
export interface Said {
  number: number;
  peer: number;
  name: string;
  out: boolean;
  at: Date;
  editedAt?: Date;
  text: string;
  photos: number;
  randomId?: number;
}

export const saidIn = (post: Post): Said => ({
  ...{ number: Number(post.id), peer: userIdOf(post.author.key), name: post.author.name, out: false },
  ...{ at: post.at, text: post.text, photos: post.photos },
  ...(post.editedAt && { editedAt: post.editedAt }),
});

export const answerIn = (post: Post, answer: Answer): Said => ({
  ...{ number: Number(answer.id), peer: userIdOf(post.author.key), name: post.author.name, out: true },
  ...{ at: answer.at, text: answer.text, photos: 0 },
  ...(answer.editedAt && { editedAt: answer.editedAt }),
  ...(answer.once !== undefined && { randomId: Number(answer.once) }),
});

/** Conversations by person, each newest first; what its writer took back is no longer there. */
export function conversations(stage: Stage): Map<number, Said[]> {
  const all = stage
    .posts()
    .flatMap((post) => [saidIn(post), ...post.answers.map((one) => answerIn(post, one))]);
  all.sort((one, other) => other.at.getTime() - one.at.getTime() || other.number - one.number);
  return Map.groupBy(all, ({ peer }) => peer);
}

export function message(said: Said, base: string): Record<string, unknown> {
  return {
    ...{
      id: said.number,
      conversation_message_id: said.number,
      date: seconds(said.at),
      version: said.number,
    },
    ...{
      peer_id: said.peer,
      from_id: said.out ? -communityId : said.peer,
      out: said.out ? 1 : 0,
      text: said.text,
    },
    ...{ fwd_messages: [], important: false, is_hidden: false },
    attachments: said.photos > 0 ? photosOf(said.number, said.photos, base) : [],
    ...(said.editedAt && { update_time: seconds(said.editedAt) }),
    ...(said.out && { random_id: said.randomId ?? 0, admin_author_id: managerId }),
  };
}

export function conversation(peer: number, [last, ...rest]: readonly Said[]): Record<string, unknown> {
  const number = last?.number ?? 0;
  const lastOut = [last, ...rest].find((one) => one?.out)?.number ?? 0;
  return {
    peer: { id: peer, type: "user", local_id: peer },
    ...{ last_message_id: number, last_conversation_message_id: number, in_read: number, out_read: lastOut },
    ...{
      sort_id: { major_id: 0, minor_id: number },
      is_marked_unread: false,
      important: false,
      version: number,
    },
    ...(last && !last.out && { unanswered: true }),
    can_write: { allowed: true },
  };
}
