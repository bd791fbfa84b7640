import type { InboxCard } from "@otklik/core/api/views";
import { memo } from "react";
import { type Due, dueOf } from "../../inbox/due.ts";
import { Icon } from "../../parts/icon.tsx";
import { SentimentMark } from "../../parts/sentiment.tsx";
import { Stars } from "../../parts/stars.tsx";
import { When } from "../../parts/when.tsx";
import { useSpeech } from "../../speech.tsx";

interface CardRowProps {
  card: InboxCard;
  networkTitle: string;
  now: Date;
  isSelected: boolean;
  /** Dealt with, and by whom; it only waits to be taken off the list. */
  left: "by-me" | "by-others" | undefined;
  /** The time promised is of interest: in the inbox, not among the answered. */
  hasDue: boolean;
}

/** One conversation in the list: who, where, stars, when; then the first of what was said. */
export const CardRow = memo(({ card, networkTitle, now, isSelected, left, hasDue }: CardRowProps) => {
  const { words } = useSpeech();
  const due = hasDue && !left ? dueOf(card.dueAt, now) : null;
  return (
    <div
      className={`relative flex h-14 flex-col justify-center gap-0.5 border-b border-line pr-3 pl-4 ${
        isSelected
          ? "bg-wash -outline-offset-2 outline-accent group-focus-visible:outline-2"
          : "hover:bg-hover"
      } ${left ? "text-ink-soft" : ""}`}
    >
      {due && <DueBar due={due} />}
      <div className="flex items-center gap-1.5">
        <SentimentMark sentiment={card.sentiment} />
        <span className={`max-w-3/4 min-w-0 truncate ${left ? "" : "font-semibold"}`}>
          {card.author ?? words.labels.anonymous}
        </span>
        <span className="min-w-0 flex-1 shrink-[3] truncate text-sm text-ink-soft">{networkTitle}</span>
        {card.rating && <Stars rating={card.rating} size={10} />}
        <span className="min-w-[5ch] shrink-0 text-right text-xs whitespace-nowrap text-ink-soft">
          <When at={card.postedAt} brief />
        </span>
      </div>
      <div className="flex items-center gap-1.5 text-sm">
        <Flag card={card} left={left} />
        <span lang={card.language} className="min-w-0 flex-1 truncate text-ink-soft">
          {card.snippet || card.about || words.labels.kind[card.kind]}
        </span>
        {due && <DueWord due={due} />}
      </div>
    </div>
  );
});

/** The one word that a person must not miss. */
function Flag({ card, left }: Pick<CardRowProps, "card" | "left">) {
  const { words } = useSpeech();
  const look = "inline-flex shrink-0 items-center gap-1 text-xs font-semibold text-urgent";
  if (left)
    return (
      <span className="shrink-0 text-xs italic">
        {left === "by-me" ? words.labels.status.answered : words.inbox.left}
      </span>
    );
  if (card.returned)
    return (
      <span className={look}>
        <Icon name="undo" className="size-3.5" />
        {words.inbox.returned}
      </span>
    );
  if (card.urgency)
    return (
      <span className={look}>
        <Icon name="warning" className="size-3.5" />
        {words.labels.urgency[card.urgency]}
      </span>
    );
  if (card.status === "outdated") return <span className={look}>{words.inbox.outdated}</span>;
  if (card.kind === "question" || card.kind === "message")
    return <span className="shrink-0 text-xs text-accent">{words.labels.kind[card.kind]}</span>;
  return null;
}

/** Time left as length, from the bottom; none left is a point. */
function DueBar({ due }: { due: Due }) {
  const colour = due.isLate ? "bg-urgent" : due.isSoon ? "bg-mixed" : "bg-edge";
  return (
    <span aria-hidden="true" className="absolute inset-y-1.5 left-1.5 flex w-[3px] items-end">
      <span
        className={`min-h-[3px] w-full rounded-full ${colour}`}
        style={{ height: `${due.length * 100}%` }}
      />
    </span>
  );
}

function DueWord({ due }: { due: Due }) {
  const { words, formats } = useSpeech();
  if (!due.isLate && !due.isSoon) return null;
  const time = formats.duration(due.ms);
  const said = due.isLate ? words.inbox.late(time) : words.inbox.dueIn(time);
  return (
    <span
      title={said}
      className={`shrink-0 text-xs whitespace-nowrap ${due.isLate ? "text-urgent" : "text-mixed"}`}
    >
      <span aria-hidden="true">{due.isLate ? `−${time}` : time}</span>
      <span className="sr-only">{said}</span>
    </span>
  );
}
