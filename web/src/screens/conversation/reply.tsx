import type { ConversationView, ReplyView } from "@otklik/core/api/views";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { call } from "../../api.ts";
import { useNow } from "../../clock.ts";
import { explain } from "../../explain.ts";
import { sentence } from "../../in-tongue.ts";
import { Button } from "../../parts/button.tsx";
import { Outward } from "../../parts/outward.tsx";
import { When } from "../../parts/when.tsx";
import { conversationQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";
import { EditReply } from "./edit-reply.tsx";

/** An answer that stands under the mention, or is on its way there. */
export function Reply({ reply, conversation }: { reply: ReplyView; conversation: ConversationView }) {
  const speech = useSpeech();
  const { words } = speech;
  const isTroubled = reply.state === "returned" || reply.state === "unknown";
  return (
    <Answer
      head={
        <>
          {words.conversation.ourReply}
          {reply.by && <span className="truncate">{reply.by}</span>}
        </>
      }
      text={reply.text}
    >
      <p className={`mt-1 text-sm ${isTroubled ? "text-urgent" : "text-ink-soft"}`}>
        <ReplyState reply={reply} />
        {reply.state === "returned" && reply.why && `. ${sentence(reply.why, speech)}`}
      </p>
      <EditReply reply={reply} conversation={conversation} />
      {(reply.state === "unknown" || reply.state === "by-hand") && (
        <Settle reply={reply} conversation={conversation} />
      )}
    </Answer>
  );
}

/** The brand's answer as it stands on the network, given there. */
export function OwnerReply({ text, postedAt }: { text: string; postedAt?: string | undefined }) {
  const { words } = useSpeech();
  return (
    <Answer
      head={
        <>
          {words.conversation.ownerReply}
          {postedAt && <When at={postedAt} />}
        </>
      }
      text={text}
    />
  );
}

function Answer({ head, text, children }: { head: ReactNode; text: string; children?: ReactNode }) {
  return (
    <article className="max-w-[70ch] border-l-2 border-accent pl-4">
      <h2 className="flex flex-wrap gap-x-2.5 text-sm font-normal text-ink-soft">{head}</h2>
      <p className="mt-1 whitespace-pre-wrap">{text}</p>
      {children}
    </article>
  );
}

function ReplyState({ reply }: { reply: ReplyView }) {
  const { words, formats } = useSpeech();
  const now = useNow("second");
  const states = words.conversation.reply;
  const at = formats.relative(new Date(reply.at ?? reply.approvedAt), now);
  switch (reply.state) {
    case "published":
      return reply.reached ? `${states.published(at)}, ${states[reply.reached]}` : states.published(at);
    case "by-hand":
      return states["by-hand"](at);
    case "approved": {
      const seconds = Math.ceil((Date.parse(reply.sendAt ?? reply.approvedAt) - now.getTime()) / 1000);
      return seconds > 0 ? states.approvedIn(formats.number(seconds)) : states.approved;
    }
    default:
      return states[reply.state];
  }
}

/** The network gave no answer, or takes none from us: a person who looks there can tell. */
function Settle({
  reply,
  conversation: { id, mentions },
}: {
  reply: ReplyView;
  conversation: ConversationView;
}) {
  const speech = useSpeech();
  const { conversation } = speech.words;
  const client = useQueryClient();
  const settle = useMutation({
    mutationFn: (stands: boolean) =>
      call("POST /api/conversations/:id/replies/:reply/settle", { id, reply: reply.id, stands }),
    onSettled: () => client.invalidateQueries({ queryKey: conversationQuery(id).queryKey }),
  });
  const url = mentions.at(-1)?.url;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      {url && <Outward url={url}>{conversation.openThere}</Outward>}
      <Button disabled={settle.isPending} onClick={() => settle.mutate(true)}>
        {conversation.settle.stands}
      </Button>
      <Button disabled={settle.isPending} onClick={() => settle.mutate(false)}>
        {conversation.settle.absent}
      </Button>
      {settle.error && <p className="text-urgent">{explain(settle.error, speech)}</p>}
    </div>
  );
}
