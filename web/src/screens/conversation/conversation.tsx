import type { ConversationView } from "@otklik/core/api/views";
import { useQuery } from "@tanstack/react-query";
import { type RefObject, Suspense, useLayoutEffect, useRef, useState } from "react";
import { ApiError } from "../../api.ts";
import { useCommands } from "../../commands/commands.ts";
import { sentence } from "../../in-tongue.ts";
import { snoozeUntil } from "../../inbox/snooze-times.ts";
import { lazily } from "../../lazily.ts";
import { useIsFull } from "../../media.ts";
import { Button, IconButton } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Empty, Failed, Skeleton } from "../../parts/faces.tsx";
import { prefer, usePreferences } from "../../preferences.ts";
import { conversationQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";
import type { Actions } from "../inbox/use-actions.ts";
import { Composer, type ComposerHandle } from "./composer.tsx";
import { ConversationHead, type ConversationVerbs } from "./conversation-head.tsx";
import { Mention } from "./mention.tsx";
import { OwnerReply, Reply } from "./reply.tsx";
import { threadOf } from "./thread.ts";

const Facts = lazily(() => import("./facts.tsx").then((m) => m.Facts));

export interface Wanted {
  id: string;
  verb: "reply" | "label";
}

interface ConversationProps {
  id: string;
  isWide: boolean;
  /** Another one is chosen by now; keys are no longer meant for this one. */
  isBehind: boolean;
  /** What was asked of a conversation before it could be shown. */
  wants: RefObject<Wanted | null>;
  actions: Actions;
  onNext(): void;
  onBack(): void;
}

/** One conversation, with the composer below it. */
export function Conversation({ id, wants, ...rest }: ConversationProps) {
  const { words } = useSpeech();
  const query = useQuery(conversationQuery(id));
  if (query.data) return <Opened key={id} conversation={query.data} wants={wants} {...rest} />;
  const isMissing = query.error instanceof ApiError && query.error.code === "not-found";
  return (
    <div className="min-w-0 flex-1">
      {!rest.isWide && (
        <header className="border-b border-line p-2">
          <h1 className="sr-only">{words.conversation.region}</h1>
          <IconButton icon="back" label={words.actions.back} onClick={rest.onBack} />
        </header>
      )}
      {query.isPending ? (
        <Skeleton rows={3} className="h-24" />
      ) : isMissing ? (
        <Empty>{words.conversation.missing}</Empty>
      ) : (
        <Failed what={words.conversation.failed} error={query.error} retry={() => query.refetch()} />
      )}
    </div>
  );
}

function Opened({
  conversation,
  isWide,
  isBehind,
  wants,
  actions,
  onNext,
  onBack,
}: Omit<ConversationProps, "id"> & { conversation: ConversationView }) {
  const { words } = useSpeech();
  const { factsOpen } = usePreferences();
  const isFull = useIsFull();
  const { id } = conversation;
  const composer = useRef<ComposerHandle>(null);
  const snoozeButton = useRef<HTMLButtonElement>(null);
  const [isWriting, setWriting] = useState(false);
  const latestId = conversation.mentions.at(-1)?.id;
  /** The mention whose label is being corrected. */
  const [labelledId, setLabelledId] = useState<string>();
  const [isSheetOpen, setSheetOpen] = useState(false);
  const takesReply = mayBeAnswered(conversation);
  const isOpen = conversation.status.is === "open" || conversation.status.is === "outdated";
  const verbs: ConversationVerbs = {
    close: () => actions.close(id),
    reopen: () => actions.reopen(id),
    snooze: (choice) => actions.snooze(id, snoozeUntil(choice, new Date())),
    next: onNext,
    back: onBack,
    facts: () => (isFull ? prefer({ factsOpen: !factsOpen }) : setSheetOpen(true)),
  };
  const reply = () => {
    setWriting(true);
    // after the sheet has opened on a telephone
    requestAnimationFrame(() => composer.current?.focus());
  };
  const openLabel = () => setLabelledId(latestId);
  // Once it stands there and not as it is begun: a key may fall while it is being drawn.
  useLayoutEffect(() => {
    if (wants.current?.id !== id) return;
    const { verb } = wants.current;
    wants.current = null;
    if (verb === "label") openLabel();
    else if (takesReply) reply();
  });
  useCommands({
    reply: takesReply && !isBehind ? reply : undefined,
    close: isOpen && !isBehind ? verbs.close : undefined,
    snooze: isOpen && !isBehind ? () => snoozeButton.current?.click() : undefined,
    label: !isBehind && latestId ? openLabel : undefined,
    facts: verbs.facts,
  });
  return (
    <>
      <div className="@container flex min-w-0 flex-1 flex-col">
        {!isWide && <h1 className="sr-only">{words.conversation.region}</h1>}
        <ConversationHead
          conversation={conversation}
          verbs={verbs}
          isWide={isWide}
          isFactsOpen={isFull && factsOpen}
          snoozeButton={snoozeButton}
        />
        <Thread
          conversation={conversation}
          labelledId={labelledId}
          onLabel={setLabelledId}
          onCorrect={actions.correct}
        />
        {takesReply && (isWide || isWriting) && (
          <Composer
            ref={composer}
            conversation={conversation}
            onSend={actions.send}
            onMarkAnswered={actions.markAnswered}
            onPutAway={isWide ? undefined : () => setWriting(false)}
            onLeave={onBack}
          />
        )}
        {!isWide && !(takesReply && isWriting) && (
          <div className="grid grid-cols-3 gap-2 border-t border-line p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
            <Button className="min-h-11" disabled={!isOpen} onClick={verbs.close}>
              {words.actions.close}
            </Button>
            <Button className="min-h-11" onClick={verbs.next}>
              {words.actions.next}
            </Button>
            <Button look="primary" className="min-h-11" disabled={!takesReply} onClick={reply}>
              {words.actions.reply}
            </Button>
          </div>
        )}
      </div>
      <Suspense fallback={null}>
        {isFull && factsOpen && (
          <aside
            aria-label={words.conversation.facts.title}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            className="w-64 shrink-0 overflow-y-auto border-l border-line bg-ground"
          >
            <Facts conversation={conversation} />
          </aside>
        )}
        {!isFull && isSheetOpen && (
          <Dialog title={words.conversation.facts.title} onClose={() => setSheetOpen(false)} isForReading>
            <Facts conversation={conversation} />
          </Dialog>
        )}
      </Suspense>
    </>
  );
}

/** A review or a question holds one answer, a chat holds many; what was removed holds none. */
function mayBeAnswered({ status, mentions }: ConversationView): boolean {
  if (status.is === "gone") return false;
  return status.is !== "answered" || mentions.at(-1)?.kind === "message";
}

interface ThreadProps {
  conversation: ConversationView;
  labelledId: string | undefined;
  onLabel(mentionId: string | undefined): void;
  onCorrect: Actions["correct"];
}

function Thread({ conversation, labelledId, onLabel, onCorrect }: ThreadProps) {
  const speech = useSpeech();
  const { words } = speech;
  return (
    <section
      id="thread"
      aria-label={words.conversation.region}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="flex min-h-0 flex-1 flex-col gap-6 overflow-y-auto px-5 py-5 -outline-offset-2"
    >
      {conversation.returned !== undefined && (
        <p role="alert" className="max-w-[70ch] border-l-2 border-urgent bg-urgent-wash px-4 py-2">
          {words.conversation.returnedBecause(sentence(conversation.returned, speech))}
        </p>
      )}
      {threadOf(conversation).map((said) => {
        if (said.is === "mention")
          return (
            <Mention
              key={said.mention.id}
              mention={said.mention}
              conversation={conversation}
              isLabelOpen={said.mention.id === labelledId}
              onLabel={(isOpen) => onLabel(isOpen ? said.mention.id : undefined)}
              onCorrect={(change) => onCorrect(conversation, { mention: said.mention, change })}
            />
          );
        if (said.is === "reply")
          return <Reply key={said.reply.id} reply={said.reply} conversation={conversation} />;
        return <OwnerReply key={`answer to ${said.id}`} text={said.text} postedAt={said.postedAt} />;
      })}
    </section>
  );
}
