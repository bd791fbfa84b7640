import type { SourceView } from "@otklik/core/api/views";
import { useSpeech } from "../../speech.tsx";

/** Those that still read their past. */
export const readingOf = (sources: readonly SourceView[]): SourceView[] =>
  sources.filter(({ state, caughtUp, fault }) => state === "active" && !caughtUp && !fault);

/** While a source still reads its past: how far it has come. */
export function Progress({ sources }: { sources: readonly SourceView[] }) {
  const { words, formats } = useSpeech();
  const reading = readingOf(sources);
  if (reading.length === 0) return null;
  const done = reading.reduce((sum, { progress, found }) => sum + (progress?.done ?? found), 0);
  const isKnown = reading.every(({ progress }) => progress?.of !== undefined);
  const of = reading.reduce((sum, { progress }) => sum + (progress?.of ?? 0), 0);
  const said = isKnown
    ? words.inbox.progressOf(formats.number(done), formats.number(of))
    : words.inbox.progress(formats.number(done));
  return (
    <div className="shrink-0 border-b border-line px-4 py-2 text-xs text-ink-soft">
      <p>{said}</p>
      <progress
        aria-label={said}
        className="mt-1 block h-1 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
        {...(isKnown ? { value: done, max: Math.max(of, 1) } : {})}
      />
    </div>
  );
}
