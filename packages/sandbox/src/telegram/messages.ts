// What stands on the stages, as messages of the Bot API.
import type { Answer, Post } from "../kit/post.ts";
import type { Stage } from "../kit/stage.ts";
import { bot, channel, channelBot, connection, group, owner, personOf, unix } from "./people.ts";

export type Message = Record<string, unknown> & { message_id: number };

/** Channel posts have the group's first numbers; what people say begins after them. */
export const firstNumber = 100;

/** A channel's posts with what is said under them; the posts are as old as the world. */
export interface Discussion {
  stage: Stage;
  openedAt: Date;
}

const rootOf = (stage: Stage, about: string): number =>
  stage.subjects.findIndex(({ key }) => key === about) + 1;

const longestCaption = 1024;

/** The words with the picture, where there is one: then they are its caption. */
function contentOf({ id, text, photos }: Post): Record<string, unknown> {
  if (photos === 0 || text.length > longestCaption) return { text };
  const sizes = [90, 320, 800].map((width) => ({
    ...{ file_id: `photo-${id}-${width}`, file_unique_id: `u${id}x${width}` },
    ...{ width, height: Math.round(width * 1.25), file_size: width * 20 },
  }));
  return { photo: sizes, ...(text !== "" && { caption: text }) };
}

/** A channel's post as it stands in the discussion group, forwarded there by Telegram itself. */
export function forwarded({ stage, openedAt }: Discussion, about: string): Message {
  const subject = stage.subject(about);
  const id = rootOf(stage, about);
  const date = unix(openedAt) - (subject.daysAgo ?? 0) * 86_400;
  return {
    message_id: id,
    from: { id: 777000, is_bot: false, first_name: "Telegram" },
    sender_chat: channel,
    ...{ chat: group, date, is_automatic_forward: true },
    forward_origin: { type: "channel", chat: channel, message_id: id + 10, date },
    text: subject.text ?? subject.name,
  };
}

const bareComment = (stage: Stage, post: Post): Message => ({
  message_id: Number(post.id),
  message_thread_id: rootOf(stage, post.about),
  ...{ from: personOf(post.author), chat: group, date: unix(post.at) },
  ...(post.editedAt && { edit_date: unix(post.editedAt) }),
  ...contentOf(post),
});

export function comment(discussion: Discussion, post: Post): Message {
  const { stage } = discussion;
  const parent = post.parentId === undefined ? null : stage.post(post.parentId);
  const to = parent
    ? parent.removedAt
      ? null
      : bareComment(stage, parent)
    : forwarded(discussion, post.about);
  return { ...bareComment(stage, post), ...(to && { reply_to_message: to }) };
}

/** The owner's words under a comment: the bot's, or written by hand in the channel's name. */
export function answerUnder(
  { stage }: Discussion,
  { post, answer }: { post: Post; answer: Answer },
): Message {
  return {
    message_id: Number(answer.id),
    message_thread_id: rootOf(stage, post.about),
    ...(answer.through === "api" ? { from: bot } : { from: channelBot, sender_chat: channel }),
    ...{ chat: group, date: unix(answer.at), text: answer.text },
    ...(answer.editedAt && { edit_date: unix(answer.editedAt) }),
    reply_to_message: bareComment(stage, post),
  };
}

/** A customer's chat with the business account: all that the same person says. */
export function chatOf({ author }: Post): Record<string, unknown> & { id: number } {
  const { id, first_name, last_name, username } = personOf(author);
  return { id, type: "private", first_name, ...(last_name && { last_name }), ...(username && { username }) };
}

export const privateMessage = (post: Post): Message => ({
  message_id: Number(post.id),
  business_connection_id: connection.id,
  ...{ from: personOf(post.author), chat: chatOf(post), date: unix(post.at) },
  ...(post.editedAt && { edit_date: unix(post.editedAt) }),
  ...contentOf(post),
});

/** What the business account says; with the bot that did it, where it was one. By hand it quotes what it answers. */
export const privateAnswer = ({ post, answer }: { post: Post; answer: Answer }): Message => ({
  message_id: Number(answer.id),
  business_connection_id: connection.id,
  ...{ from: owner, chat: chatOf(post), date: unix(answer.at), text: answer.text },
  ...(answer.through === "api" ? { sender_business_bot: bot } : { reply_to_message: privateMessage(post) }),
  ...(answer.editedAt && { edit_date: unix(answer.editedAt) }),
});
