import { type Ref, useEffect, useState } from "react";
import type { Filter } from "../../inbox/filter.ts";
import { IconButton } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { showOverlay } from "../../shell/overlay.ts";
import { useSpeech } from "../../speech.tsx";

const pauseMs = 250;

interface ListHeadProps {
  filter: Filter;
  searched: "all" | "open" | undefined;
  /** New ones that the list does not show yet. */
  waiting: number;
  onShowNew(): void;
  onSearch(words: string): void;
  searchField: Ref<HTMLInputElement>;
}

/** The search over the list, which begins when the typing pauses, and the pill that new ones wait behind. */
export function ListHead({ filter, searched, waiting, onShowNew, onSearch, searchField }: ListHeadProps) {
  const { words } = useSpeech();
  const [typed, setTyped] = useState(filter.words);
  const [asked, setAsked] = useState(filter.words);
  if (filter.words !== asked) {
    // the address was changed by another way than this field
    setAsked(filter.words);
    setTyped(filter.words);
  }
  const wish = typed.trim();
  useEffect(() => {
    if (wish === asked) return;
    const timer = setTimeout(() => {
      setAsked(wish);
      onSearch(wish);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [wish, asked, onSearch]);
  return (
    <header className="shrink-0 border-b border-line">
      <h1 className="sr-only">{words.app[filter.view]}</h1>
      <div className="flex h-12 items-center gap-1 px-2">
        <IconButton
          icon="menu"
          label={words.actions.menu}
          className="wide:hidden"
          onClick={() => showOverlay("menu")}
        />
        <div className="flex min-w-0 flex-1 items-center gap-2 rounded-md px-2 text-ink-soft focus-within:text-ink">
          <Icon name="search" />
          <input
            ref={searchField}
            type="search"
            aria-label={words.inbox.searchHint}
            placeholder={`${words.inbox.searchHint}: ${words.app[filter.view].toLowerCase()}`}
            value={typed}
            maxLength={300}
            onChange={(change) => setTyped(change.target.value)}
            onKeyDown={(press) => {
              if (press.key !== "Escape") return;
              press.stopPropagation();
              setTyped("");
              press.currentTarget.blur();
            }}
            className="h-8 min-w-0 flex-1 rounded-sm bg-transparent text-ink"
          />
        </div>
        <span role="status">
          {waiting > 0 && (
            <button
              type="button"
              onClick={onShowNew}
              className="appear mr-1 min-h-7 rounded-full bg-accent px-3 text-sm font-semibold whitespace-nowrap text-on-accent"
            >
              {words.inbox.waiting(waiting)}
            </button>
          )}
        </span>
      </div>
      {searched && filter.words && (
        <p role="status" className="px-4 pb-2 text-xs text-ink-soft">
          {searched === "all" ? words.inbox.searchedAll : words.inbox.searchedOpen}
        </p>
      )}
    </header>
  );
}
