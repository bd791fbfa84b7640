// What a person says of a reply whose fate nobody else knows: whether it stands there.
import type { Conversation } from "../../conversation/conversation.ts";
import { changeConversation } from "../../conversation/conversation-store.ts";
import { Refusal } from "../../errors.ts";
import { mayBeSettled, type Reply, type ReplyState } from "../../reply/reply.ts";
import { getReply, replyRow } from "../../reply/reply-store.ts";
import type { Said } from "../../said.ts";
import type { ScopedTable } from "../../table-scope.ts";
import type { Handlers } from "../context.ts";
import { showReply } from "../show.ts";

const notThere: Said = {
  ru: "Человек посмотрел: ответа там нет.",
  en: "A person looked and it does not stand there.",
};

/** Opens the conversation and says why; what it returns leaves it as it was, unless more has changed there since. */
async function openAsNotThere(table: ScopedTable, id: string): Promise<() => Promise<unknown>> {
  let before: Conversation | null = null;
  await changeConversation(table, id, (conversation) => {
    before = conversation;
    return { ...conversation, status: { is: "open" }, returned: notThere };
  });
  return () =>
    changeConversation(table, id, ({ status, returned }) =>
      status.is === "open" && typeof returned === "object" && returned.en === notThere.en ? before : null,
    );
}

export const settle: Handlers<"POST /api/conversations/:id/replies/:reply/settle"> = {
  async "POST /api/conversations/:id/replies/:reply/settle"(
    { id, reply: replyId, stands: there },
    { table, ports },
  ) {
    const read = (await getReply(table, id, replyId)) ?? (await getReply(table, id, replyId, "edit"));
    if (!read || !mayBeSettled(read.state))
      throw new Refusal("conflict", {
        ru: "Судьба этого ответа уже известна.",
        en: "This reply's outcome is known by now.",
      });
    const { version, ...reply } = read;
    const at = ports.now();
    const state: ReplyState = there ? { is: "published", at } : { is: "returned", why: notThere, at };
    const next: Reply = { ...reply, state };
    // First of all: once its outcome is known nobody asks for it again, and a worker may die between the two.
    const opens = !there && reply.replaces === undefined;
    const leaveAsItWas = opens ? await openAsNotThere(table, id) : undefined;
    const [outcome] = await table.commit([{ put: replyRow(next), if: { version } }]);
    if (!outcome?.done) {
      await leaveAsItWas?.();
      throw new Refusal("conflict", {
        ru: "Судьба этого ответа только что выяснилась.",
        en: "This reply's outcome has just become known.",
      });
    }
    return showReply(next);
  },
};
