import type { AlertingView } from "@otklik/core/api/routes/alerting";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { say } from "../../notices.ts";
import { alertingQuery } from "../../queries.ts";
import { SaveVerbs } from "../../shell/save-verbs.tsx";
import { ScreenHead } from "../../shell/screen-head.tsx";
import { useSpeech } from "../../speech.tsx";
import { Channels } from "./channels.tsx";
import { Hours } from "./hours.tsx";
import { Letters } from "./letters.tsx";
import { RuleBlock } from "./rule-block.tsx";
import { isSame, type Settings, settingsOf, tellingFirst, withoutGone, withRule } from "./settings.ts";

interface AlertingFormProps {
  brand: string;
  alerting: AlertingView;
}

/** Channels at once; language, hours and rules as one form, saved by its button. What was changed stays when saving fails. */
export function AlertingForm({ brand, alerting }: AlertingFormProps) {
  const speech = useSpeech();
  const { words } = speech;
  const { alerts } = words;
  const client = useQueryClient();
  const kept = settingsOf(alerting);
  const [changed, setChanged] = useState<Settings | null>(null);
  const settings = withoutGone(changed ?? kept, alerting.channels);
  const isChanged = !isSame(settings, kept);
  const show = (view: AlertingView) => client.setQueryData(alertingQuery(brand).queryKey, view);
  const save = useMutation({
    mutationFn: (wanted: Settings) => call("PUT /api/alerting", { brand, ...wanted }),
    onSuccess: (view) => {
      show(view);
      setChanged(null);
      say({ text: alerts.saved });
    },
  });
  const added = (view: AlertingView) => {
    show(view);
    if (changed) setChanged(tellingFirst(changed, view.channels));
  };
  return (
    <>
      <ScreenHead title={words.app.alerts}>
        {isChanged && (
          <SaveVerbs form="alerting" isSaving={save.isPending} onRevert={() => setChanged(null)} />
        )}
      </ScreenHead>
      {isChanged && save.isError && (
        <p role="alert" className="border-b border-line bg-urgent-wash px-5 py-2 text-urgent">
          {explain(save.error, speech)}
        </p>
      )}
      <div className="min-h-0 flex-1 overflow-y-auto bg-surface">
        <div className="max-w-3xl px-5 pb-16">
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
    </>
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
