import type { MentionView } from "@otklik/core/api/views";
import { topicTitle } from "@otklik/words";
import { Icon } from "../../parts/icon.tsx";
import { SentimentMark } from "../../parts/sentiment.tsx";
import { useSpeech } from "../../speech.tsx";

/** What we concluded, in one line: sentiment, emotion, topics, and what made it urgent in the customer's words. */
export function LabelLine({
  mention: { label, verdict },
  topicTitles: titles,
}: {
  mention: MentionView;
  topicTitles: Readonly<Record<string, string>>;
}) {
  const { words, formats } = useSpeech();
  const { labels } = words;
  const more = [
    ...(label.emotion.is === "neutral" ? [] : [labels.emotion[label.emotion.is]]),
    ...label.topics
      .filter((topic) => topic !== "other")
      .map((topic) => topicTitle(topic, { labels, titles })),
  ];
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <SentimentMark sentiment={label.sentiment.is} withWord />
      {verdict && (
        <span>
          {verdict === "recommended" ? words.conversation.recommended : words.conversation.notRecommended}
        </span>
      )}
      {more.length > 0 && <span className="text-ink-soft">{more.join(", ")}</span>}
      {label.urgency.map(({ reason, words: theirs }) => (
        <span key={`${reason} ${theirs}`} className="inline-flex items-center gap-1.5 text-urgent">
          <Icon name="warning" />
          <span className="font-semibold">{labels.urgency[reason]}</span>
          {theirs && <span lang={label.language}>{formats.quote(theirs)}</span>}
        </span>
      ))}
    </div>
  );
}
