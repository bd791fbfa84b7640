import type { ConversationView, MentionView } from "@otklik/core/api/views";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, Suspense, useState } from "react";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import type { Correction } from "../../label/correction.ts";
import { lazily } from "../../lazily.ts";
import { OutwardIcon } from "../../parts/outward.tsx";
import { Stars } from "../../parts/stars.tsx";
import { When } from "../../parts/when.tsx";
import { useSpeech } from "../../speech.tsx";
import { LabelLine } from "./label-line.tsx";
import { Marked } from "./marked.tsx";
import { Media } from "./media.tsx";

// Asked for at once, so that keys pressed right after the one that opens it are not lost.
const editor = import("./label-editor.tsx");
const LabelEditor = lazily(() => editor.then((m) => m.LabelEditor));

interface MentionProps {
  mention: MentionView;
  conversation: ConversationView;
  isLabelOpen: boolean;
  /** Opens the label for correction, or puts it away. */
  onLabel(isOpen: boolean): void;
  onCorrect(change: Correction): void;
}

/** What a customer said: the largest text on the screen, in its own language. */
export function Mention({ mention, conversation, isLabelOpen, onLabel, onCorrect }: MentionProps) {
  const { words } = useSpeech();
  const [lit, setLit] = useState<readonly string[]>([]);
  const { author, product, label, ownerReply: _, ...said } = mention;
  const lang = label.language === "und" ? undefined : label.language;
  const about = [product?.name, said.location].filter(Boolean).join(", ");
  return (
    <article className="max-w-[70ch]">
      <header className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
        <h2 className="min-w-0 font-semibold break-words">{author.name ?? words.labels.anonymous}</h2>
        {said.rating && <Stars rating={said.rating} />}
        <span className="text-sm text-ink-soft">
          <When at={said.postedAt} />
          {said.editedAt && <Edited at={said.editedAt} />}
        </span>
        <OutwardIcon url={said.url} label={words.conversation.openThere} />
      </header>
      {about && <p className="text-sm text-ink-soft">{about}</p>}
      {said.removed && <p className="mt-1 text-sm text-urgent">{words.conversation.removed}</p>}
      <div lang={lang} className="mt-3 flex flex-col gap-3 text-lg">
        {said.title && (
          <p className="font-semibold">
            <Marked text={said.title} field="title" label={label} lit={lit} />
          </p>
        )}
        <Text mention={mention} conversationId={conversation.id} lit={lit} />
        {(["pros", "cons"] as const).map((field) => {
          const text = said[field];
          return (
            text && (
              <Part key={field} name={words.conversation.stage[field]}>
                <Marked text={text} field={field} label={label} lit={lit} />
              </Part>
            )
          );
        })}
      </div>
      <Media media={said.media} />
      {isLabelOpen ? (
        <Suspense fallback={null}>
          <LabelEditor
            label={label}
            topics={conversation.offeredTopics}
            topicTitles={conversation.topicTitles}
            onLight={setLit}
            onSave={onCorrect}
            onClose={() => onLabel(false)}
          />
        </Suspense>
      ) : (
        <LabelLine
          mention={mention}
          topicTitles={conversation.topicTitles}
          onLight={setLit}
          onEdit={() => onLabel(true)}
          hasKey={conversation.mentions.at(-1)?.id === mention.id}
        />
      )}
    </article>
  );
}

function Edited({ at }: { at: string }) {
  const { words, formats } = useSpeech();
  const date = new Date(at);
  return (
    <span title={formats.exact(date)}>, {words.conversation.edited(formats.relative(date, new Date()))}</span>
  );
}

function Text({
  mention,
  conversationId,
  lit,
}: {
  mention: MentionView;
  conversationId: string;
  lit: readonly string[];
}) {
  const speech = useSpeech();
  const { words } = speech;
  const whole = useMutation({
    mutationFn: () => call("GET /api/mentions/:id/text", { id: mention.id, conversation: conversationId }),
  });
  const text = whole.data?.text ?? mention.text;
  if (text === "") return null;
  return (
    <>
      <p className="whitespace-pre-wrap">
        <Marked text={text} field="text" label={mention.label} lit={lit} />
      </p>
      {mention.cut && !whole.data && (
        <button
          type="button"
          onClick={() => whole.mutate()}
          className="min-h-8 self-start text-base text-accent underline underline-offset-2"
        >
          {words.conversation.wholeText}
        </button>
      )}
      {whole.error && <p className="text-base text-urgent">{explain(whole.error, speech)}</p>}
    </>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  const { language } = useSpeech();
  return (
    <div>
      <p lang={language} className="text-sm text-ink-soft">
        {name}
      </p>
      <p className="whitespace-pre-wrap">{children}</p>
    </div>
  );
}
