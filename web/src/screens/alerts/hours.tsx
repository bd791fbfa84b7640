import { languages } from "@otklik/words";
import { useId } from "react";
import { fieldLook } from "../../parts/field.tsx";
import { useSpeech } from "../../speech.tsx";
import type { Settings } from "./settings.ts";
import { TimeField } from "./time-field.tsx";

const night = { from: "22:00", until: "08:00" };
const zones: readonly string[] = Intl.supportedValuesOf("timeZone");

/** The language of messages, the zone of their times, and when only what may pass is told. */
export function Hours({ settings, onChange }: { settings: Settings; onChange(settings: Settings): void }) {
  const { words, formats } = useSpeech();
  const { alerts } = words;
  const id = useId();
  const { language, timeZone, quietHours } = settings;
  const offered = zones.includes(timeZone) ? zones : [timeZone, ...zones];
  return (
    <div className="flex flex-col gap-4">
      <div className="grid max-w-xl gap-4 wide:grid-cols-2">
        <div className="flex flex-col gap-1">
          <label htmlFor={`${id}-language`}>{alerts.language}</label>
          <select
            id={`${id}-language`}
            className={fieldLook}
            value={language}
            onChange={({ target }) => {
              const chosen = languages.find((one) => one === target.value);
              if (chosen) onChange({ ...settings, language: chosen });
            }}
          >
            {languages.map((one) => (
              <option key={one} value={one}>
                {formats.languageName(one)}
              </option>
            ))}
          </select>
        </div>
        <div className="flex flex-col gap-1">
          <label htmlFor={`${id}-zone`}>{alerts.timeZone}</label>
          <select
            id={`${id}-zone`}
            className={fieldLook}
            value={timeZone}
            onChange={({ target }) => onChange({ ...settings, timeZone: target.value })}
          >
            {offered.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div>
        <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1">
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={quietHours !== null}
              onChange={({ target }) => onChange({ ...settings, quietHours: target.checked ? night : null })}
            />
            {alerts.quietHours}
          </label>
          {quietHours && (
            <>
              <TimeField
                label={alerts.from}
                value={quietHours.from}
                onChange={(from) => onChange({ ...settings, quietHours: { ...quietHours, from } })}
              />
              <TimeField
                label={alerts.until}
                value={quietHours.until}
                onChange={(until) => onChange({ ...settings, quietHours: { ...quietHours, until } })}
              />
            </>
          )}
        </div>
        <p className="text-sm text-ink-soft">{alerts.quietHint}</p>
      </div>
    </div>
  );
}
