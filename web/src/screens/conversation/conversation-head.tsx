import type { ConversationView } from "@otklik/core/api/views";
import { type Ref, useRef } from "react";
import { type SnoozeChoice, snoozeChoices } from "../../inbox/snooze-times.ts";
import { Button, IconButton } from "../../parts/button.tsx";
import { useSpeech } from "../../speech.tsx";
import { PlaceLine } from "./place-line.tsx";

export interface ConversationVerbs {
  close(): void;
  reopen(): void;
  snooze(choice: SnoozeChoice): void;
  next(): void;
  back(): void;
  facts(): void;
}

interface ConversationHeadProps {
  conversation: ConversationView;
  verbs: ConversationVerbs;
  isWide: boolean;
  isFactsOpen: boolean;
  snoozeButton: Ref<HTMLButtonElement>;
}

/** The line over a conversation: where it stands, and what may be done beside answering. */
export function ConversationHead({
  conversation,
  verbs,
  isWide,
  isFactsOpen,
  snoozeButton,
}: ConversationHeadProps) {
  const { words } = useSpeech();
  const isOpen = conversation.status.is === "open" || conversation.status.is === "outdated";
  return (
    <header className="flex min-h-12 shrink-0 items-center gap-1 border-b border-line pr-2 pl-5 max-wide:pl-2">
      {!isWide && <IconButton icon="back" label={words.actions.back} onClick={verbs.back} />}
      <div className="min-w-0 flex-1">
        <PlaceLine conversation={conversation} />
      </div>
      {isWide && isOpen && (
        <Button look="quiet" hotkey="e" onClick={verbs.close}>
          {words.actions.close}
        </Button>
      )}
      {!isOpen && (
        <Button look="quiet" onClick={verbs.reopen}>
          {words.actions.reopen}
        </Button>
      )}
      {isOpen && <SnoozeMenu isWide={isWide} onChoose={verbs.snooze} button={snoozeButton} />}
      {isWide && (
        <Button look="quiet" hotkey="j" onClick={verbs.next}>
          {words.actions.next}
        </Button>
      )}
      <IconButton
        icon="facts"
        label={`${words.actions.facts} (i)`}
        aria-pressed={isFactsOpen}
        className={isFactsOpen ? "bg-wash text-ink" : ""}
        onClick={verbs.facts}
      />
    </header>
  );
}

/** The browser's own popover: it closes by Esc and by a click beside it. */
function SnoozeMenu({
  isWide,
  onChoose,
  button,
}: {
  isWide: boolean;
  onChoose(choice: SnoozeChoice): void;
  button: Ref<HTMLButtonElement>;
}) {
  const { words } = useSpeech();
  const menu = useRef<HTMLUListElement>(null);
  return (
    <div className="relative">
      {isWide ? (
        <Button
          ref={button}
          look="quiet"
          hotkey="h"
          popoverTarget="snooze-menu"
          className="[anchor-name:--snooze]"
        >
          {words.actions.snooze}
        </Button>
      ) : (
        <IconButton
          ref={button}
          icon="snoozed"
          label={words.actions.snooze}
          popoverTarget="snooze-menu"
          className="[anchor-name:--snooze]"
        />
      )}
      <ul
        id="snooze-menu"
        ref={menu}
        popover="auto"
        aria-label={words.conversation.snoozeMenu}
        className="fixed inset-auto top-[calc(anchor(bottom)+4px)] right-[anchor(right)] m-0 w-64 rounded-lg border border-line bg-raised p-1 text-ink shadow-float [position-anchor:--snooze]"
        onToggle={(toggle) => {
          if (toggle.newState === "open") menu.current?.querySelector("button")?.focus();
        }}
      >
        {snoozeChoices.map((choice, index) => (
          <li key={choice}>
            <button
              type="button"
              onClick={() => {
                menu.current?.hidePopover();
                onChoose(choice);
              }}
              onKeyDown={(press) => {
                const steps = press.key === "ArrowDown" ? 1 : press.key === "ArrowUp" ? -1 : 0;
                if (steps === 0) return;
                press.preventDefault();
                const buttons = menu.current?.querySelectorAll("button") ?? [];
                buttons[(index + steps + buttons.length) % buttons.length]?.focus();
              }}
              className="block min-h-9 w-full rounded-md px-3 text-left hover:bg-hover focus-visible:bg-wash"
            >
              {words.conversation.snooze[choice]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
