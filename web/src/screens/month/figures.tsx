import type { ReportView } from "@otklik/core/api/routes/reports";
import type { Move } from "@otklik/core/trend/report-view";
import { daysIn } from "../../month/say.ts";
import type { Voice } from "../../month/use-voice.ts";

interface Figure {
  name: string;
  is: string;
  move: Move;
  /** Whether more of it is good: more mentions are neither. */
  goodIs: "up" | "down" | null;
  was: string | null;
  more: string;
}

/** The four numbers of a month, each with what it was and what it rests on. */
export function Figures({ report, voice }: { report: ReportView; voice: Voice }) {
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-4 full:grid-cols-4 print:grid-cols-4 print:gap-x-4">
      {figuresOf(report, voice).map((figure) => (
        <div key={figure.name}>
          <dt className="text-sm text-ink-soft">{figure.name}</dt>
          <dd className="text-xl font-semibold">{figure.is}</dd>
          {report.past.mentions > 0 && (
            <dd className="text-sm">
              <Change figure={figure} voice={voice} />
            </dd>
          )}
          <dd className="text-sm text-ink-soft">{figure.more}</dd>
        </div>
      ))}
    </dl>
  );
}

const arrows = { up: "M5 1 9.5 9h-9z", down: "M5 9 .5 1h9z" } as const;

function Change({ figure: { move, goodIs, was }, voice: { month } }: { figure: Figure; voice: Voice }) {
  if (was === null) return <span className="text-ink-soft">{month.nothingBefore}</span>;
  const colour =
    goodIs === null || move === "level" || move === "unknown"
      ? "text-ink-soft"
      : move === goodIs
        ? "text-positive"
        : "text-negative";
  return (
    <span className={colour}>
      {(move === "up" || move === "down") && (
        <svg
          viewBox="0 0 10 10"
          width="9"
          height="9"
          fill="currentColor"
          aria-hidden="true"
          className="mr-1.5 inline"
        >
          <path d={arrows[move]} />
        </svg>
      )}
      {month.was(was)}
      {move === "level" && `, ${month.level}`}
    </span>
  );
}

function figuresOf({ now, past, moves, range, before }: ReportView, { month, formats }: Voice): Figure[] {
  const minutes = (value: number | null) => (value === null ? month.unknown : formats.minutes(value));
  const share = (value: number | null) => (value === null ? month.unknown : formats.percent(value));
  return [
    {
      name: month.figures.rating,
      is: now.average ? formats.rating(now.average.is) : month.unknown,
      move: moves.rating,
      goodIs: "up",
      was: past.average && formats.rating(past.average.is),
      more: now.average
        ? `${month.ratings(now.rated)}, ${month.interval(formats.rating(now.average.low), formats.rating(now.average.high))}`
        : month.ratings(0),
    },
    {
      name: month.figures.volume,
      is: formats.number(now.mentions),
      move: moves.volume,
      goodIs: null,
      was: `${formats.number(past.mentions)} (${month.perDay(formats.number(past.mentions / daysIn(before)))})`,
      more: month.perDay(formats.number(now.mentions / daysIn(range))),
    },
    {
      name: month.figures.answered,
      is: share(now.answeredShare),
      move: moves.answered,
      goodIs: "up",
      was: share(past.answeredShare),
      more: month.ofMentions(formats.number(now.answered), formats.number(now.mentions)),
    },
    {
      name: month.figures.reply,
      is: minutes(now.replyMinutes),
      move: moves.reply,
      goodIs: "down",
      was: past.replyMinutes === null ? null : minutes(past.replyMinutes),
      more: month.replies(now.replied),
    },
  ];
}
