import type { AlertingView } from "@otklik/core/api/routes/alerting";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { say } from "../../notices.ts";
import { Button } from "../../parts/button.tsx";
import { alertingQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";
import { Channels } from "./channels.tsx";
import { Hours } from "./hours.tsx";
import { Letters } from "./letters.tsx";
import { RuleBlock } from "./rule-block.tsx";
import { isSame, type Settings, settingsOf, tellingAll, withoutGone, withRule } from "./settings.ts";

interface AlertingFormProps {
  brand: string;
  alerting: AlertingView;
}

/** Channels at once; language, hours and rules as one form, saved by its button. What was changed stays when saving fails. */
export function AlertingForm({ brand, alerting }: AlertingFormProps) {
  const speech = useSpeech();
  const { alerts, actions } = speech.words;
  const client = useQueryClient();
  const kept = settingsOf(alerting);
  const [changed, setChanged] = useState<Settings | null>(null);
  const settings = withoutGone(changed ?? kept, alerting.channels);
  const isChanged = !isSame(settings, kept);
  const show = (view: AlertingView) => client.setQueryData(alertingQuery(brand).queryKey, view);
  const put = (wanted: Settings) => call("PUT /api/alerting", { brand, ...wanted });

  const save = useMutation({
    mutationFn: put,
    onSuccess: (view) => {
      show(view);
      setChanged(null);
      say({ text: alerts.saved });
    },
  });
  const added = async (view: AlertingView, id: string) => {
    show(view);
    if (changed) setChanged(tellingAll(changed, id));
    show(await put(tellingAll(settingsOf(view), id)));
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-surface">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="max-w-3xl px-5 pb-10">
          <p className="pt-4 text-ink-soft">{alerts.lead}</p>
          <Channels brand={brand} alerting={alerting} onChange={show} onAdded={added} />
          <form
            id="alerting"
            onSubmit={(submit) => {
              submit.preventDefault();
              save.mutate(settings);
            }}
          >
            <Section title={alerts.hours}>
              <Hours settings={settings} onChange={setChanged} />
            </Section>
            <Section title={alerts.rules}>
              <ul className="divide-y divide-line border-y border-line">
                {settings.rules.map((rule) => (
                  <RuleBlock
                    key={rule.id}
                    brand={brand}
                    rule={rule}
                    settings={settings}
                    channels={alerting.channels}
                    onChange={(now) => setChanged(withRule(settings, now))}
                  />
                ))}
              </ul>
            </Section>
          </form>
          {!alerting.sendsMail && (
            <Section title={alerts.letters}>
              <Letters />
            </Section>
          )}
        </div>
      </div>
      {isChanged && (
        <div className="flex flex-wrap items-center gap-2 border-t border-line px-5 py-3">
          <Button type="submit" form="alerting" look="primary" disabled={save.isPending}>
            {actions.save}
          </Button>
          <Button disabled={save.isPending} onClick={() => setChanged(null)}>
            {alerts.revert}
          </Button>
          {save.isError ? (
            <p role="alert" className="text-urgent">
              {explain(save.error, speech)}
            </p>
          ) : (
            <p className="text-ink-soft">{alerts.unsaved}</p>
          )}
        </div>
      )}
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="pt-8">
      <h2 className="pb-2 font-semibold">{title}</h2>
      {children}
    </section>
  );
}
