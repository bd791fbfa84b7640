// Who speaks in a message: a customer, the owner, or nobody whom we listen to.
import type { Settings } from "./settings.ts";
import type { Message, Replied } from "./wire.ts";

/** What must be known beside the message. */
export interface Around {
  botId: string;
  /** Without "@"; only where a source reads what is addressed to the bot. */
  botName?: string | undefined;
  /** Channels by their discussion groups. */
  channels: ReadonlyMap<string, string>;
}

export type Role = "customer" | "owner" | "none";

export function roleOf(
  message: Replied,
  { settings, connection }: { settings: Settings; connection: string | undefined },
  { botId, channels }: Around,
): Role {
  const { chat, from, sender_chat: sender, sender_business_bot: helper } = message;
  if (message.is_automatic_forward) return "none"; // the channel's post, under which comments stand
  if (from?.id === botId || helper?.id === botId) return "none"; // what we sent ourselves
  if (connection !== undefined) return from?.id === chat.id ? "customer" : "owner";
  if (chat.type === "private") return isCustomersWord(message) ? "customer" : "none";
  // An anonymous administrator speaks as the group, the channel's owner as the channel.
  if (sender && (sender.id === chat.id || sender.id === channels.get(chat.id))) return "owner";
  if (settings.team?.some((member) => isPerson(member, message))) return "owner";
  return from?.is_bot && !sender ? "none" : "customer";
}

const isCustomersWord = ({ chat, from, text }: Replied): boolean =>
  (from?.id ?? chat.id) === chat.id && !/^\/start\b/.test(text ?? "");

function isPerson(member: string, { from }: Replied): boolean {
  const name = member.replace(/^@/, "").toLowerCase();
  return from?.id === name || from?.username?.toLowerCase() === name;
}

/** The message speaks to the bot or of the brand. */
export function isAddressed(message: Message, { words = [] }: Settings, { botId, botName }: Around): boolean {
  if (message.reply_to_message?.from?.id === botId) return true;
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  if (entities.some(({ user }) => user?.id === botId)) return true;
  return begins(text, [...words, ...(botName ? [`@${botName}`] : [])]);
}

/** One of the words stands in the text, or a longer one that begins like it. */
function begins(text: string, words: readonly string[]): boolean {
  const plain = text.toLowerCase().replaceAll("ё", "е");
  return words.some((word) => {
    const wanted = word.toLowerCase().replaceAll("ё", "е");
    for (let at = plain.indexOf(wanted); at !== -1; at = plain.indexOf(wanted, at + 1))
      if (!/[\p{L}\p{N}]$/u.test(plain.slice(0, at))) return true;
    return false;
  });
}
