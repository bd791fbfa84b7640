import type { AlertRule } from "@otklik/core/alert/alerting";
import type { AlertingView } from "@otklik/core/api/routes/alerting";

/** What one saves together: everything but the channels, which are added and removed at once. */
export type Settings = Pick<AlertingView, "language" | "timeZone" | "quietHours" | "rules">;

/** The settings as they are saved; channels that are gone are no longer told. */
export const settingsOf = ({ language, timeZone, quietHours, rules, channels }: AlertingView): Settings =>
  withoutGone({ language, timeZone, quietHours, rules }, channels);

/** Names in rules of channels that are not there any more are taken out. */
export function withoutGone(settings: Settings, channels: readonly { id: string }[]): Settings {
  const there = new Set(channels.map(({ id }) => id));
  const rules = settings.rules.map((rule) => ({ ...rule, to: rule.to.filter((id) => there.has(id)) }));
  return { ...settings, rules };
}

/** The first channel hears of everything until somebody says otherwise; the server does the same to what is kept. */
export const tellingFirst = (settings: Settings, channels: readonly { id: string }[]): Settings => {
  const [first, ...others] = channels;
  if (!first || others.length > 0) return settings;
  return { ...settings, rules: settings.rules.map((rule) => ({ ...rule, to: [first.id] })) };
};

export const withRule = (settings: Settings, changed: AlertRule): Settings => ({
  ...settings,
  rules: settings.rules.map((rule) => (rule.id === changed.id ? changed : rule)),
});

export const isSame = (one: Settings, other: Settings): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
