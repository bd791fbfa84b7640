import { useLayoutEffect, useRef } from "react";
import { Key } from "../../parts/button.tsx";
import type { Row } from "./label-rows.tsx";

interface ChoiceRowProps {
  row: Row;
  /** The one that the keys are meant for; the others show only what they say. */
  isOpen: boolean;
  onOpen(): void;
  onChoose(id: string): void;
  onLight(parts: readonly string[]): void;
}

/** One part of a label. The row that is open takes the focus: to what is chosen first; arrows go on within. */
export function ChoiceRow({ row, isOpen, onOpen, onChoose, onLight }: ChoiceRowProps) {
  const choices = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (isOpen) choices.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [isOpen]);
  const isChosen = (id: string) => row.chosen.includes(id);
  const first = Math.max(
    0,
    row.choices.findIndex(({ id }) => isChosen(id)),
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend does not stand beside its buttons
    <div role="group" aria-label={row.title} className="flex gap-2">
      <span
        aria-hidden="true"
        className="flex min-h-7 w-26 shrink-0 items-center gap-1.5 self-start text-ink-soft max-wide:min-h-9"
      >
        {row.title}
        {row.hotkey && <Key name={row.hotkey} className="max-wide:hidden" />}
      </span>
      {isOpen || row.part === "sentiment" ? (
        <span ref={choices} className="flex flex-wrap gap-0.5">
          {row.choices.map(({ id, title, hotkey, evidence }, index) => (
            <button
              key={id}
              type="button"
              aria-pressed={isChosen(id)}
              tabIndex={index === first ? 0 : -1}
              onClick={() => onChoose(id)}
              onFocus={() => {
                onOpen();
                onLight(evidence);
              }}
              onBlur={() => onLight([])}
              className={`${look} border border-transparent hover:bg-hover aria-pressed:border-edge aria-pressed:bg-wash aria-pressed:font-semibold`}
            >
              {title}
              {hotkey && (
                <span aria-hidden="true" className="text-xs font-normal text-ink-soft max-wide:hidden">
                  {hotkey}
                </span>
              )}
            </button>
          ))}
        </span>
      ) : (
        <button type="button" onFocus={onOpen} onClick={onOpen} className={`${look} grow hover:bg-hover`}>
          <span className="text-left">
            {row.choices
              .filter(({ id }) => isChosen(id))
              .map(({ title }) => title)
              .join(", ") || "—"}
          </span>
        </button>
      )}
    </div>
  );
}

const look = "flex min-h-7 items-center gap-1.5 rounded-md px-1.5 max-wide:min-h-9";
