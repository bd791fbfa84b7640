// From updates to mentions, whether they were asked for or pushed.
import type { Account, PlacedMention, SourceRef, Tools, Unreadable } from "@otklik/core/connector";
import { readEach } from "../kit/lists.ts";
import { albumsMerged } from "./albums.ts";
import { mentionsOf, messageIn, placesLost } from "./map.ts";
import { ask, botIdOf, call } from "./requests.ts";
import { type Settings, sourceOf } from "./settings.ts";
import { Chat, type Message, Numbered, Update, User, updatesIn } from "./wire.ts";

export interface Asking {
  account: Account | null;
  sources: readonly SourceRef<Settings>[];
  moved: Readonly<Record<string, string>>;
  tools: Tools;
}

export interface Read {
  found: PlacedMention[];
  unreadable: Unreadable[];
  /** Places that can no longer be read. */
  faults: ReturnType<typeof placesLost>;
}

/** What these updates tell of the sources. Asks Telegram for what they leave out, where a source needs it. */
export async function readUpdates(
  entries: readonly unknown[],
  { account, sources, moved, tools }: Asking,
): Promise<Read> {
  const updates = updatesIn(entries);
  const messages = updates.flatMap((update) => messageIn(update) ?? []);
  const inGroups = messages.flatMap((message) => {
    const source = message.business_connection_id ? undefined : sourceOf(message, sources, moved);
    return source?.settings.reads === "chat" ? [{ message, settings: source.settings }] : [];
  });
  const asksName = inGroups.some(({ settings }) => settings.only === "addressed");
  const reading = {
    ...{ sources, moved, now: tools.now(), botId: botIdOf(account) },
    botName: asksName
      ? ((await call(account, tools, { method: "getMe", result: User })).username ?? undefined)
      : undefined,
    channels: await channelsOf(
      inGroups.map(({ message }) => message),
      { account, tools },
    ),
  };
  const { found, unreadable } = readEach(
    entries,
    (entry) => mentionsOf(Update.parse(entry), reading),
    (index) => numberOf(entries[index]),
  );
  return { found: albumsMerged(found, entries), unreadable, faults: placesLost(updates, reading) };
}

/** The channels of groups in which somebody speaks as a channel: its owner does so, and so may any customer. */
async function channelsOf(
  messages: readonly Message[],
  { account, tools }: Pick<Asking, "account" | "tools">,
): Promise<Map<string, string>> {
  const speaking = messages.filter(
    ({ sender_chat, chat, is_automatic_forward }) =>
      sender_chat?.type === "channel" && sender_chat.id !== chat.id && !is_automatic_forward,
  );
  const channels = new Map<string, string>();
  for (const id of new Set(speaking.map(({ chat }) => chat.id))) {
    const answer = await ask(account, tools, {
      ...{ method: "getChat", parameters: { chat_id: id }, result: Chat },
    });
    // A chat that is closed to the bot by now has no owner's words to tell from others.
    if ("result" in answer && answer.result.linked_chat_id) channels.set(id, answer.result.linked_chat_id);
  }
  return channels;
}

const numberOf = (entry: unknown): string => `update ${Numbered.safeParse(entry).data?.update_id ?? "?"}`;
