import type { ConversationView, ReplyView } from "@otklik/core/api/views";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { newReplyId } from "../../drafts/reply-id.ts";
import { explain } from "../../explain.ts";
import { sentence } from "../../in-tongue.ts";
import { Button } from "../../parts/button.tsx";
import { fieldLook } from "../../parts/field.tsx";
import { conversationQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";

/** Another text in the place of a published reply, as often as the network allows, and how that goes. */
export function EditReply({ reply, conversation }: { reply: ReplyView; conversation: ConversationView }) {
  const speech = useSpeech();
  const { editing } = speech.words.conversation;
  const [draft, setDraft] = useState<{ id: string; text: string } | null>(null);
  const { edit, editsLeft } = reply;
  const isUnderway = edit !== undefined && edit.state !== "returned";
  if (draft) return <Form {...{ reply, conversation, draft, setDraft }} />;
  return (
    <>
      {edit && (
        <p className={`mt-1 text-sm ${edit.state === "returned" ? "text-urgent" : "text-ink-soft"}`}>
          {editing[edit.state]}
          {edit.why && `. ${sentence(edit.why, speech)}`}
        </p>
      )}
      {editsLeft !== undefined && !isUnderway && (
        <Button
          look="quiet"
          className="mt-1 -ml-2"
          onClick={() => setDraft({ id: newReplyId(), text: edit?.text ?? reply.text })}
        >
          {editsLeft === "any" ? editing.edit : editing.editLeft(editsLeft)}
        </Button>
      )}
    </>
  );
}

interface FormProps {
  reply: ReplyView;
  conversation: ConversationView;
  draft: { id: string; text: string };
  setDraft(draft: { id: string; text: string } | null): void;
}

function Form({ reply, conversation, draft, setDraft }: FormProps) {
  const speech = useSpeech();
  const { editing } = speech.words.conversation;
  const client = useQueryClient();
  const { id } = conversation;
  const send = useMutation({
    mutationFn: () =>
      call("POST /api/conversations/:id/replies/:reply/edit", {
        ...{ id, reply: reply.id, edit: draft.id, text: draft.text },
      }),
    onSuccess: () => setDraft(null),
    onSettled: () => client.invalidateQueries({ queryKey: conversationQuery(id).queryKey }),
  });
  const isSame = draft.text.trim() === reply.text.trim() || draft.text.trim() === "";
  return (
    <form
      className="mt-2"
      onSubmit={(submit) => {
        submit.preventDefault();
        if (!isSame) send.mutate();
      }}
    >
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it stands where the button was that opened it
        autoFocus
        aria-label={editing.edit}
        rows={4}
        value={draft.text}
        onChange={({ target }) => setDraft({ ...draft, text: target.value })}
        onKeyDown={(key) => {
          key.stopPropagation();
          if (key.key === "Escape") setDraft(null);
        }}
        className={fieldLook}
      />
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button type="submit" disabled={send.isPending || isSame}>
          {editing.save}
        </Button>
        <Button look="quiet" onClick={() => setDraft(null)}>
          {editing.cancel}
        </Button>
        {send.error && (
          <p role="alert" className="text-sm text-urgent">
            {explain(send.error, speech)}
          </p>
        )}
      </div>
    </form>
  );
}
