import type { ReactNode } from "react";
import { IconButton } from "../parts/button.tsx";
import { useSpeech } from "../speech.tsx";
import { showOverlay } from "./overlay.ts";

/** The title of a screen beside the inbox, and its one action. */
export function ScreenHead({ title, children }: { title: string; children?: ReactNode }) {
  const { words } = useSpeech();
  return (
    <header className="flex min-h-14 shrink-0 items-center gap-2 border-b border-line px-5 max-wide:px-2">
      <IconButton
        icon="menu"
        label={words.actions.menu}
        className="wide:hidden"
        onClick={() => showOverlay("menu")}
      />
      <h1 className="min-w-0 flex-1 truncate text-xl font-semibold">{title}</h1>
      {children}
    </header>
  );
}
