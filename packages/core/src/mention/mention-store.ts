import { brandOf, shardOf } from "../id.ts";
import { type JsonMap, toJson } from "../json.ts";
import type { Label } from "../label/label.ts";
import { packLabel } from "../label/label-row.ts";
import type { Key } from "../ports.ts";
import { Mention } from "./mention.ts";

const shards = 64;

/**
 * A conversation and all that belongs to it lie together, so that opening it is one query by prefix:
 * `<id>` the conversation, `<id>~d` its draft, `<id>~h~…` older revisions, `<id>~m~…` later mentions, `<id>~r~…` replies, `<id>~e~…` edits of them.
 */
export const conversationKey = (id: string): Key => ({
  pk: `m.${brandOf(id)}.${shardOf(id, shards)}`,
  sk: id,
});

/** The row of a mention: its conversation's own, when it began it. */
export function mentionKey(mention: Pick<Mention, "id" | "conversationId">): Key {
  const { pk, sk } = conversationKey(mention.conversationId);
  return mention.id === mention.conversationId ? { pk, sk } : { pk, sk: `${sk}~m~${mention.id}` };
}

/** An older revision, kept for the record. */
export function revisionKey(mention: Pick<Mention, "id" | "conversationId" | "observedAt">): Key {
  const { pk, sk } = conversationKey(mention.conversationId);
  return { pk, sk: `${sk}~h~${mention.id}~${mention.observedAt.toISOString()}` };
}

/** What kind of row lies under a full key, workspace included; null for rows that are not of a conversation. */
export function rowKind({ pk, sk }: Key): "conversation" | "mention" | "other" | null {
  if (!/^[0-9a-z]+\/m\./.test(pk)) return null;
  const [, kind] = sk.split("~");
  if (kind === undefined) return "conversation";
  return kind === "m" ? "mention" : "other";
}

// DynamoDB bills by the kilobyte, so a row spells its attributes briefly and leaves out what its key tells.
const brief: Record<string, string> = {
  externalId: "x",
  threadId: "th",
  parentId: "pa",
  url: "u",
  kind: "k",
  author: "a",
  title: "ti",
  text: "t",
  pros: "p",
  cons: "c",
  media: "me",
  language: "l",
  rating: "r",
  verdict: "v",
  product: "pr",
  location: "lo",
  order: "o",
  contact: "co",
  tags: "tg",
  postedAt: "at",
  editedAt: "ed",
  removed: "rm",
  ownerReply: "or",
  canReply: "cr",
  replyUntil: "ru",
  sourceId: "s",
  network: "n",
  observedAt: "ob",
  hash: "h",
  wholeText: "w",
};
const full = Object.fromEntries(Object.entries(brief).map(([long, short]) => [short, long]));

export function packMention(mention: Mention): JsonMap {
  const packed: JsonMap = {};
  for (const [name, value] of Object.entries(toJson(mention))) {
    const short = brief[name];
    if (short) packed[short] = value;
  }
  return packed;
}

/** The content hash of a packed mention, without unpacking it. */
export const keptHash = (packed: JsonMap): string => String(packed[brief.hash as string]);

/** @throws ZodError when the row is not a mention's. */
export function unpackMention(packed: JsonMap, ids: { id: string; conversationId: string }): Mention {
  const named: Record<string, unknown> = { ...ids, brandId: brandOf(ids.id) };
  for (const [short, value] of Object.entries(packed)) {
    const long = full[short];
    if (long) named[long] = value;
  }
  return Mention.parse(named);
}

/** A later mention of a thread, as its own row. */
export const mentionRow = (mention: Mention, label: Label) => ({
  ...mentionKey(mention),
  body: { m: packMention(mention), l: packLabel(label) },
});
