import type { ReportView } from "@otklik/core/api/routes/reports";
import type { Figures, GroupRow } from "@otklik/core/trend/report-view";
import { groupings, type Period } from "../../month/period.ts";
import { negativeShare } from "../../month/say.ts";
import type { Voice } from "../../month/use-voice.ts";
import { cell, Head } from "./numbers.tsx";
import { Scrolling } from "./scrolling.tsx";

/** How many rows fit on the one sheet. */
const onPaper = 6;

interface GroupsProps {
  report: ReportView;
  voice: Voice;
  by: Period["by"];
  onBy(by: Period["by"]): void;
  nameOf(group: GroupRow): string;
}

/** The same figures by network, by product or by location. */
export function Groups({ report, voice, by, onBy, nameOf }: GroupsProps) {
  const { month } = voice;
  const { columns } = month;
  const hidden = report.groups.length - onPaper;
  return (
    <section className="border-t border-line pt-4 print:pt-2">
      <fieldset className="mb-2 flex flex-wrap gap-1 print:hidden">
        <legend className="sr-only">{month.by[by]}</legend>
        {groupings.map((one) => (
          <label
            key={one}
            className="flex min-h-8 cursor-pointer items-center rounded-md px-2.5 text-ink-soft hover:bg-hover has-checked:bg-wash has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2"
          >
            <input
              type="radio"
              name="by"
              className="sr-only"
              checked={one === by}
              onChange={() => onBy(one)}
            />
            {month.by[one]}
          </label>
        ))}
      </fieldset>
      <h2 className="hidden text-sm font-semibold print:block">{month.by[report.by]}</h2>
      <Scrolling label={month.by[report.by]}>
        <table className="w-full text-sm print:text-xs">
          <caption className="sr-only">{month.by[report.by]}</caption>
          <Head
            names={[
              columns[report.by],
              columns.mentions,
              columns.average,
              columns.averageBefore,
              columns.answered,
              columns.negative,
              columns.reply,
            ]}
          />
          <tbody>
            {report.groups.map((group, at) => (
              <Row
                key={group.key}
                name={nameOf(group)}
                now={group.now}
                before={group.before}
                voice={voice}
                className={at >= onPaper ? "print:hidden" : ""}
              />
            ))}
            {report.otherGroups && (
              <Row name={month.otherGroups} now={report.otherGroups} before={null} voice={voice} />
            )}
          </tbody>
        </table>
      </Scrolling>
      {hidden > 0 && <p className="hidden text-xs text-ink-soft print:block">{month.more(hidden)}</p>}
      {report.otherGroups && (
        <p className="mt-1 text-sm text-ink-soft print:text-xs">{month.otherGroupsHint}</p>
      )}
    </section>
  );
}

interface RowProps {
  name: string;
  now: Figures;
  before: Figures | null;
  voice: Voice;
  className?: string;
}

function Row({ name, now, before, voice: { formats }, className = "" }: RowProps) {
  const negative = negativeShare(now);
  const dash = "—";
  return (
    <tr className={`border-t border-line ${className}`}>
      <th scope="row" className={`${cell} min-w-32 font-normal break-words print:max-w-60 print:truncate`}>
        {name}
      </th>
      <td className={cell}>{formats.number(now.mentions)}</td>
      <td className={cell}>{now.average ? formats.rating(now.average.is) : dash}</td>
      <td className={`${cell} text-ink-soft`}>
        {before?.average ? formats.rating(before.average.is) : dash}
      </td>
      <td className={cell}>{now.answeredShare === null ? dash : formats.percent(now.answeredShare)}</td>
      <td className={cell}>{negative === null ? dash : formats.percent(negative)}</td>
      <td className={cell}>{now.replyMinutes === null ? dash : formats.minutes(now.replyMinutes)}</td>
    </tr>
  );
}
