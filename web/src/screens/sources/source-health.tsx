import type { SourceView } from "@otklik/core/api/views";
import type { Words } from "@otklik/words";
import type { ReactNode } from "react";
import { useNow } from "../../clock.ts";
import { inTongue } from "../../in-tongue.ts";
import { Icon } from "../../parts/icon.tsx";
import { useSpeech } from "../../speech.tsx";

/** How it goes at a source, in words: trouble first, then a pause, then how far the reading has come. */
export function SourceHealth({ source }: { source: SourceView }) {
  const speech = useSpeech();
  const { words, formats } = speech;
  const now = useNow();
  const said = (at: string) => formats.relative(new Date(at), now);
  const { fault, progress, lastGoodAt, notBefore } = source;
  const trouble = fault?.said ?? source.pausedWhy;
  if (trouble) {
    const isWaiting = notBefore !== undefined && Date.parse(notBefore) > now.getTime();
    return (
      <div className="mt-1">
        <p className="flex gap-2 text-urgent">
          <Icon name="warning" className="mt-0.5" />
          <span>{sayFault(fault?.kind ?? "unauthorized", words)}</span>
        </p>
        <p className="ml-6 text-sm text-ink-soft">
          {inTongue(trouble, speech)}
          {fault && fault.count > 1 && ` ${words.sources.faultTimes(fault.count)}.`}
          {isWaiting && ` ${words.sources.nextTry(said(notBefore))}.`}
        </p>
      </div>
    );
  }
  if (source.state === "paused") return <Line mark="‖">{words.sources.paused}</Line>;
  if (!source.caughtUp) {
    const done = formats.number(progress?.done ?? source.found);
    return (
      <div className="mt-1 max-w-sm">
        <Line mark="…">
          {progress?.of === undefined
            ? words.sources.reading(done)
            : words.sources.readingOf(done, formats.number(progress.of))}
        </Line>
      </div>
    );
  }
  return (
    <Line mark="✓">
      {words.sources.working}. {lastGoodAt ? words.sources.lastGood(said(lastGoodAt)) : words.sources.never}
    </Line>
  );
}

function Line({ mark, children }: { mark: string; children: ReactNode }) {
  return (
    <p className="mt-1 flex gap-2">
      <span aria-hidden="true" className="w-4 text-center text-ink-soft">
        {mark}
      </span>
      <span>{children}</span>
    </p>
  );
}

/** The kinds of trouble a network can make, as a person understands them. */
function sayFault(kind: string, { sources }: Words): string {
  const known: Readonly<Record<string, string>> = sources.fault;
  return known[kind] ?? sources.fault.other;
}
