import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useSpeech } from "../speech.tsx";
import { IconButton } from "./button.tsx";

/** The browser's own dialog: it traps focus, closes by Esc and gives the focus back. */
export function Dialog({
  title,
  onClose,
  children,
  className = "max-w-lg",
  isForReading = false,
}: {
  title: string;
  onClose(): void;
  children: ReactNode;
  className?: string;
  /** Nothing in it takes the focus: the text itself does, so that it scrolls by keyboard. */
  isForReading?: boolean;
}) {
  const { words } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // the browser gives the focus to the first button, which is the one that closes
    shown?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => shown?.close(); // before it leaves the page, so that the focus goes back to where it was
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog does what Esc does
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={onClose}
      onClick={(click) => click.target === dialog.current && dialog.current.close()}
      className={`appear m-auto max-h-[85dvh] w-full overflow-hidden rounded-lg border border-line bg-raised p-0 text-ink shadow-float ${className}`}
    >
      <div className="flex max-h-[85dvh] flex-col">
        <header className="flex items-center justify-between border-b border-line py-2 pr-2 pl-5">
          <h2 className="font-semibold">{title}</h2>
          <IconButton icon="cross" label={words.actions.dismiss} onClick={() => dialog.current?.close()} />
        </header>
        <div className="overflow-y-auto -outline-offset-2" tabIndex={isForReading ? 0 : undefined}>
          {children}
        </div>
      </div>
    </dialog>
  );
}
