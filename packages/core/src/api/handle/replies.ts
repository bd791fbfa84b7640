import { lintReply } from "@otklik/lint";
import { getBrand } from "../../brand/brand-store.ts";
import { type Connector, forKind } from "../../connector.ts";
import { answered, withStanding } from "../../conversation/conversation.ts";
import { changeConversation, type Thread } from "../../conversation/conversation-store.ts";
import { putDraft, removeDraft } from "../../conversation/draft-store.ts";
import { Refusal } from "../../errors.ts";
import { send } from "../../pipeline/jobs.ts";
import { defaultRegulation, undoSecondsFor } from "../../regulation/regulation.ts";
import { isSettled, type Reply, type ReplyState, stands } from "../../reply/reply.ts";
import { getReply, replyRow } from "../../reply/reply-store.ts";
import type { Context, Handlers } from "../context.ts";
import { editsLeft, showReply } from "../show.ts";
import type { ReplyView } from "../views.ts";
import { threadOr404 } from "./conversations.ts";

interface Wish {
  id: string;
  reply: string;
  text: string;
}

/** Keeps a reply under the client's own id, so that a repeated request finds the first one there. */
async function keep(context: Context, thread: Thread, wish: Wish, state: ReplyState): Promise<ReplyView> {
  const { table, ports, session } = context;
  const { conversation } = thread;
  const reply: Reply = {
    id: wish.reply,
    conversationId: conversation.id,
    sourceId: conversation.sourceId,
    text: wish.text.trim(),
    by: session.email,
    approvedAt: ports.now(),
    state,
    attempts: 0,
  };
  const [outcome] = await table.commit([{ put: replyRow(reply), if: "absent" }]);
  if (!outcome?.done) {
    const first = await getReply(table, conversation.id, wish.reply);
    if (!first)
      throw new Refusal("conflict", {
        ru: "Этот ответ как раз меняется. Попробуйте ещё раз.",
        en: "This reply is being changed at this moment. Try again.",
      });
    // The worker of the first request may have died right after this row. Of what is sent, deliver takes care.
    if (first.state.is === "by-hand")
      await changeConversation(table, conversation.id, (current) => withStanding(current, first.approvedAt));
    return showReply(first);
  }
  if (thread.draft) await table.commit([removeDraft(conversation.id)]);
  await changeConversation(table, conversation.id, (current) => answered(current, reply.approvedAt));
  return showReply(reply);
}

/** @throws Refusal when the text may not be sent as it is, or another answer stands there or is on its way */
function refuseUnfit(context: Context, thread: Thread, { text, reply }: Wish): void {
  const latest = thread.mentions.at(-1)?.mention;
  const connector = context.ports.connectors.find(({ network }) => network === thread.conversation.network);
  if (!connector?.reply || !latest?.canReply)
    throw new Refusal("conflict", {
      ru: "Сюда площадка ответов не принимает. Скопируйте текст, откройте страницу, затем отметьте отвеченным.",
      en: "This network takes no reply here. Copy the text, open the page, mark it as answered.",
    });
  refuseUnfitText(text, forKind(connector, latest.kind));
  refuseSecondAnswer(thread, reply);
}

/** @throws Refusal bad-input, with what the rules of the network or our own find in it */
function refuseUnfitText(text: string, connector: Connector): void {
  const rules = connector.limits.reply ?? null;
  const blocking = lintReply({ text, rules }).filter(({ level }) => level === "block");
  if (blocking.length > 0)
    throw new Refusal(
      "bad-input",
      { ru: "В таком виде ответ не отправить.", en: "The reply cannot be sent as it is." },
      { findings: blocking },
    );
}

/** The reply and who edits it. @throws Refusal conflict when it cannot be edited, or an edit of it is on its way */
function editable(
  { edits, replies }: Thread,
  { id, connector }: { id: string; connector: Connector | undefined },
): { reply: Reply; connector: Connector } {
  const reply = replies.find((one) => one.id === id);
  if (reply?.state.is !== "published")
    throw new Refusal("conflict", {
      ru: "Изменить можно только опубликованный ответ.",
      en: "Only a published reply can be edited.",
    });
  if (!connector || editsLeft(reply.id, { edits, connector }) === undefined)
    throw new Refusal("conflict", {
      ru: "Площадка не даёт изменить этот ответ или правок больше не осталось.",
      en: "The network takes no edit of this reply, or no more of them.",
    });
  if (edits.some(({ replaces, state }) => replaces === reply.id && !isSettled(state)))
    throw new Refusal("conflict", {
      ru: "Правка этого ответа уже отправляется.",
      en: "An edit of this reply is on its way already.",
    });
  return { reply, connector };
}

