import type { AlertRule } from "@otklik/core/alert/alerting";
import type { ChannelView } from "@otklik/core/api/routes/alerting";
import { useId, useState } from "react";
import { Button } from "../../parts/button.tsx";
import { useSpeech } from "../../speech.tsx";
import { NetworkChoice } from "./network-choice.tsx";
import { Rehearsal } from "./rehearsal.tsx";
import type { Settings } from "./settings.ts";
import { Tick } from "./tick.tsx";
import { TimeField } from "./time-field.tsx";

interface RuleBlockProps {
  brand: string;
  rule: AlertRule;
  settings: Settings;
  channels: readonly ChannelView[];
  onChange(rule: AlertRule): void;
}

/** One rule: on or off, whom it tells, what narrows it, and what it would have sent. */
export function RuleBlock({ brand, rule, settings, channels, onChange }: RuleBlockProps) {
  const { alerts } = useSpeech().words;
  const id = useId();
  const [isRehearsed, setRehearsed] = useState(false);
  return (
    <li className="py-4">
      <Tick
        isTicked={rule.on}
        onChange={(on) => onChange({ ...rule, on })}
        aria-describedby={`${id}-hint`}
        className="font-semibold"
      >
        {alerts.rule[rule.kind]}
      </Tick>
      <div className="pl-6">
        <p id={`${id}-hint`} className="text-ink-soft">
          {alerts.ruleHint[rule.kind]}
        </p>
        {rule.on && (
          <div className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-1">
            <Recipients rule={rule} channels={channels} onChange={(to) => onChange({ ...rule, to })} />
            {rule.kind === "digest" ? (
              <TimeField label={alerts.at} value={rule.at} onChange={(at) => onChange({ ...rule, at })} />
            ) : (
              <>
                <NetworkChoice
                  brand={brand}
                  chosen={rule.networks}
                  onChange={(networks) => onChange({ ...rule, networks })}
                />
                {settings.quietHours && (
                  <Tick
                    isTicked={rule.throughQuietHours}
                    onChange={(throughQuietHours) => onChange({ ...rule, throughQuietHours })}
                  >
                    {alerts.throughQuietHours}
                  </Tick>
                )}
              </>
            )}
          </div>
        )}
        <Button
          look="quiet"
          icon="down"
          className={`mt-1 -ml-2 whitespace-normal text-left ${isRehearsed ? "[&>svg]:rotate-180" : ""}`}
          aria-expanded={isRehearsed}
          onClick={() => setRehearsed(!isRehearsed)}
        >
          {alerts.rehearse}
        </Button>
        {isRehearsed && <Rehearsal brand={brand} rule={rule} settings={settings} />}
      </div>
    </li>
  );
}

interface RecipientsProps {
  rule: AlertRule;
  channels: readonly ChannelView[];
  onChange(to: string[]): void;
}

function Recipients({ rule, channels, onChange }: RecipientsProps) {
  const { alerts } = useSpeech().words;
  if (channels.length === 0) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4">
      <legend className="float-left mr-3 text-ink-soft">{alerts.to}</legend>
      {channels.map(({ id, title }) => (
        <Tick
          key={id}
          isTicked={rule.to.includes(id)}
          onChange={(isTold) => onChange(isTold ? [...rule.to, id] : rule.to.filter((one) => one !== id))}
        >
          <span className="max-w-56 truncate">{title}</span>
        </Tick>
      ))}
      {rule.to.length === 0 && <p className="w-full text-sm text-mixed">{alerts.toNobody}</p>}
    </fieldset>
  );
}
