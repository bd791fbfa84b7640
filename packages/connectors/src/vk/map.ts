// Theirs to ours: pure.
import type { FoundMention } from "@otklik/core/connector";
import { tidy } from "../kit/text.ts";
import { mediaOf } from "./attachments.ts";
import { type Community, chatOf, externalIdOf, type Spot, urlOf } from "./parts.ts";
import { Comment, Group, type MarketItem, Message, Named, Profile } from "./wire.ts";

/** What a list or an event tells beside its entries. */
export interface Around extends Community {
  names: ReadonlyMap<string, string>;
  canReply: boolean;
}
/** The owner's answer, as the thread shows it. */
export interface OwnAnswer {
  text: string;
  postedAt: Date;
}
/** A comment's surroundings: where it stands, and how it was answered. */
export interface AroundComment extends Around {
  container: string;
  item?: MarketItem | undefined;
}

/** @throws ZodError when the entry is no comment */
export function commentMention(entry: unknown, around: AroundComment, answer?: OwnAnswer): FoundMention {
  const comment = Comment.parse(entry);
  const spot: Spot = { ...around, id: comment.id };
  const root = rootOf(comment);
  const parent = parentOf(comment, around);
  return {
    kind: "comment",
    externalId: externalIdOf(spot),
    threadId: root && externalIdOf({ ...spot, id: root }),
    parentId: parent && externalIdOf({ ...spot, id: parent }),
    url: urlOf(spot, root),
    author: authorOf(comment.from_id, around.names),
    text: prose(comment.text),
    media: mediaOf(comment.attachments),
    product: around.part === "market" ? productOf(around) : undefined,
    postedAt: comment.date,
    removed: comment.deleted ? true : undefined,
    ownerReply: answer && { ...answer, state: "published" },
    canReply: around.canReply && !comment.deleted,
  };
}

/** @throws ZodError when the entry is no message */
export function messageMention(entry: unknown, around: Around, answer?: OwnAnswer): FoundMention {
  const message = Message.parse(entry);
  const id = String(message.conversation_message_id);
  const spot: Spot = { ...around, container: message.peer_id, id };
  return {
    kind: "message",
    externalId: externalIdOf(spot),
    threadId: chatOf(around, message.peer_id),
    url: urlOf(spot),
    author: authorOf(message.from_id, around.names),
    text: prose(message.text),
    media: mediaOf(message.attachments),
    postedAt: message.date,
    editedAt: message.update_time ?? undefined,
    removed: message.deleted ? true : undefined,
    ownerReply: answer && { ...answer, state: "published" },
    canReply: around.canReply && !message.deleted,
  };
}

/** The comment that began the thread; below an own comment of the wall VK nests all others one level deep. */
export const rootOf = ({ parents_stack: stack }: Pick<Comment, "parents_stack">): string | undefined =>
  stack?.[0];

/** What a comment answers. Topics have no such field: their answers name the comment in the text. */
export function parentOf(comment: Comment, { part }: Pick<Community, "part">): string | undefined {
  if (part === "board") return namedIn(comment.text ?? "");
  return comment.reply_to_comment ?? comment.parents_stack?.at(-1);
}

/** The comment that the text begins by naming: `[post17|Name]` or `[id5:bp-1_17|Name]`. From memory of VK's own form. */
const namedIn = (text: string): string | undefined => {
  const found = /^\s*\[(?:post(\d+)|(?:id|club)\d+:bp-\d+_(\d+))\|/.exec(text);
  return found?.[1] ?? found?.[2];
};

/** As people see it: a mention in brackets is shown as its name. */
export const prose = (text: string | null | undefined): string =>
  tidy((text ?? "").replace(/\[(?:id|club|public|event|post)\d+(?::[^|\]\s]*)?\|([^\]]*)\]/g, "$1"));

/** It was written by the community itself. */
export const isOwn = ({ from_id: from }: Pick<Comment, "from_id">, { community }: Community): boolean =>
  from === `-${community}`;

function authorOf(id: string, names: ReadonlyMap<string, string>): FoundMention["author"] {
  const page = id.startsWith("-") ? `club${id.slice(1)}` : `id${id}`;
  return { id, name: names.get(id), url: `https://vk.com/${page}` };
}

function productOf({ community, container: id, item }: AroundComment): FoundMention["product"] {
  const url = `https://vk.com/market-${community}?w=product-${community}_${id}`;
  return { id, sku: item?.sku || undefined, name: item?.title || undefined, url };
}

/** Names by id, of people and of communities (whose ids are negative). */
export function namesIn(answer: unknown): Map<string, string> {
  const { profiles, groups } = Named.safeParse(answer).data ?? {};
  const names = new Map<string, string>();
  for (const one of profiles ?? []) {
    const { data } = Profile.safeParse(one);
    const name = [data?.first_name, data?.last_name].filter(Boolean).join(" ").trim();
    if (data && name) names.set(data.id, name);
  }
  for (const one of groups ?? []) {
    const { data } = Group.safeParse(one);
    if (data?.name) names.set(`-${data.id}`, data.name);
  }
  return names;
}
