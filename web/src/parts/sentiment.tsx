import type { Mood } from "@otklik/core/label/label";
import { useSpeech } from "../speech.tsx";

/** In the order in which they are listed and piled. */
export const moods = [
  "negative",
  "mixed",
  "neutral",
  "positive",
  "unsure",
] as const satisfies readonly Mood[];

const shapes: Record<Mood, string> = {
  positive: "M5 1 9.5 9h-9z",
  negative: "M5 9 .5 1h9z",
  neutral: "M5 1.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6",
  mixed: "M5 .4 9.6 5 5 9.6.4 5z",
  unsure: "M5 1a4 4 0 1 0 0 8 4 4 0 0 0 0-8m0 1.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2",
};

const colours: Record<Mood, string> = {
  positive: "text-positive",
  negative: "text-negative",
  neutral: "text-ink-soft",
  mixed: "text-mixed",
  unsure: "text-ink-soft",
};

/** A shape first, a colour second; with its word, or with the word for screen readers only. */
export function SentimentMark({ sentiment, withWord = false }: { sentiment: Mood; withWord?: boolean }) {
  const { words } = useSpeech();
  const word = words.labels.sentiment[sentiment];
  return (
    <span className={`inline-flex shrink-0 items-center gap-1.5 ${colours[sentiment]}`}>
      <svg viewBox="0 0 10 10" width="10" height="10" fill="currentColor" aria-hidden="true">
        <path d={shapes[sentiment]} />
      </svg>
      {withWord ? <span className="font-semibold">{word}</span> : <span className="sr-only">{word}</span>}
    </span>
  );
}
