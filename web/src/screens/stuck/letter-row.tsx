import type { LetterView } from "@otklik/core/api/routes/dead-letters";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { Button } from "../../parts/button.tsx";
import { When } from "../../parts/when.tsx";
import { sourcesQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";
import { sayStep, sayWhy } from "./say-letter.ts";

interface LetterRowProps {
  letter: LetterView;
  isChosen: boolean;
  onChoose(): void;
  onReplay(): void;
  onDiscard(): void;
}

/** One step that failed for good: which, about what, why, and the two things to do. */
export function LetterRow({ letter, isChosen, onChoose, onReplay, onDiscard }: LetterRowProps) {
  const { words } = useSpeech();
  const { stuck } = words;
  const row = useRef<HTMLLIElement>(null);
  const wasChosen = useRef(isChosen);
  useEffect(() => {
    if (isChosen && !wasChosen.current) takeFocus(row.current);
    wasChosen.current = isChosen;
  }, [isChosen]);
  const { subject, why, attempts, times } = letter;
  const quiet = [
    stuck.attempts(attempts),
    ...(times > 1 ? [stuck.times(times)] : []),
    ...(why.place ? [why.place] : []),
  ];
  return (
    <li
      ref={row}
      aria-current={isChosen}
      tabIndex={-1}
      onPointerDown={onChoose}
      onFocus={onChoose}
      className={`flex flex-wrap items-start gap-x-6 gap-y-3 px-5 py-3 -outline-offset-2 ${isChosen ? "bg-wash" : ""}`}
    >
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold">{sayStep(letter.queue, words)}</span>
          <About letter={letter} />
          <span className="text-sm text-ink-soft">
            <When at={letter.diedAt} />
          </span>
        </h2>
        <p className="mt-0.5">{sayWhy(letter, words)}</p>
        <p className="mt-0.5 text-sm break-words text-ink-soft">{quiet.join(" · ")}</p>
        <div className="mt-1 flex flex-wrap items-start gap-x-4 text-sm">
          <Payload id={letter.id} />
          {subject.conversationId && (
            <Link
              to={`/inbox/${subject.conversationId}`}
              className="min-h-6 content-center text-accent underline underline-offset-2"
            >
              {stuck.conversation}
            </Link>
          )}
        </div>
      </div>
      <div className="flex gap-2">
        <Button hotkey={isChosen ? "p" : undefined} onClick={onReplay}>
          {stuck.replay}
        </Button>
        <Button look="quiet" hotkey={isChosen ? "x" : undefined} onClick={onDiscard}>
          {stuck.discard}
        </Button>
      </div>
    </li>
  );
}

/** The focus follows the choice, so that a screen reader tells of it; it is not taken from another part of the screen. */
function takeFocus(row: HTMLLIElement | null): void {
  const { activeElement: focused, body } = document;
  const isFree = focused === null || focused === body || row?.parentElement?.contains(focused);
  if (isFree && !row?.contains(focused)) row?.focus();
}

/** The source, the day or the number of mentions, as far as it is known. */
function About({ letter: { subject } }: Pick<LetterRowProps, "letter">) {
  const { words, formats } = useSpeech();
  const sources = useQuery(sourcesQuery).data;
  const { sourceId, day, mentions } = subject;
  const title = sourceId && (sources?.find(({ id }) => id === sourceId)?.title ?? words.stuck.lost);
  const said = [
    ...(title ? [title] : []),
    ...(day ? [formats.day(new Date(`${day}T12:00:00`), new Date())] : []),
    ...(mentions ? [words.stuck.mentions(mentions)] : []),
  ];
  return said.length > 0 ? <span className="min-w-0 break-words">{said.join(" · ")}</span> : null;
}

/** The message itself, asked for when it is opened. */
function Payload({ id }: { id: string }) {
  const speech = useSpeech();
  const { stuck } = speech.words;
  const [isOpen, setOpen] = useState(false);
  const query = useQuery({
    queryKey: ["payload", id],
    queryFn: ({ signal }) => call("GET /api/dead-letters/:id", { id }, { signal }),
    enabled: isOpen,
  });
  return (
    <details className="min-w-0 open:basis-full" onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
      <summary className="min-h-6 content-center text-ink-soft">{stuck.payload}</summary>
      {query.isError && (
        <p role="alert">
          {stuck.payloadFailed}. {explain(query.error, speech)}
        </p>
      )}
      {query.data && (
        <section
          aria-label={stuck.payload}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keyboard
          tabIndex={0}
          className="mt-1 max-h-72 overflow-auto rounded-md border border-line bg-ground p-2"
        >
          <pre className="text-xs break-words whitespace-pre-wrap">{spread(query.data.body)}</pre>
        </section>
      )}
    </details>
  );
}

/** JSON with a line for each part of it; what is none stands as it came. */
function spread(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
