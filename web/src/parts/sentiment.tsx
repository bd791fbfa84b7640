import type { Sentiment } from "@otklik/core/label/label";
import { useSpeech } from "../speech.tsx";

const shapes: Record<Sentiment, string> = {
  positive: "M5 1 9.5 9h-9z",
  negative: "M5 9 .5 1h9z",
  neutral: "M5 1.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6",
  mixed: "M5 .4 9.6 5 5 9.6.4 5z",
};

const colours: Record<Sentiment, string> = {
  positive: "text-positive",
  negative: "text-negative",
  neutral: "text-ink-soft",
  mixed: "text-mixed",
};

/** A shape first, a colour second; with its word, or with the word for screen readers only. */
export function SentimentMark({ sentiment, withWord = false }: { sentiment: Sentiment; withWord?: boolean }) {
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
