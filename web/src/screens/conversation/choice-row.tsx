import type { ReactNode } from "react";
import { Key } from "../../parts/button.tsx";

interface ChoiceRowProps<T extends string> {
  title: string;
  /** The letter that leads to this row. */
  hotkey?: string;
  choices: readonly { id: T; title: ReactNode; hotkey?: string; evidence: readonly string[] }[];
  chosen: readonly string[];
  onChoose(id: T): void;
  onLight(parts: readonly string[]): void;
}

/** One part of a label: all that it may say, and what it says. One stop for the Tab key; arrows go on within. */
export function ChoiceRow<T extends string>({
  title,
  hotkey,
  choices,
  chosen,
  onChoose,
  onLight,
}: ChoiceRowProps<T>) {
  const first = Math.max(
    0,
    choices.findIndex(({ id }) => chosen.includes(id)),
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend does not stand beside its buttons
    <div
      role="group"
      aria-label={title}
      data-row={hotkey ?? ""}
      className="flex gap-3 max-wide:flex-col max-wide:gap-0.5"
    >
      <span
        aria-hidden="true"
        className="flex w-28 shrink-0 items-center gap-1.5 self-start py-1 text-ink-soft"
      >
        {title}
        {hotkey && <Key name={hotkey} className="max-wide:hidden" />}
      </span>
      <span className="flex flex-wrap gap-1">
        {choices.map((one, index) => (
          <button
            key={one.id}
            type="button"
            aria-pressed={chosen.includes(one.id)}
            tabIndex={index === first ? 0 : -1}
            onClick={() => onChoose(one.id)}
            onFocus={() => onLight(one.evidence)}
            onBlur={() => onLight([])}
            className="flex min-h-7 items-center gap-1.5 rounded-md border border-transparent px-2 hover:bg-hover aria-pressed:border-edge aria-pressed:bg-wash aria-pressed:font-semibold max-wide:min-h-9"
          >
            {one.title}
            {one.hotkey && <Key name={one.hotkey} className="max-wide:hidden" />}
          </button>
        ))}
      </span>
    </div>
  );
}
