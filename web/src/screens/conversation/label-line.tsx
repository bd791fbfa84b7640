import type { MentionView } from "@otklik/core/api/views";
import { topicTitle } from "@otklik/words";
import type { ReactNode } from "react";
import { quotesOf } from "../../label/marks.ts";
import { Key } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { SentimentMark } from "../../parts/sentiment.tsx";
import { useSpeech } from "../../speech.tsx";

interface LabelLineProps {
  mention: MentionView;
  topicTitles: Readonly<Record<string, string>>;
  /** Parts of the label are pointed at: the words that led to them shall stand out. */
  onLight(parts: readonly string[]): void;
  onEdit(): void;
  /** The key opens the label of the latest mention alone. */
  hasKey: boolean;
}

/** What we concluded, in one line, and who said so; each part leads to the words that it was concluded from. */
export function LabelLine({ mention, topicTitles: titles, onLight, onEdit, hasKey }: LabelLineProps) {
  const { words, formats } = useSpeech();
  const { labels } = words;
  const { label, verdict } = mention;
  const { is } = label.sentiment;
  const sides = is === "mixed" ? ["positive", "negative"] : [is];
  const to = (of: readonly string[]) => ({ of, quotes: quotesOf(mention, of), onLight });
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <Part {...to(sides.map((side) => `sentiment.${side}`))}>
        <SentimentMark sentiment={is} withWord />
        {label.unsure && <span className="ml-1.5 text-ink-soft">{words.conversation.label.unsure}</span>}
      </Part>
      {label.complaint && is !== "negative" && (
        <Part {...to(["complaint", "sentiment.negative"])}>
          <span className="text-mixed">{labels.complaint}</span>
        </Part>
      )}
      {verdict && (
        <span>
          {verdict === "recommended" ? words.conversation.recommended : words.conversation.notRecommended}
        </span>
      )}
      {label.wish && <Part {...to([`wish.${label.wish}`])}>{labels.wish[label.wish]}</Part>}
      {label.emotion.is !== "neutral" && (
        <Part {...to([`emotion.${label.emotion.is}`])}>
          <span className="text-ink-soft">{labels.emotion[label.emotion.is]}</span>
        </Part>
      )}
      {label.topics
        .filter((topic) => topic !== "other")
        .map((topic) => (
          <Part key={topic} {...to([`topic.${topic}`])}>
            <span className="text-ink-soft">{topicTitle(topic, { labels, titles })}</span>
          </Part>
        ))}
      {label.flags.map((flag) => (
        <Part key={flag} {...to([`flag.${flag}`])}>
          <span className="font-semibold text-mixed">{labels.flag[flag]}</span>
        </Part>
      ))}
      {label.urgency.map(({ reason, words: theirs }) => (
        <Part key={reason} {...to([`urgency.${reason}`])}>
          <span className="inline-flex items-center gap-1.5 text-urgent">
            <Icon name="warning" />
            <span className="font-semibold">{labels.urgency[reason]}</span>
            {theirs && <span lang={label.language}>{formats.quote(theirs)}</span>}
          </span>
        </Part>
      ))}
      <SaidBy label={label} />
      <button
        type="button"
        onClick={onEdit}
        className="flex min-h-6 items-center gap-1.5 text-ink-soft underline-offset-2 hover:text-ink hover:underline"
      >
        {words.conversation.label.correct}
        {hasKey && <Key name="l" />}
      </button>
    </div>
  );
}

interface PartProps {
  of: readonly string[];
  quotes: readonly string[];
  onLight(parts: readonly string[]): void;
  children: ReactNode;
}

/** A part of the label. Pointed at or focused it shows its words in the text; a screen reader is told them. */
function Part({ of, quotes, onLight, children }: PartProps) {
  const { words, formats } = useSpeech();
  if (quotes.length === 0) return <span>{children}</span>;
  return (
    <button
      type="button"
      aria-description={words.conversation.label.from(quotes.map(formats.quote).join(", "))}
      className="inline-flex min-h-6 cursor-default items-center rounded-sm decoration-current/40 decoration-dotted underline-offset-4 hover:underline"
      onPointerEnter={(at) => at.pointerType === "mouse" && onLight(of)}
      onPointerLeave={(at) => at.pointerType === "mouse" && onLight([])}
      onFocus={() => onLight(of)}
      onBlur={() => onLight([])}
    >
      {children}
    </button>
  );
}

/** Whose word it is: a person's, the stars', or a model's. */
function SaidBy({ label: { by, corrected } }: Pick<MentionView, "label">) {
  const { words, formats } = useSpeech();
  const { labels } = words;
  if (corrected)
    return (
      <span className="text-ink-soft" title={`${corrected.by}, ${formats.exact(new Date(corrected.at))}`}>
        {labels.by.person}
      </span>
    );
  return (
    <span className="text-ink-soft" title={by}>
      {by === "stars" ? labels.by.stars : labels.by.model}
    </span>
  );
}
