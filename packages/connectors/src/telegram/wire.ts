// Telegram's own shapes, as Bot API 10.1 of June 2026 states them. Strict in what would falsify a mention (ids, times,
// whose chat it is), lenient in all else: what is not needed may come in any form or not at all.
import { z } from "zod";
import { tidy } from "../kit/text.ts";

/** Up to 52 bits; as text, since it is never counted with. */
const Id = z.union([z.int(), z.string().regex(/^-?\d+$/)]).transform(String);
const At = z
  .int()
  .min(1)
  .max(253_402_300_799)
  .transform((seconds) => new Date(seconds * 1000));
/** What a message can do without: in another form than expected it counts as not given. */
const spare = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);
const Prose = spare(z.string().transform((text) => tidy(text) || undefined));
const Flag = spare(z.boolean());
const Name = spare(z.string().min(1));

export const User = z.object({
  id: Id,
  is_bot: Flag,
  first_name: Prose,
  last_name: Prose,
  username: Name,
  /** Of getMe only: privacy mode is off. */
  can_read_all_group_messages: Flag,
  can_connect_to_business: Flag,
});
export type User = z.infer<typeof User>;

/** Whose number has the form that goes with its kind: by it alone a message is told to be ours. */
const forms: Readonly<Record<string, RegExp>> = {
  private: /^[1-9]\d*$/,
  group: /^-[1-9]\d*$/,
  supergroup: /^-100\d+$/,
  channel: /^-100\d+$/,
};
const ChatFields = z.object({
  id: Id,
  type: z.string(),
  title: Prose,
  username: Name,
  first_name: Prose,
  last_name: Prose,
  is_direct_messages: Flag,
  /** Of getChat only: a channel's discussion group, and the other way round. */
  linked_chat_id: spare(Id),
});
export const Chat = ChatFields.refine(
  ({ id, type }) => forms[type]?.test(id) ?? true,
  "is no number of such a chat",
);
export type Chat = z.infer<typeof Chat>;

const File = z.object({
  file_id: z.string().min(1),
  thumbnail: spare(z.object({ file_id: z.string().min(1) })),
});
const Size = z.object({ file_id: z.string().min(1), width: z.number(), height: z.number() });
const Place = z.object({ latitude: z.number(), longitude: z.number() });

const Entity = z.object({ type: z.string(), offset: z.int(), length: z.int(), user: spare(User) });

/** A message as it stands where another replies to it: there it tells of no further one. */
const Replied = z.object({
  message_id: z.int().min(0),
  date: At,
  edit_date: spare(At),
  chat: Chat,
  from: User.nullish(),
  sender_chat: Chat.nullish(),
  sender_business_bot: spare(User),
  business_connection_id: spare(z.string().regex(/^[\x21-\x7e]{1,200}$/)),
  message_thread_id: spare(Id),
  direct_messages_topic: spare(z.object({ topic_id: Id })),
  is_automatic_forward: Flag,
  forward_origin: spare(z.object({ type: z.string(), chat: spare(Chat), message_id: spare(Id) })),
  media_group_id: Name,
  migrate_to_chat_id: spare(Id),
  text: Prose,
  caption: Prose,
  entities: spare(z.array(Entity)),
  caption_entities: spare(z.array(Entity)),
  rich_message: spare(z.unknown()),
  photo: spare(z.array(Size)),
  video: spare(File),
  video_note: spare(File),
  animation: spare(File),
  live_photo: spare(File),
  voice: spare(File),
  audio: spare(File),
  document: spare(File),
  sticker: spare(File.extend({ emoji: Prose })),
  dice: spare(z.object({ emoji: Prose })),
  poll: spare(z.object({ question: Prose })),
  checklist: spare(z.object({ title: Prose })),
  venue: spare(z.object({ title: Prose, address: Prose })),
  location: spare(Place),
  contact: spare(z.object({ phone_number: z.string(), first_name: Prose, last_name: Prose })),
});
export type Replied = z.infer<typeof Replied>;

/** Keeps what it does not know by name: events in a chat come as messages, each as a field of its own. */
export const Message = Replied.extend({ reply_to_message: spare(Replied) }).loose();
export type Message = z.infer<typeof Message>;

const Member = z.object({ status: z.string(), can_send_messages: Flag });
export const ChatMember = Member;

/** In versions before 9.0 the right to reply stood outside of `rights`. */
export const BusinessConnection = z.object({
  id: z.string().min(1),
  user: User,
  is_enabled: z.boolean(),
  can_reply: Flag,
  rights: spare(z.object({ can_reply: Flag })),
});
export type BusinessConnection = z.infer<typeof BusinessConnection>;

/** Each update has its number and one of the others; those that are not named here tell of nothing that was said. */
export const Update = z
  .object({
    message: Message.nullish(),
    edited_message: Message.nullish(),
    business_message: Message.nullish(),
    edited_business_message: Message.nullish(),
    deleted_business_messages: z
      .object({ business_connection_id: z.string().min(1), chat: Chat, message_ids: z.array(z.int()) })
      .nullish(),
    my_chat_member: spare(z.object({ chat: Chat, new_chat_member: Member })),
    business_connection: spare(BusinessConnection),
  })
  .loose();
export type Update = z.infer<typeof Update>;
/** Those that can be read. */
export const updatesIn = (entries: readonly unknown[]): Update[] =>
  entries.map((entry) => Update.safeParse(entry)).flatMap(({ success, data }) => (success ? [data] : []));
export const Numbered = z.object({ update_id: z.int().min(0) });

/** All that an update can be. */
const kinds =
  /^(?:edited_)?(?:message|channel_post|business_message)$|^(?:business_connection|deleted_business_messages|guest_message|message_reaction|message_reaction_count|inline_query|chosen_inline_result|callback_query|shipping_query|pre_checkout_query|purchased_paid_media|poll|poll_answer|my_chat_member|chat_member|chat_join_request|chat_boost|removed_chat_boost|managed_bot)$/;

/** It tells of something that we know, whether or not we listen to it. */
export const isKnown = (update: Update): boolean =>
  Object.entries(update).some(([name, value]) => kinds.test(name) && value !== null && value !== undefined);

/** Those of the updates that are asked for. */
export const wanted = [
  "message",
  "edited_message",
  "business_connection",
  "business_message",
  "edited_business_message",
  "deleted_business_messages",
  "my_chat_member",
] as const;

/** Around every answer. */
export const Envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: spare(z.int()),
  description: spare(z.string()),
  parameters: spare(z.object({ retry_after: spare(z.number().min(0)), migrate_to_chat_id: spare(Id) })),
});
export type Envelope = z.infer<typeof Envelope>;

export const WebhookInfo = z.object({
  url: z.string(),
  pending_update_count: spare(z.int()),
  last_error_date: spare(At),
  last_error_message: Prose,
});
export const Sent = z.object({ message_id: z.int().min(0), chat: Chat });
export const FilePath = z.object({ file_path: z.string().min(1) });