/** A review or a question holds one answer; a chat holds many. */
function refuseSecondAnswer({ replies, mentions }: Thread, id: string): void {
  if (mentions.at(-1)?.mention.kind === "message") return;
  const since = mentions.at(-1)?.mention.editedAt ?? mentions.at(-1)?.mention.postedAt ?? new Date(0);
  const other = replies.find(
    ({ id: one, state, approvedAt }) =>
      one !== id &&
      (["approved", "sending", "unknown"].includes(state.is) || (stands(state) && approvedAt > since)),
  );
  if (other)
    throw new Refusal(
      "conflict",
      {
        ru: `Ответ уже есть, его автор: ${other.by}. Посмотрите обращение.`,
        en: `${other.by} has already answered this; see the conversation.`,
      },
      {
        reply: other.id,
      },
    );
}

/** Whether it was taken back by a worker that died before it opened the conversation again. */
const isHalfUndone = ({ conversation, replies, draft }: Thread, { id, state, text }: Reply): boolean =>
  state.is === "cancelled" &&
  state.why === "undone" &&
  conversation.status.is === "answered" &&
  (draft === null || draft.text === text) &&
  replies.at(-1)?.id === id;

export const replies: Handlers<
  | "POST /api/conversations/:id/replies"
  | "POST /api/conversations/:id/replies/:reply/undo"
  | "POST /api/conversations/:id/replies/:reply/edit"
  | "POST /api/conversations/:id/answered"
> = {
  async "POST /api/conversations/:id/replies"(wish, context) {
    const { ports, table } = context;
    const thread = await threadOr404(context, wish.id);
    const known = thread.replies.find(({ id }) => id === wish.reply);
    if (known) return showReply(known);
    refuseUnfit(context, thread, wish);
    const brand = await getBrand(table, thread.conversation.brandId);
    const kind = thread.mentions.at(-1)?.mention.kind ?? "review";
    const delaySeconds = undoSecondsFor(kind, brand?.regulation ?? defaultRegulation);
    const sendAt = new Date(ports.now().getTime() + delaySeconds * 1000);
    const view = await keep(context, thread, wish, { is: "approved", sendAt });
    const job = { workspaceId: table.workspaceId, conversationId: wish.id, replyId: wish.reply };
    await send(ports, "deliver", [{ job, delaySeconds }]);
    return view;
  },

  async "POST /api/conversations/:id/answered"(wish, context) {
    const thread = await threadOr404(context, wish.id);
    return keep(context, thread, wish, { is: "by-hand", at: context.ports.now() });
  },

  async "POST /api/conversations/:id/replies/:reply/undo"({ id, reply: replyId }, context) {
    const { table, ports, session } = context;
    const read = await getReply(table, id, replyId);
    if (!read) throw new Refusal("not-found", { ru: "Такого ответа нет.", en: "There is no such reply." });
    const { version, ...reply } = read;
    const isRepeat = reply.state.is === "cancelled";
    if (isRepeat && !isHalfUndone(await threadOr404(context, id), reply)) return showReply(reply);
    const at = ports.now();
    const next: Reply = { ...reply, state: { is: "cancelled", at, why: "undone" } };
    const mayStill = isRepeat || reply.state.is === "approved" || reply.state.is === "by-hand";
    const [outcome] = mayStill ? await table.commit([{ put: replyRow(next), if: { version } }]) : [];
    if (!outcome?.done)
      throw new Refusal("conflict", {
        ru: "Ответ уже ушёл, вернуть его нельзя.",
        en: "The reply has already gone out and cannot be taken back.",
      });
    await table.commit([putDraft(id, { text: reply.text, by: session.email, at }, "any")]);
    await changeConversation(table, id, (conversation) =>
      conversation.status.is === "answered" ? { ...conversation, status: { is: "open" } } : null,
    );
    return showReply(next);
  },

  async "POST /api/conversations/:id/replies/:reply/edit"(
    { id, reply: replyId, edit: editId, text },
    context,
  ) {
    const { table, ports, session } = context;
    const thread = await threadOr404(context, id);
    const { conversation, edits } = thread;
    const found = ports.connectors.find((one) => one.network === conversation.network);
    const network = found && forKind(found, thread.mentions.at(-1)?.mention.kind);
    const known = edits.some((one) => one.id === editId) && thread.replies.find((one) => one.id === replyId);
    if (known) return showReply(known, { edits, connector: network });
    const { reply, connector } = editable(thread, { id: replyId, connector: network });
    refuseUnfitText(text, connector);
    const now = ports.now();
    const { sourceId } = conversation;
    const edit: Reply = {
      ...{ id: editId, conversationId: id, sourceId, replaces: replyId, text: text.trim() },
      ...{ by: session.email, approvedAt: now, attempts: 0, state: { is: "approved", sendAt: now } },
    };
    await table.commit([{ put: replyRow(edit), if: "absent" }]);
    const job = { workspaceId: table.workspaceId, conversationId: id, replyId: editId };
    await send(ports, "deliver", [{ job }]);
    return showReply(reply, { edits: [...edits, edit], connector });
  },
};
