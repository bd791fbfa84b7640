// Several pictures sent at once come as so many messages; to a person they are one.
import type { PlacedMention } from "@otklik/core/connector";
import { externalIdOf } from "./names.ts";
import { type Message, Update } from "./wire.ts";

const young = 10_000; // milliseconds in which the rest of an album may still come

/** A new message of an album; edits of single ones come one by one. */
function pieceIn(entry: unknown): Message | undefined {
  const { message, business_message } = Update.safeParse(entry).data ?? {};
  const said = message ?? business_message;
  return said?.media_group_id ? said : undefined;
}

const keyOf = ({ chat, business_connection_id, media_group_id }: Message): string =>
  `${business_connection_id ?? ""}:${chat.id}:${media_group_id}`;

/** The entries without an album at their end of which more may come; that is left for the next time. */
export function withoutUnfinished(
  entries: readonly unknown[],
  { isFull, now }: { isFull: boolean; now: Date },
): readonly unknown[] {
  const last = pieceIn(entries.at(-1));
  if (!last || !(isFull || now.getTime() - last.date.getTime() < young)) return entries;
  const begins = entries.findIndex((entry) => {
    const piece = pieceIn(entry);
    return piece !== undefined && keyOf(piece) === keyOf(last);
  });
  return isFull && begins === 0 ? entries : entries.slice(0, begins);
}

/** What was found, each album as the mention that its first message is. */
export function albumsMerged(found: readonly PlacedMention[], entries: readonly unknown[]): PlacedMention[] {
  const albums = new Map<string, string>();
  for (const piece of entries.flatMap((entry) => pieceIn(entry) ?? [])) {
    const { business_connection_id, chat, message_id: message } = piece;
    const connection = business_connection_id ?? undefined;
    albums.set(externalIdOf({ connection, chat: chat.id, message }), keyOf(piece));
  }
  const merged = new Map<string, PlacedMention>();
  for (const [at, mention] of found.entries()) {
    const key = mention.ownerReply ? undefined : albums.get(mention.externalId);
    const first = key && merged.get(key);
    merged.set(key ?? `#${at}`, first ? joined(first, mention) : mention);
  }
  return [...merged.values()];
}

const joined = (first: PlacedMention, { text, media = [] }: PlacedMention): PlacedMention => ({
  ...first,
  text: [first.text, text].filter(Boolean).join("\n"),
  media: [...(first.media ?? []), ...media],
});
