import type { ReportView } from "@otklik/core/api/routes/reports";
import type { Voice } from "../../month/use-voice.ts";

/** Which sources could not be read and when: the hatched parts of the charts. */
export function Outages({
  report: { outages },
  voice: { month, formats },
}: {
  report: ReportView;
  voice: Voice;
}) {
  if (outages.length === 0) return null;
  return (
    <div className="border-l-2 border-edge pl-3 text-sm">
      <ul>
        {outages.map(({ source, from, until }) => (
          <li key={`${source} ${from}`} className="print:nth-[n+3]:hidden">
            {until
              ? month.outage(source, formats.instant(from), formats.instant(until))
              : month.outageLasts(source, formats.instant(from))}
          </li>
        ))}
      </ul>
      <p className="text-ink-soft">{month.outageHint}</p>
    </div>
  );
}
