import type { ReportView } from "@otklik/core/api/routes/reports";
import type { Voice } from "../../month/use-voice.ts";
import { moods } from "../../parts/sentiment.tsx";

export const cell = "py-1 print:py-0.5 pr-4 text-right last:pr-0 first:text-left";

interface NumbersProps {
  report: ReportView;
  voice: Voice;
  caption: string;
}

/** The ratings behind their line; a day without any is left out. */
export function RatingNumbers({ report, voice: { month, formats }, caption }: NumbersProps) {
  const { columns } = month;
  return (
    <table className="w-full max-w-xl">
      <caption className="sr-only">{caption}</caption>
      <Head names={[columns[report.step], columns.average, columns.low, columns.high, columns.rated]} />
      <tbody>
        {report.points.map(({ from, to, average, rated, blind }) =>
          average || blind ? (
            <tr key={from} className="border-t border-line">
              <th scope="row" className={`${cell} font-normal`}>
                {from === to ? formats.day(from) : formats.days({ from, to })}
              </th>
              <td className={cell}>{average ? formats.rating(average.is) : month.notRead}</td>
              <td className={cell}>{average ? formats.rating(average.low) : ""}</td>
              <td className={cell}>{average ? formats.rating(average.high) : ""}</td>
              <td className={cell}>{formats.number(rated)}</td>
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  );
}

/** The mentions behind the bars. */
export function VolumeNumbers({ report, voice: { month, labels, formats }, caption }: NumbersProps) {
  const { columns } = month;
  return (
    <table className="w-full max-w-xl">
      <caption className="sr-only">{caption}</caption>
      <Head
        names={[columns[report.step], columns.mentions, ...moods.map((name) => labels.sentiment[name])]}
      />
      <tbody>
        {report.points.map(({ from, to, mentions, bySentiment, blind }) => (
          <tr key={from} className="border-t border-line">
            <th scope="row" className={`${cell} font-normal`}>
              {from === to ? formats.day(from) : formats.days({ from, to })}
            </th>
            <td className={cell}>{blind && mentions === 0 ? month.notRead : formats.number(mentions)}</td>
            {moods.map((name) => (
              <td key={name} className={cell}>
                {formats.number(bySentiment[name])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Head({ names }: { names: readonly string[] }) {
  return (
    <thead>
      <tr className="text-ink-soft">
        {names.map((name) => (
          <th key={name} scope="col" className={`${cell} align-bottom font-normal`}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
