// The Bot API's methods, as far as a bot that reads and answers needs them.
import type { Answer, Post } from "../kit/post.ts";
import type { Pusher } from "../kit/push.ts";
import type { Stage } from "../kit/stage.ts";
import { answerUnder, chatOf, type Discussion, firstNumber, privateAnswer } from "./messages.ts";
import { bad, Complaint, type Parameters } from "./parameters.ts";
import { bot, channel, connection, group, unix } from "./people.ts";
import type { Updates } from "./updates.ts";

export interface Telegram {
  /** Under the channel's posts, and in the business account's chats. */
  comments: Discussion;
  chats: Stage;
  updates: Updates;
  push: Pusher;
  now(): Date;
}

type Method = (telegram: Telegram, given: Parameters) => unknown;

const hookId = "webhook";
const mostLetters = 4096;
const dayMs = 86_400_000;

export const methods: Readonly<Record<string, Method>> = {
  getMe: () => ({
    ...bot,
    ...{ can_join_groups: true, can_read_all_group_messages: true, supports_inline_queries: false },
    ...{ can_connect_to_business: true, has_main_web_app: false },
  }),

  getUpdates({ updates, push }, given) {
    if (push.subscriptions().length > 0) {
      const why =
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
      throw new Complaint(409, why);
    }
    const limit = given.whole("limit") ?? 100;
    const offset = given.whole("offset") ?? 0;
    const kinds = given.list("allowed_updates");
    if (kinds) updates.want(kinds);
    const waiting = updates.waiting();
    if (offset < 0) return waiting.slice(offset).slice(0, limit);
    for (const { update_id: id } of waiting) if (id < offset) updates.drop(id);
    return waiting.filter(({ update_id: id }) => id >= offset).slice(0, Math.min(Math.max(limit, 1), 100));
  },

  setWebhook({ updates, push }, given) {
    const url = given.text("url") ?? "";
    const secret = given.text("secret_token") ?? "";
    if (url === "") {
      push.unsubscribe(hookId);
      return true;
    }
    // Telegram wants HTTPS; this one is also told of a server on the same machine.
    if (!/^https:|^http:\/\/(?:127\.0\.0\.1|localhost)[:/]/.test(url))
      throw bad("bad webhook: An HTTPS URL must be provided for webhook");
    if (!/^[\w-]{0,256}$/.test(secret)) throw bad("secret token contains unallowed characters");
    const kinds = given.list("allowed_updates");
    if (kinds) updates.want(kinds);
    push.subscribe({ id: hookId, url, secret });
    return true;
  },

  deleteWebhook({ push }) {
    push.unsubscribe(hookId);
    return true;
  },

  getWebhookInfo({ updates, push }) {
    const url = push.subscriptions()[0]?.url ?? "";
    return { url, has_custom_certificate: false, pending_update_count: updates.waiting().length };
  },

  getChat(_, given) {
    const chat = chatNamed(given);
    const linked = chat === channel ? group.id : channel.id;
    const gifts = { unlimited_gifts: false, limited_gifts: false, unique_gifts: false };
    return {
      ...{ ...chat, accent_color_id: 3, max_reaction_count: 11, linked_chat_id: linked },
      accepted_gift_types: { ...gifts, premium_subscription: false, gifts_from_channels: false },
    };
  },

  getChatMember(_, given) {
    chatNamed(given);
    const user = given.whole("user_id");
    if (user !== bot.id) throw bad("PARTICIPANT_ID_INVALID");
    return { status: "member", user: bot };
  },

  getBusinessConnection({ now }, given) {
    if (given.text("business_connection_id") !== connection.id) throw bad("business connection not found");
    return { ...connection, date: unix(now()) };
  },

  sendMessage(telegram, given) {
    const text = textIn(given);
    return given.text("business_connection_id") === undefined
      ? sentToGroup(telegram, given, text)
      : sentToCustomer(telegram, given, text);
  },

  editMessageText({ comments, chats }, given) {
    const text = textIn(given);
    const isBusiness = given.text("business_connection_id") !== undefined;
    const stage = isBusiness ? chats : comments.stage;
    if (!isBusiness) chatNamed(given);
    const standing = stage.answered(String(given.needed("message_id")));
    if (!standing) throw bad("message to edit not found");
    if (standing.answer.through !== "api") throw bad("message can't be edited");
    if (standing.answer.text === text)
      throw bad(
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
      );
    const answer = stage.editAnswer(standing.answer.id, text, "api") ?? standing.answer;
    const now = { post: standing.post, answer };
    return isBusiness ? privateAnswer(now) : answerUnder(comments, now);
  },

  getFile(_, given) {
    const file = given.text("file_id") ?? "";
    const [, post, width] = /^photo-(\d+)-(\d+)$/.exec(file) ?? [];
    if (!post || !width) throw bad("wrong file_id or the file is temporarily unavailable");
    return {
      ...{ file_id: file, file_unique_id: `u${post}x${width}`, file_size: Number(width) * 20 },
      file_path: `photos/file_${post}_${width}.png`,
    };
  },
};

