import type { ConversationView } from "@otklik/core/api/views";
import { useNow } from "../../clock.ts";
import { dueOf } from "../../inbox/due.ts";
import { useSpeech } from "../../speech.tsx";

/** Where a conversation stands: by when an answer was promised, or what has become of it. */
export function PlaceLine({ conversation }: { conversation: ConversationView }) {
  const { words, formats } = useSpeech();
  const now = useNow();
  const { status, place } = conversation;
  const said = (at: string | undefined) => (at ? formats.relative(new Date(at), now) : "");
  if (status.is === "open" || status.is === "outdated") {
    const due = dueOf(place.dueAt, now);
    const time = formats.duration(due.ms);
    const colour = due.isLate ? "text-urgent" : due.isSoon ? "text-mixed" : "text-ink-soft";
    return (
      <p className="flex min-w-0 items-center gap-2">
        {place.priority !== "normal" && place.priority !== "low" && (
          <span className="font-semibold whitespace-nowrap">{words.labels.priority[place.priority]}</span>
        )}
        <span className={`truncate ${colour}`} title={formats.exact(new Date(place.dueAt))}>
          {due.isLate ? words.inbox.late(time) : words.inbox.dueIn(time)}
        </span>
      </p>
    );
  }
  const { conversation: phrases, labels } = words;
  return (
    <p className="min-w-0 truncate text-ink-soft">
      {status.is === "snoozed" && status.until
        ? phrases.snoozedUntil(said(status.until))
        : status.is === "closed" && status.reason
          ? phrases.closedBecause(labels.closeReason[status.reason])
          : status.is === "answered" && status.at
            ? phrases.answeredAt(said(status.at))
            : labels.status[status.is]}
    </p>
  );
}
