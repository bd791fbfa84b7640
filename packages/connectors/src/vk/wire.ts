// VK's own shapes, as its published JSON schema 5.199 states them. Strict in what would falsify a comment (its id,
// author, time and text), lenient in all else: what is not needed may come in any form or not at all.
import { z } from "zod";
import { readDate } from "../kit/dates.ts";

/** Ids come as numbers, and as digits where they are past 2^53; a community's own are negative. */
const Id = z.union([z.int().transform(String), z.string().regex(/^-?\d{1,30}$/)]);
const PositiveId = Id.refine((id) => !/^-|^0+$/.test(id), "is no id");
const At = z.unknown().transform((value, context) => {
  const at = typeof value === "number" ? readDate(value) : null;
  if (at) return at;
  context.addIssue({ code: "custom", message: "is no time" });
  return z.NEVER;
});
/** Its flags come as 0 and 1, or as booleans. */
const Flag = z.union([z.boolean(), z.literal(0), z.literal(1)]).transform(Boolean);

/** What can be done without: in another form than expected it counts as not given. */
const spare = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

/** Around every answer of a method: errors come under the status of a success. */
export const Envelope = z.union([
  z.object({ error: z.looseObject({ error_code: z.int() }) }),
  z.object({ response: z.unknown().refine((value) => value !== undefined, "is missing") }),
]);
export const Fault = z.object({
  error_code: z.int(),
  error_subcode: spare(z.int()),
  error_msg: spare(z.string()),
  error_text: spare(z.string()),
});
export type Fault = z.infer<typeof Fault>;

export const Listed = z.object({ items: z.array(z.unknown()), count: spare(z.int().min(0)) });
/** Names beside a list that was asked for with `extended`. */
export const Named = z.object({
  profiles: spare(z.array(z.unknown())),
  groups: spare(z.array(z.unknown())),
});
export const Profile = z.object({ id: Id, first_name: spare(z.string()), last_name: spare(z.string()) });
export const Group = z.object({ id: PositiveId, name: spare(z.string()), screen_name: spare(z.string()) });
export const Groups = z.object({ groups: z.array(Group) });

/** Whether one may answer below a list of comments. */
export const Doors = z.object({ can_post: spare(Flag), groups_can_post: spare(Flag) });

export const Thread = z.object({
  count: z.int().min(0),
  items: spare(z.array(z.unknown())),
  can_post: spare(Flag),
  groups_can_post: spare(Flag),
});

/** A comment on the wall, in a topic or below a market item; events carry where it stands, lists do not always. */
export const Comment = z.object({
  id: PositiveId,
  from_id: Id,
  date: At,
  text: z.string().nullish(),
  deleted: spare(Flag),
  post_id: spare(Id),
  topic_id: spare(Id),
  item_id: spare(Id),
  /** Which thread it belongs to. */
  parents_stack: z.array(Id).nullish(),
  reply_to_comment: spare(PositiveId),
  attachments: spare(z.array(z.unknown())),
  /** One that cannot be read counts as cut short. */
  thread: Thread.nullish().catch({ count: 1 }),
});
export type Comment = z.infer<typeof Comment>;

/** Of a comment that was deleted an event tells the ids only. */
export const Deleted = z.object({
  id: PositiveId,
  post_id: spare(Id),
  topic_id: spare(Id),
  item_id: spare(Id),
});

export const Message = z.object({
  conversation_message_id: z.int().min(1),
  peer_id: Id,
  from_id: Id,
  date: At,
  update_time: spare(At),
  text: z.string().nullish(),
  deleted: spare(Flag),
  random_id: spare(Id),
  action: z.unknown().optional(),
  attachments: spare(z.array(z.unknown())),
});
export type Message = z.infer<typeof Message>;

const CanWrite = spare(z.object({ allowed: Flag }));
export const Conversation = z.object({
  conversation: z.object({
    peer: z.object({ id: Id, type: z.string() }),
    last_conversation_message_id: z.int().min(0),
    can_write: CanWrite,
  }),
  last_message: spare(z.object({ date: At })),
});
export const History = z.object({
  conversations: spare(
    z.array(
      z
        .object({ peer: z.object({ id: Id }), can_write: CanWrite })
        .nullable()
        .catch(null),
    ),
  ),
});

export const Post = z.object({
  id: PositiveId,
  date: At,
  comments: spare(z.object({ count: z.int().min(0) })),
});
export const Topic = z.object({
  id: PositiveId,
  updated: spare(At),
  comments: spare(z.int().min(0)),
  is_closed: spare(Flag),
});
export const MarketItem = z.object({
  id: PositiveId,
  title: spare(z.string()),
  sku: spare(z.string()),
  url: spare(z.string()),
});
export type MarketItem = z.infer<typeof MarketItem>;

/** Around every event of the Callback API and of Long Poll. */
export const Event = z.object({
  type: z.string(),
  group_id: PositiveId,
  object: z.unknown().optional(),
});
export type Event = z.infer<typeof Event>;

export const LongPollServer = z.object({ key: z.string(), server: z.string(), ts: z.coerce.string() });
export const LongPoll = z.union([
  z.object({ failed: z.int(), ts: z.coerce.string().optional() }),
  z.object({ ts: z.union([z.string(), z.number()]).transform(String), updates: z.array(z.unknown()) }),
]);

export const Permissions = z.object({ permissions: z.array(z.object({ name: z.string() })) });
export const CallbackServers = z.object({
  items: z.array(z.object({ id: z.union([z.int(), z.string()]).transform(String), url: z.string() })),
});
export const AddedServer = z.object({ server_id: z.union([z.int(), z.string()]).transform(String) });
export const ConfirmationCode = z.object({ code: z.string().min(1) });
