import type { ReportView } from "@otklik/core/api/routes/reports";
import type { TopicMove } from "@otklik/core/trend/report-view";
import { topicTitle } from "@otklik/words";
import { Link } from "wouter";
import type { Voice } from "../../month/use-voice.ts";
import { useSpeech } from "../../speech.tsx";

/** What is spoken of more than before, and less, with voices that lead to their conversations. */
export function Topics({ report: { topics, topicTitles }, voice }: { report: ReportView; voice: Voice }) {
  const { month } = voice;
  if (topics.up.length + topics.down.length === 0)
    return <p className="border-t border-line pt-4 text-ink-soft print:pt-2">{month.noTopics}</p>;
  return (
    <div className="grid gap-x-8 gap-y-5 border-t border-line pt-4 wide:grid-cols-2 print:grid-cols-2 print:pt-2">
      <Side title={month.topicsUp} moves={topics.up} titles={topicTitles} voice={voice} />
      <Side title={month.topicsDown} moves={topics.down} titles={topicTitles} voice={voice} />
    </div>
  );
}

interface Told {
  /** The brand's own names of topics. */
  titles: ReportView["topicTitles"];
  voice: Voice;
}

function Side({ title, moves, ...told }: { title: string; moves: readonly TopicMove[] } & Told) {
  if (moves.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-lg font-semibold print:mb-0 print:text-sm">{title}</h2>
      <ul className="flex flex-col gap-4 print:gap-1">
        {moves.map((move) => (
          <TopicLine key={move.topic} move={move} {...told} />
        ))}
      </ul>
    </section>
  );
}

function TopicLine({
  move: { topic, share, shareBefore, negativeShare, quotes },
  titles,
  voice: { month, labels, formats },
}: { move: TopicMove } & Told) {
  const speech = useSpeech();
  return (
    <li>
      <p>
        <span className="font-semibold">{topicTitle(topic, { labels, titles })}</span>{" "}
        <span className="text-sm text-ink-soft">
          {month.topicShare(formats.percent(shareBefore), formats.percent(share))},{" "}
          {month.topicNegative(formats.percent(negativeShare))}
        </span>
      </p>
      <ul>
        {quotes.map(({ conversation, words }) => (
          <li key={conversation} className="mt-0.5 print:not-first:hidden">
            <Link
              to={`/inbox/${encodeURIComponent(conversation)}`}
              className="underline decoration-line underline-offset-2 hover:decoration-current print:line-clamp-2 print:no-underline"
            >
              {speech.formats.quote(words)}
            </Link>
          </li>
        ))}
      </ul>
    </li>
  );
}
