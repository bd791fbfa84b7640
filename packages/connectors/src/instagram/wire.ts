// Instagram's own shapes, as the Graph API v25.0 states them. Strict in what would falsify a mention (its id and time),
// lenient in all else: only fields that are asked for come, and those only as far as the token may see them.
import { z } from "zod";
import { readDate } from "../kit/dates.ts";
import { tidy } from "../kit/text.ts";

const Id = z.union([z.string().regex(/^\d+(?:_\d+)?$/), z.int()]).transform(String);
/** Such as "2020-06-01T10:56:52+0000". */
const At = z.unknown().transform((value, context) => {
  const at = typeof value === "string" ? readDate(value) : null;
  if (at) return at;
  context.addIssue({ code: "custom", message: "is no date" });
  return z.NEVER;
});
const spare = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);
const Prose = spare(z.string().transform((text) => tidy(text) || undefined));
const Name = spare(z.string().min(1));
const Address = spare(z.url({ protocol: /^https?$/ }));

/** `next` is not looked at: it holds the token. */
const Paging = spare(
  z.object({ cursors: spare(z.object({ after: Name })), next: spare(z.unknown().transform(() => true)) }),
);
/** Entries of one page, unread. */
export const List = z.object({ data: z.array(z.unknown()), paging: Paging });
export type List = z.infer<typeof List>;

/** Where the page goes on; a cursor comes with the last page as well, an address for the next does not. */
export const afterIn = ({ paging }: List): string | undefined =>
  (paging?.next === undefined || paging.next === null ? undefined : paging.cursors?.after) ?? undefined;

const User = z.object({ id: spare(Id), username: Name });

export const Media = z.object({
  id: Id,
  caption: Prose,
  permalink: Address,
  timestamp: spare(At),
  media_type: spare(z.string()),
  media_url: Address,
  thumbnail_url: Address,
  username: Name,
  owner: spare(User),
  comments_count: spare(z.int().min(0)),
  comments: List.nullish(),
});
export type Media = z.infer<typeof Media>;

export const Comment = z.object({
  id: Id,
  text: Prose,
  timestamp: At,
  username: Name,
  from: spare(User),
  /** Before v3.2 in the place of `from`. */
  user: spare(User),
  hidden: spare(z.boolean()),
  parent_id: spare(Id),
  media: spare(Media.omit({ comments: true })),
  replies: List.nullish(),
});
export type Comment = z.infer<typeof Comment>;

export const Account = z.object({ id: Id, username: Name, name: Prose });
export const Page = z.object({
  id: Id,
  name: Prose,
  access_token: Name,
  instagram_business_account: spare(Account),
});
export const Permission = z.object({ permission: z.string(), status: z.string() });
export const Created = z.object({ id: Id });
export const Mentioned = z.object({ mentioned_comment: z.unknown(), mentioned_media: z.unknown() }).partial();

/** Around every error. */
export const Problem = z.object({
  error: z.object({
    message: spare(z.string()),
    code: spare(z.int()),
    error_subcode: spare(z.int()),
    is_transient: spare(z.boolean()),
  }),
});
export type Problem = z.infer<typeof Problem>["error"];

/** A push: what changed at which of the app's accounts. Of an account only its number is told, as text. */
export const Push = z.object({
  object: z.string(),
  entry: z.array(z.object({ id: Id, changes: z.array(z.unknown()).optional() })),
});
export const Change = z.discriminatedUnion("field", [
  z.object({
    field: z.enum(["comments", "live_comments"]),
    value: z.object({ id: Id, parent_id: spare(Id), from: spare(User) }),
  }),
  z.object({
    field: z.literal("mentions"),
    value: z.object({ media_id: Id, comment_id: spare(Id) }),
  }),
]);

const ofComment = "id,text,timestamp,username,from,hidden,parent_id";
export type Change = z.infer<typeof Change>;

/** What is asked for of a comment, with the first of its replies. */
export const commentFields = `${ofComment},replies.limit(50){${ofComment}}`;
export const mediaFields = "id,caption,permalink,timestamp,media_type,username,comments_count";
export const tagFields = "id,caption,permalink,timestamp,media_type,media_url,thumbnail_url,username";
export const replyFields = ofComment;
export type Page = z.infer<typeof Page>;
