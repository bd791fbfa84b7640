import type { ConversationView } from "@otklik/core/api/views";
import { lintReply, maySend } from "@otklik/lint";
import { type Ref, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import { useCommands } from "../../commands/commands.ts";
import { say } from "../../notices.ts";
import { isPage } from "../../parts/outward.tsx";
import { useSpeech } from "../../speech.tsx";
import type { Written } from "../inbox/use-actions.ts";
import { ComposerNote } from "./composer-note.tsx";
import { ComposerVerbs } from "./composer-verbs.tsx";
import { DraftConflict } from "./draft-conflict.tsx";
import { TemplatePicker } from "./template-picker.tsx";
import { useDraft } from "./use-draft.ts";
import { usePicker } from "./use-picker.ts";
import { useSendKeys } from "./use-send-keys.ts";

export interface ComposerHandle {
  focus(): void;
}

interface ComposerProps {
  conversation: ConversationView;
  onSend(written: Written, then: "next" | "stay"): void;
  onMarkAnswered(written: Written): void;
  /** On a telephone the composer is a sheet that can be put away. */
  onPutAway?: (() => void) | undefined;
  onLeave(): void;
  ref: Ref<ComposerHandle>;
}

/** Where an answer is written. Enter is a new line; Ctrl or ⌘ with it sends. */
export function Composer({ conversation, onSend, onMarkAnswered, onPutAway, onLeave, ref }: ComposerProps) {
  const { words } = useSpeech();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(conversation);
  const [hasTried, setTried] = useState(false);
  /** For a network that takes no reply from us: the text is on its way there by hand. */
  const [isCopied, setCopied] = useState(false);
  const { canReply, replyRules } = conversation;
  const url = conversation.mentions.at(-1)?.url ?? "";
  const findings = lintReply({ text: draft.text, rules: replyRules });
  const mayGo = maySend(findings);

  const put = (text: string, caret: number) => {
    draft.write(text);
    caretWanted.current = caret;
  };
  const caretWanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caretWanted.current === null) return;
    area.current?.setSelectionRange(caretWanted.current, caretWanted.current);
    caretWanted.current = null;
  });
  const picker = usePicker({ area, text: draft.text, conversation, put });

  useImperativeHandle(ref, () => ({
    focus() {
      area.current?.focus();
      area.current?.setSelectionRange(draft.text.length, draft.text.length);
    },
  }));

  const written = (): Written => ({ conversation, text: draft.text.trim(), ready: draft.letGo() });
  const send = (then: "next" | "stay") => {
    setTried(true);
    if (!mayGo) return area.current?.focus();
    setTried(false);
    if (canReply) onSend(written(), then);
    else if (isCopied) onMarkAnswered(written());
    else copyAndOpen();
  };
  const copyAndOpen = () => {
    setCopied(true);
    navigator.clipboard.writeText(draft.text.trim()).then(
      () => say({ text: words.composer.copied }),
      () => say({ text: words.composer.copyFailed }),
    );
    if (isPage(url)) window.open(url, "_blank", "noopener");
  };

  useSendKeys(area, send);
  useCommands({
    sendAndNext: () => send("next"),
    sendAndStay: () => send("stay"),
    insertTemplate: () => picker.ask(),
  });

  return (
    <section
      aria-label={words.composer.label}
      className="relative shrink-0 border-t border-line bg-surface has-[textarea:focus]:border-accent has-[textarea:focus]:shadow-[inset_0_1px_var(--color-accent)] max-wide:pb-[env(safe-area-inset-bottom)]"
    >
      <DraftConflict draft={draft} />
      <TemplatePicker picker={picker} id={id} />
      <textarea
        ref={area}
        lang={languageOf(conversation)}
        aria-label={words.composer.label}
        aria-describedby={`${id}-note`}
        aria-controls={picker.isOpen ? `${id}-templates` : undefined}
        aria-activedescendant={picker.isOpen && picker.chosen ? `${id}-${picker.chosen.id}` : undefined}
        placeholder={canReply ? words.composer.hint : words.composer.byHandHint}
        value={draft.text}
        rows={3}
        onChange={(change) => {
          draft.write(change.target.value);
          picker.look(change.target.value, change.target.selectionStart);
        }}
        onSelect={() => picker.look(draft.text, area.current?.selectionStart ?? 0)}
        onBlur={picker.close}
        onKeyDown={(press) => {
          if (picker.press(press.key)) {
            press.preventDefault();
            press.stopPropagation();
          } else if (press.key === "Escape") {
            press.stopPropagation();
            onLeave();
          }
        }}
        className="field-sizing-content block max-h-[38dvh] min-h-24 w-full resize-none px-5 pt-3 pb-1 text-base outline-none"
      />
      <div className="flex flex-wrap items-center gap-2 px-3 pt-1 pb-3">
        <ComposerNote
          id={`${id}-note`}
          draft={draft}
          findings={findings}
          rules={replyRules}
          isInsistent={hasTried}
        />
        <ComposerVerbs
          canReply={canReply}
          hasPage={isPage(url)}
          mayGo={mayGo}
          isCopied={isCopied}
          onTemplates={picker.ask}
          onSend={() => send("next")}
          onCopy={copyAndOpen}
          onMarkAnswered={() => onMarkAnswered(written())}
          onPutAway={onPutAway}
        />
      </div>
    </section>
  );
}

/** The customer's language, which the answer should be in. */
const languageOf = ({ mentions }: ConversationView): string | undefined => {
  const language = mentions.at(-1)?.label.language;
  return language === "und" ? undefined : language;
};
