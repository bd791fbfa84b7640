import type { ReactNode } from "react";
import { explain } from "../explain.ts";
import { useSpeech } from "../speech.tsx";
import { Button } from "./button.tsx";

/** An empty screen: the next step in one sentence and one button. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-4 px-6 py-16 text-center text-ink-soft">
      <p>{children}</p>
      {action}
    </div>
  );
}

/** What failed, why, and the way to try again. */
export function Failed({ what, error, retry }: { what: string; error: unknown; retry(): void }) {
  const speech = useSpeech();
  return (
    <div role="alert" className="mx-auto flex max-w-sm flex-col items-center gap-4 px-6 py-16 text-center">
      <p>
        {what}. {explain(error, speech)}
      </p>
      <Button onClick={retry}>{speech.words.actions.retry}</Button>
    </div>
  );
}

/** The shape of lines that are on their way; unseen for the first 150 ms. */
export function Skeleton({ rows, className = "h-14" }: { rows: number; className?: string }) {
  const { words } = useSpeech();
  return (
    <div className="late" aria-busy="true">
      <span className="sr-only">{words.app.loading}</span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without content have no other name than their place
        <div key={index} className={`flex flex-col justify-center gap-2 px-4 ${className}`}>
          <div className="h-2.5 rounded-sm bg-hover" style={{ width: `${72 - ((index * 17) % 30)}%` }} />
          <div className="h-2.5 rounded-sm bg-hover" style={{ width: `${88 - ((index * 29) % 40)}%` }} />
        </div>
      ))}
    </div>
  );
}