function chatNamed(given: Parameters): typeof channel | typeof group {
  const wanted = given.id("chat_id");
  if (wanted === undefined) throw bad("chat_id is empty");
  for (const chat of [channel, group])
    if (wanted === String(chat.id) || wanted.toLowerCase() === `@${chat.username}`) return chat;
  throw bad("chat not found");
}

function textIn(given: Parameters): string {
  const text = given.text("text") ?? "";
  if (text.trim() === "") throw bad("message text is empty");
  if (text.length > mostLetters) throw bad("message is too long");
  return text;
}

interface Target {
  message: number | undefined;
  mayStandAlone: boolean;
}
function targetIn(given: Parameters): Target {
  const to = given.part("reply_parameters");
  return {
    message: to?.whole("message_id"),
    mayStandAlone: to?.flag("allow_sending_without_reply") ?? false,
  };
}

const gone = () => bad("message to be replied not found");

/** The post that a number means: itself, or the one that an answer stands under. */
function postAt(stage: Stage, message: number | undefined): Post | null {
  const id = String(message);
  const post = stage.post(id) ?? stage.answered(id)?.post ?? null;
  return post?.removedAt ? null : post;
}

function sentToGroup({ comments, now }: Telegram, given: Parameters, text: string): unknown {
  if (chatNamed(given) !== group) throw bad("need administrator rights in the channel chat");
  const { message, mayStandAlone } = targetIn(given);
  const { stage } = comments;
  const post = postAt(stage, message);
  const answer = post && stage.answer({ id: post.id, text, through: "api" });
  if (post && answer) return answerUnder(comments, { post, answer });
  const isPost = message !== undefined && message > 0 && message <= stage.subjects.length;
  if (message !== undefined && !isPost && !mayStandAlone) throw gone();
  // Under no customer's message it answers nobody: only the journal knows it.
  stage.record({ kind: "sent", id: String(message ?? ""), text, took: true });
  return { message_id: firstNumber - 1, from: bot, chat: group, date: unix(now()), text };
}

function sentToCustomer({ chats, now }: Telegram, given: Parameters, text: string): unknown {
  if (given.text("business_connection_id") !== connection.id) throw bad("business connection not found");
  const chat = given.id("chat_id");
  const theirs = chats.posts().filter((post) => String(chatOf(post).id) === chat);
  const last = theirs.at(-1);
  if (!last || now().getTime() - last.at.getTime() > dayMs) throw bad("BUSINESS_PEER_USAGE_MISSING");
  const { message } = targetIn(given);
  const post = theirs.find(({ id }) => id === String(message)) ?? last;
  const answer = chats.answer({ id: post.id, text, through: "api" }) as Answer;
  return privateAnswer({ post, answer });
}
