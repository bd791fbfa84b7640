import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { useNow } from "../../clock.ts";
import type { Cards } from "../../inbox/cards.ts";
import { useRowsInSight } from "../../parts/use-rows-in-sight.ts";
import { useSpeech } from "../../speech.tsx";
import { CardRow } from "./card-row.tsx";

const rowHeight = 56;

export interface CardListHandle {
  focus(): void;
  toTop(): void;
}

interface CardListProps {
  cards: Cards;
  selectedId: string | null;
  hasDue: boolean;
  titleOf(network: string): string;
  onSelect(id: string): void;
  onStep(steps: number): void;
  onOpen(): void;
  onEnd(): void;
  ref: Ref<CardListHandle>;
}

/** The list, however long: only the rows in sight are drawn. The focus stays on the list, the selection moves in it. */
export function CardList({ cards, selectedId, hasDue, titleOf, ref, ...on }: CardListProps) {
  const { words } = useSpeech();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const { shown, left, done, next } = cards;
  const { first, end, reveal } = useRowsInSight(scroller, { count: shown.length, rowHeight, spare: 6 });
  const selectedIndex = shown.findIndex((card) => card.id === selectedId);

  useImperativeHandle(ref, () => ({
    focus: () => scroller.current?.focus({ preventScroll: true }),
    toTop: () => reveal(0),
  }));
  useEffect(() => {
    if (selectedIndex >= 0) reveal(selectedIndex);
  }, [selectedIndex, reveal]);
  const { onEnd } = on;
  useEffect(() => {
    if (next !== null && end > shown.length - 20) onEnd();
  }, [next, end, shown.length, onEnd]);

  const press = (event: KeyboardEvent) => {
    const steps = stepsOf(event.key, scroller.current?.clientHeight ?? 0);
    if (steps !== 0) on.onStep(steps);
    else if (event.key === "Enter") on.onOpen();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={words.inbox.list}
      tabIndex={0}
      aria-activedescendant={selectedIndex >= first && selectedIndex < end ? `card-${selectedId}` : undefined}
      onKeyDown={press}
      className={`group min-h-0 flex-1 overflow-y-auto overscroll-contain -outline-offset-2 ${selectedIndex >= 0 ? "outline-none" : ""}`}
    >
      <div role="presentation" className="relative" style={{ height: shown.length * rowHeight }}>
        {shown.slice(first, end).map((card, offset) => {
          const index = first + offset;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox has the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the listbox
            <div
              key={card.id}
              id={`card-${card.id}`}
              role="option"
              aria-selected={index === selectedIndex}
              aria-setsize={next === null ? shown.length : -1}
              aria-posinset={index + 1}
              onClick={() => on.onSelect(card.id)}
              className="absolute top-0 left-0 w-full cursor-pointer"
              style={{ transform: `translateY(${index * rowHeight}px)` }}
            >
              <CardRow
                card={card}
                networkTitle={titleOf(card.network)}
                now={now}
                isSelected={index === selectedIndex}
                left={left.has(card.id) ? (card.id in done ? "by-me" : "by-others") : undefined}
                hasDue={hasDue}
              />
            </div>
          );
        })}
      </div>
      {next === null && shown.length > 8 && (
        <p role="presentation" className="py-5 text-center text-sm text-ink-soft">
          {words.inbox.end}
        </p>
      )}
    </div>
  );
}

function stepsOf(key: string, height: number): number {
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  return steps[key] ?? 0;
}
