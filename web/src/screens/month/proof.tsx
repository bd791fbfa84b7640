import type { ReactNode } from "react";
import { Scrolling } from "./scrolling.tsx";

interface ProofProps {
  /** What the chart proves. */
  sentence: string;
  /** What it shows, and how to read it. */
  caption: string;
  /** Opens the table of its numbers. */
  toNumbers: string;
  children: ReactNode;
  numbers: ReactNode;
}

/** A sentence, the chart that proves it, and the numbers behind the chart. */
export function Proof({ sentence, caption, toNumbers, children, numbers }: ProofProps) {
  return (
    <section className="border-t border-line pt-4 print:pt-2">
      <h2 className="text-lg font-semibold print:text-sm">{sentence}</h2>
      <p className="mb-2 text-sm text-ink-soft print:mb-0 print:text-xs">{caption}</p>
      {children}
      <details className="mt-1 text-sm print:hidden">
        <summary className="min-h-6 w-fit text-accent">{toNumbers}</summary>
        <Scrolling label={sentence} className="max-h-80">
          {numbers}
        </Scrolling>
      </details>
    </section>
  );
}
