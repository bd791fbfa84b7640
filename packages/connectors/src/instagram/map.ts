// Theirs to ours: pure.
import type { FoundMention, PlacedMention } from "@otklik/core/connector";
import { mentionName, tagName } from "./names.ts";
import type { Settings } from "./settings.ts";
import { Comment, Media } from "./wire.ts";

/** The account whose comments they are. */
export type Own = Pick<Settings, "account" | "username">;
/** What of a media its comments are about. */
export type Post = { id: string } & Partial<Pick<Media, "caption" | "permalink">>;

const site = "https://www.instagram.com";

const speakerOf = ({ from, user, username }: Comment): { id?: string; username?: string } => ({
  ...((from?.id ?? user?.id) && { id: (from?.id ?? user?.id) as string }),
  ...((from?.username ?? username ?? user?.username) && {
    username: (from?.username ?? username ?? user?.username) as string,
  }),
});

export function isOwn(comment: Comment, { account, username }: Own): boolean {
  const speaker = speakerOf(comment);
  return (
    speaker.id === account ||
    (username !== undefined && speaker.username?.toLowerCase() === username.toLowerCase())
  );
}

/** What is known around one comment of a thread. */
export interface Thread {
  own: Own;
  post: Post | undefined;
  /** The comment that began it; absent where that could not be read. */
  thread: string | undefined;
  /** The owner's last reply. */
  answer: Comment | undefined;
}

/**
 * A comment or a reply as a mention, with the owner's answer where it began the thread; nothing for the owner's own.
 * @throws ZodError when it cannot be read
 */
export function threadMentions(entry: unknown, { own, post, thread, answer }: Thread): PlacedMention[] {
  const comment = Comment.parse(entry);
  if (isOwn(comment, own)) return [];
  const found = commentMention(comment, { own, post, thread: thread ?? comment.parent_id ?? comment.id });
  if (comment.id !== thread || !answer) return [found];
  const ownerReply = { text: answer.text ?? "", postedAt: answer.timestamp, state: "published" as const };
  return [{ ...found, ownerReply }];
}

function commentMention(
  comment: Comment,
  { own, post, thread }: { own: Own; post: Post | undefined; thread: string },
): PlacedMention {
  const isTop = comment.id === thread;
  const speaker = speakerOf(comment);
  return {
    kind: "comment",
    externalId: comment.id,
    threadId: isTop ? undefined : thread,
    parentId: isTop ? undefined : thread,
    url: urlOf(comment.id, { post, own, thread: isTop ? undefined : thread }),
    author: {
      id: speaker.id,
      name: speaker.username,
      url: speaker.username && `${site}/${speaker.username}/`,
    },
    text: comment.text ?? "",
    product: post && productOf(post),
    tags: comment.hidden ? ["hidden"] : undefined,
    postedAt: comment.timestamp,
    canReply: true,
    place: own.account,
  };
}

/** Below the post's own address; form from memory. */
function urlOf(
  id: string,
  { post, own, thread }: { post: Post | undefined; own: Own; thread: string | undefined },
): string {
  const page = post?.permalink?.replace(/\/*$/, "/");
  if (!page) return own.username ? `${site}/${own.username}/` : `${site}/`;
  return thread ? `${page}c/${thread}/r/${id}/` : `${page}c/${id}/`;
}

const productOf = ({ id, caption, permalink }: Post): FoundMention["product"] => ({
  id,
  name: caption?.split("\n")[0]?.slice(0, 100) || undefined,
  url: permalink ?? undefined,
});

/** The brand was named in a comment on somebody else's media. @throws ZodError */
export function mentionedComment(entry: unknown, { own, media }: { own: Own; media: string }): PlacedMention {
  const comment = Comment.parse(entry);
  const post = comment.media ?? { id: media };
  const found = commentMention(comment, { own, post, thread: comment.id });
  return { ...found, externalId: mentionName({ media, comment: comment.id }) };
}

/** The brand was named in the caption of somebody's media. @throws ZodError */
export const mentionedMedia = (entry: unknown, own: Own): PlacedMention => {
  const media = Media.parse(entry);
  return { ...mediaMention(media, own), externalId: mentionName({ media: media.id }), canReply: true };
};

/** The brand was tagged in a picture. @throws ZodError */
export const taggedMedia = (entry: unknown, own: Own): PlacedMention => mediaMention(Media.parse(entry), own);

function mediaMention(media: Media, own: Own): PlacedMention {
  const { id, caption, permalink, timestamp, media_type, media_url: url, thumbnail_url: preview } = media;
  const name = media.username ?? media.owner?.username ?? undefined;
  const kind = media_type === "VIDEO" || media_type === "REELS" ? "video" : "image";
  if (!timestamp) throw new Error("timestamp: is no date");
  return {
    kind: "comment",
    externalId: tagName(id),
    url: permalink ?? `${site}/`,
    author: { id: media.owner?.id ?? undefined, name, url: name && `${site}/${name}/` },
    text: caption ?? "",
    media: url ? [{ kind, url, ...(preview && { previewUrl: preview }) }] : undefined,
    postedAt: timestamp,
    canReply: false,
    place: own.account,
  };
}
