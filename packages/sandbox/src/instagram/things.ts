// What can be asked for: the account, its media, comments and replies, and what others have posted about it.
import type { Answer, Post } from "../kit/post.ts";
import type { Stage } from "../kit/stage.ts";
import { mediaId, profile, stamp, userOf } from "./people.ts";

export interface Instagram {
  /** Under the account's own media. */
  comments: Stage;
  /** Others' media in which it is tagged, and others' comments that name it. */
  elsewhere: Stage;
  /** When the world was made: media are as old as that. */
  openedAt: Date;
  origin: string;
}

/** A thing of the Graph's: fields that are values, and edges that are lists of further things. */
export interface Thing {
  id: string;
  fields: Readonly<Record<string, unknown>>;
  edges: Readonly<Record<string, () => Thing[]>>;
  /** What comes where no fields are asked for. */
  usual: readonly string[];
}

const dayMs = 86_400_000;
const plain = { edges: {}, usual: ["id"] } as const;

/** A comment, or the owner's reply, in one form. */
export interface Spoken {
  id: string;
  at: Date;
  text: string;
  user: { id: string; username: string } | null;
  /** The comment that it stands under. */
  under?: string;
  about: string;
}

/** Some are shown without their author. */
const spokenBy = (post: Post): Spoken => ({
  ...{ id: post.id, at: post.at, text: post.text, about: post.about },
  user: post.extra.hidesAuthor === true ? null : userOf(post.author),
  ...(post.threadId !== post.id && { under: post.threadId }),
});
const ofOwner = ({ threadId, about }: Post, { id, at, text }: Answer): Spoken => ({
  ...{ id, at, text, about, under: threadId },
  user: { id: profile.id, username: profile.username },
});

/** All that stands under the account's media, oldest first. Replies of those that are gone are gone with them. */
export function spoken({ comments }: Instagram): Spoken[] {
  const posts = comments.posts();
  const stand = new Set(posts.map(({ id }) => id));
  return posts
    .filter(({ threadId }) => stand.has(threadId))
    .flatMap((post) => [spokenBy(post), ...post.answers.map((answer) => ofOwner(post, answer))])
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
}

export function commentThing(one: Spoken, all: readonly Spoken[]): Thing {
  const { id, text, at, user, under } = one;
  return {
    id,
    fields: {
      ...{ id, text, timestamp: stamp(at), like_count: Number(id.slice(-1)), hidden: false },
      ...(user && { username: user.username, from: user }),
      ...(under !== undefined && { parent_id: under }),
    },
    edges: {
      replies: () => all.filter((reply) => reply.under === id).map((reply) => commentThing(reply, all)),
    },
    usual: ["id", "text", "timestamp"],
  };
}

/** The account's own media, the newest first. */
export function ownMedia(instagram: Instagram, all: readonly Spoken[]): Thing[] {
  const { comments, openedAt, origin } = instagram;
  const media = comments.subjects.map((subject, place) => {
    const id = mediaId(place + 1);
    const under = all.filter(({ about }) => about === subject.key);
    const at = new Date(openedAt.getTime() - (subject.daysAgo ?? 0) * dayMs);
    const shortcode = `Demo${place + 1}`;
    const thing: Thing = {
      id,
      fields: {
        ...{ id, caption: subject.text ?? subject.name, media_type: "IMAGE", media_product_type: "FEED" },
        ...{ media_url: `${origin}/__picture/${id}.png`, shortcode, timestamp: stamp(at) },
        ...{ permalink: `https://www.instagram.com/p/${shortcode}/`, is_comment_enabled: true },
        ...{ comments_count: under.length, like_count: 40 + place, username: profile.username },
        owner: { id: profile.id },
      },
      edges: {
        comments: () =>
          under
            .filter((one) => one.under === undefined)
            .map((one) => withMedia(commentThing(one, all), thing))
            .toReversed(),
      },
      usual: ["id"],
    };
    return { at, thing };
  });
  return media.sort((a, b) => b.at.getTime() - a.at.getTime()).map(({ thing }) => thing);
}

export const withMedia = (comment: Thing, media: Thing): Thing => ({
  ...comment,
  fields: { ...comment.fields, media },
});

/** A picture of somebody else's. */
export function othersMedia(post: Post, origin: string): Thing {
  const id = post.id;
  const shortcode = `Tag${id.slice(-6)}`;
  const fields = {
    ...{ id, caption: post.text, media_type: "IMAGE", media_product_type: "FEED", shortcode },
    ...{ media_url: `${origin}/__picture/${id}.png`, permalink: `https://www.instagram.com/p/${shortcode}/` },
    ...{
      timestamp: stamp(post.at),
      username: userOf(post.author).username,
      comments_count: 0,
      like_count: 3,
    },
  };
  return { ...plain, id, fields };
}

/** Others' media, the newest first; comments that name the account are among these posts and are left out. */
export const tagged = ({ elsewhere, origin }: Instagram): Thing[] =>
  elsewhere
    .posts()
    .filter(({ kind }) => kind !== "comment")
    .map((post) => othersMedia(post, origin))
    .toReversed();

/** The media that a comment elsewhere was made on. */
export const mediaOfMention = (post: Post): string =>
  typeof post.extra.media === "string" ? post.extra.media : mediaId(900_000);

/** A comment elsewhere that names the account; null where there is none of this number. */
export function mentionedComment({ elsewhere, origin }: Instagram, id: string): Thing | null {
  const post = elsewhere.post(id);
  if (!post || post.removedAt || post.kind !== "comment") return null;
  const media = othersMedia({ ...post, id: mediaOfMention(post), text: "" }, origin);
  return withMedia(commentThing(spokenBy(post), []), media);
}
