import type { ConversationView, MentionView, ReplyView } from "@otklik/core/api/views";
import { useQueryClient } from "@tanstack/react-query";
import { ApiError, call } from "../../api.ts";
import { forgetDraft, keepDraft } from "../../drafts/draft-store.ts";
import { newReplyId } from "../../drafts/reply-id.ts";
import { announceRestored } from "../../drafts/restored.ts";
import { explain } from "../../explain.ts";
import { paled, putBack, relabelled, without } from "../../inbox/cards.ts";
import type { ListedCards } from "../../inbox/use-cards.ts";
import { type Correction, predicted, takenBack } from "../../label/correction.ts";
import { dismiss, say } from "../../notices.ts";
import { conversationQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";
import { useWorkspace } from "../../workspace.tsx";
import type { Selection } from "./use-selection.ts";

/** What a person does with a conversation. All of it shows at once, and is taken back where the server refuses. */
export interface Actions {
  /** `ready`: the last save of the draft has ended, so that it cannot come in behind the reply. */
  send(written: Written, then: "next" | "stay"): void;
  markAnswered(written: Written): void;
  close(id: string): void;
  snooze(id: string, until: Date): void;
  reopen(id: string): void;
  /** A person's word on a mention of a conversation, against the model's. */
  correct(conversation: ConversationView, given: { mention: MentionView; change: Correction }): void;
}

/** A text for a conversation. */
export interface Written {
  conversation: ConversationView;
  text: string;
  ready: Promise<void>;
}

/** How long closing and snoozing can be undone, in ms. */
const undoMs = 10_000;

export function useActions(list: ListedCards, selection: Selection): Actions {
  const client = useQueryClient();
  const speech = useSpeech();
  const { me } = useWorkspace();
  const { composer, actions } = speech.words;

  const changed = (id: string) => {
    void client.invalidateQueries({ queryKey: conversationQuery(id).queryKey });
    void client.invalidateQueries({ queryKey: ["counts"] });
    client.removeQueries({ queryKey: ["cards"], type: "inactive" });
  };
  const patch = (id: string, next: (conversation: ConversationView) => ConversationView) =>
    client.setQueryData(conversationQuery(id).queryKey, (known) => known && next(known));

  /** Takes a card out of the list, or pales it; what it gives back puts it there again. */
  const takeOut = (id: string, stays = false) => {
    const index = list.cards?.shown.findIndex((card) => card.id === id) ?? -1;
    const card = list.cards?.shown[index];
    list.change((cards) => (stays ? paled(cards, id, Date.now()) : without(cards, id, Date.now())));
    return () => {
      list.change((cards) => {
        const left = new Set(cards.left);
        left.delete(id);
        return card ? { ...putBack(cards, card, index), left } : cards;
      });
      changed(id);
    };
  };

  /** A verb without a text: the card leaves, the next one opens, and for a while it can be undone. */
  const leave = (id: string, did: string, request: () => Promise<unknown>) => {
    selection.advance();
    const back = takeOut(id);
    const asked = request();
    const undo = async () => {
      try {
        await asked;
        await call("POST /api/conversations/:id/reopen", { id });
        back();
        selection.select(id);
      } catch (error) {
        say({ text: composer.notDone(explain(error, speech)) });
      }
    };
    const told = say({ text: did, until: Date.now() + undoMs, undo: () => void undo() });
    asked.then(
      () => changed(id),
      (error: unknown) => {
        dismiss(told);
        back();
        say({ text: composer.notDone(explain(error, speech)) });
      },
    );
  };

  const deliver = (
    { conversation, text, ready }: Written,
    { stays, did, undoSeconds, state, route }: Delivery,
  ) => {
    const { id } = conversation;
    const reply = newReplyId();
    const now = Date.now();
    const at = new Date(now).toISOString();
    const sendAt = new Date(now + undoSeconds * 1000).toISOString();
    if (!stays) selection.advance();
    const back = takeOut(id, stays);
    patch(id, (known) => ({
      ...known,
      status: { is: "answered", at },
      draft: null,
      replies: [...known.replies, { id: reply, text, by: "", approvedAt: at, at, state, sendAt }],
    }));
    forgetDraft(localStorage, id);
    const restore = () => {
      keepDraft(localStorage, id, { text, version: conversation.draft?.version ?? 0 });
      patch(id, (known) => ({ ...conversation, mentions: known.mentions }));
      announceRestored(id);
      back();
    };
    const posted = ready.then(() => call(route, { id, reply, text }, { last: true }));
    const undo = async () => {
      try {
        await posted;
        await call("POST /api/conversations/:id/replies/:reply/undo", { id, reply });
        say({ text: composer.undone });
        await client.fetchQuery({ ...conversationQuery(id), staleTime: 0 }).catch(restore);
        announceRestored(id);
        back();
        selection.select(id);
      } catch (error) {
        changed(id);
        const isOut = error instanceof ApiError && error.code === "conflict";
        say({ text: isOut ? composer.tooLateToUndo : composer.notDone(explain(error, speech)) });
      }
    };
    const told = say({
      text: did,
      ...(undoSeconds > 0 ? { until: now + undoSeconds * 1000, undo: () => void undo() } : {}),
    });
    posted.then(
      () => changed(id),
      (error: unknown) => {
        dismiss(told);
        restore();
        say({
          text: composer.notSent(explain(error, speech)),
          until: Date.now() + 60_000,
          action: { label: actions.open, run: () => selection.select(id) },
        });
      },
    );
  };

  /** Shows another label wherever it stands: in the conversation, and in the list where that shows this mention. */
  const relabel = (conversation: ConversationView, mentionId: string, label: MentionView["label"]) => {
    patch(conversation.id, (known) => ({
      ...known,
      mentions: known.mentions.map((one) => (one.id === mentionId ? { ...one, label } : one)),
    }));
    const shown =
      conversation.mentions.find(({ id }) => id === conversation.id) ?? conversation.mentions.at(-1);
    if (shown?.id === mentionId) list.change((cards) => relabelled(cards, conversation.id, label));
  };

  const correct: Actions["correct"] = (conversation, { mention, change }) => {
    const { id } = conversation;
    const route = "PUT /api/mentions/:id/label";
    const ids = { id: mention.id, conversation: id };
    const at = new Date().toISOString();
    relabel(conversation, mention.id, predicted(mention.label, change, { by: me.email, at }));
    const asked = call(route, { ...ids, ...change });
    const settled = (label: MentionView["label"]) => {
      relabel(conversation, mention.id, label);
      changed(id);
      void client.invalidateQueries({ queryKey: ["report"] });
    };
    const undo = async () => {
      try {
        await asked;
        relabel(conversation, mention.id, mention.label);
        settled(await call(route, { ...ids, ...takenBack(mention.label, change) }));
      } catch (error) {
        changed(id);
        say({ text: composer.notDone(explain(error, speech)) });
      }
    };
    const told = say({
      text: speech.words.conversation.label.done,
      until: Date.now() + undoMs,
      undo: () => void undo(),
    });
    asked.then(settled, (error: unknown) => {
      dismiss(told);
      relabel(conversation, mention.id, mention.label);
      say({ text: composer.notDone(explain(error, speech)) });
    });
  };

  return {
    send: (written, then) =>
      deliver(written, {
        stays: then === "stay",
        did: composer.sent,
        undoSeconds: written.conversation.undoSeconds,
        state: "approved",
        route: "POST /api/conversations/:id/replies",
      }),
    markAnswered: (written) =>
      deliver(written, {
        stays: false,
        did: composer.marked,
        undoSeconds: undoMs / 1000,
        state: "by-hand",
        route: "POST /api/conversations/:id/answered",
      }),
    close: (id) => leave(id, composer.closed, () => call("POST /api/conversations/:id/close", { id })),
    snooze: (id, until) =>
      leave(id, composer.snoozed, () =>
        call("POST /api/conversations/:id/snooze", { id, until: until.toISOString() }),
      ),
    correct,
    reopen: (id) => {
      call("POST /api/conversations/:id/reopen", { id }).then(
        () => {
          changed(id);
          say({ text: composer.reopened });
        },
        (error: unknown) => say({ text: composer.notDone(explain(error, speech)) }),
      );
    },
  };
}

interface Delivery {
  stays: boolean;
  did: string;
  undoSeconds: number;
  state: ReplyView["state"];
  route: "POST /api/conversations/:id/replies" | "POST /api/conversations/:id/answered";
}
