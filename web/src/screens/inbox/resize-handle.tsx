import type { KeyboardEvent, PointerEvent } from "react";
import { prefer, usePreferences } from "../../preferences.ts";
import { useSpeech } from "../../speech.tsx";

const least = 280;
const most = 560;
const keyStep = 20;
const within = (width: number) => Math.min(most, Math.max(least, Math.round(width)));

/** The edge between list and conversation: it moves by pointer and by arrow keys. */
export function ResizeHandle() {
  const { words } = useSpeech();
  const { listWidth } = usePreferences();
  const drag = (move: PointerEvent<HTMLDivElement>) => {
    if (!move.currentTarget.hasPointerCapture(move.pointerId)) return;
    prefer({ listWidth: within(listWidth + move.clientX - move.currentTarget.getBoundingClientRect().left) });
  };
  const press = (key: KeyboardEvent) => {
    const step = key.key === "ArrowLeft" ? -keyStep : key.key === "ArrowRight" ? keyStep : 0;
    if (step === 0) return;
    key.preventDefault();
    prefer({ listWidth: within(listWidth + step) });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is no rule between paragraphs
    <div
      role="separator"
      aria-label={words.inbox.resize}
      aria-orientation="vertical"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={listWidth}
      tabIndex={0}
      onPointerDown={(down) => down.currentTarget.setPointerCapture(down.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
      className="relative w-px shrink-0 cursor-col-resize touch-none bg-line after:absolute after:inset-y-0 after:-left-1 after:w-2 hover:bg-accent focus-visible:bg-accent"
    />
  );
}
