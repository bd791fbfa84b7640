import type { ConversationView, MentionView, ReplyView } from "@otklik/core/api/views";

/** One thing said in a conversation. */
export type Said =
  | { is: "mention"; at: number; mention: MentionView }
  /** Given on the network's own page, by whoever answers there. */
  | { is: "owner-reply"; at: number; id: string; text: string; postedAt?: string | undefined }
  | { is: "reply"; at: number; reply: ReplyView };

/** All that was said, in its order. The echo of a reply of ours, which the network shows under the mention, is no second one. */
export function threadOf({ mentions, replies }: Pick<ConversationView, "mentions" | "replies">): Said[] {
  const ours = new Set(replies.filter(({ state }) => state !== "cancelled").map(({ text }) => wordsOf(text)));
  const said: Said[] = [];
  for (const mention of mentions) {
    const at = Date.parse(mention.postedAt);
    said.push({ is: "mention", at, mention });
    const { ownerReply } = mention;
    if (!ownerReply || ours.has(wordsOf(ownerReply.text))) continue;
    const { text, postedAt } = ownerReply;
    said.push({
      is: "owner-reply",
      at: postedAt ? Date.parse(postedAt) : at,
      id: mention.id,
      text,
      postedAt,
    });
  }
  for (const reply of replies) {
    // what was taken back never left: its text is in the draft again
    if (reply.state !== "cancelled") said.push({ is: "reply", at: Date.parse(reply.approvedAt), reply });
  }
  return said.sort((one, other) => one.at - other.at);
}

/** The words alone, however a network breaks its lines. */
const wordsOf = (text: string): string => text.replace(/\s+/g, " ").trim();
