import { useCommands } from "../../commands/commands.ts";
import { monthAfter, monthOf, monthsToChoose, type Period, spans } from "../../month/period.ts";
import type { Voice } from "../../month/use-voice.ts";
import { Button, IconButton } from "../../parts/button.tsx";

const look = "min-h-8 rounded-md border border-edge bg-surface px-2 text-base";

interface PeriodBarProps {
  period: Period;
  now: Date;
  voice: Voice;
  onChange(period: Period): void;
  /** Undefined while there is nothing to save or to print. */
  onCsv: (() => void) | undefined;
}

/** Which days the page speaks of: k and j go a month back and forth. */
export function PeriodBar({ period, now, voice, onChange, onCsv }: PeriodBarProps) {
  const { month, formats } = voice;
  const earlier = () => onChange({ ...period, month: monthAfter(period.month, -1) });
  const later =
    period.month < monthOf(now)
      ? () => onChange({ ...period, month: monthAfter(period.month, 1) })
      : undefined;
  useCommands({ previous: earlier, next: later });
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <IconButton icon="back" label={`${month.earlier} (k)`} onClick={earlier} />
      <select
        aria-label={month.chooseMonth}
        className={look}
        value={period.month}
        onChange={(change) => onChange({ ...period, month: change.target.value })}
      >
        {monthsToChoose(period.month, now).map((one) => (
          <option key={one} value={one}>
            {formats.month(one)}
          </option>
        ))}
      </select>
      <IconButton
        icon="back"
        label={`${month.later} (j)`}
        className="rotate-180"
        disabled={!later}
        onClick={later}
      />
      <select
        aria-label={month.chooseSpan}
        className={look}
        value={period.span}
        onChange={(change) => {
          const span = spans.find((one) => String(one) === change.target.value) ?? 1;
          onChange({ ...period, span });
        }}
      >
        {spans.map((span) => (
          <option key={span} value={span}>
            {month.spans[span]}
          </option>
        ))}
      </select>
      <span className="flex-1" />
      {onCsv && (
        <>
          <Button onClick={onCsv}>{month.csv}</Button>
          <Button look="primary" onClick={() => print()}>
            {month.print}
          </Button>
        </>
      )}
    </div>
  );
}
