import type { LabelingView } from "@otklik/core/api/routes/labeling";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { useNow } from "../../clock.ts";
import { explain } from "../../explain.ts";
import { say } from "../../notices.ts";
import { TextField } from "../../parts/field.tsx";
import { labelingQuery } from "../../queries.ts";
import { SaveVerbs } from "../../shell/save-verbs.tsx";
import { ScreenHead } from "../../shell/screen-head.tsx";
import { useSpeech } from "../../speech.tsx";
import { readBudget } from "./budget.ts";
import { Section } from "./section.tsx";
import { Use } from "./use.tsx";
import { WhoLabels } from "./who-labels.tsx";

interface LabelingFormProps {
  labeling: LabelingView;
  model: NonNullable<LabelingView["model"]>;
}

/** The choice and the budget as one form, saved by its button; below it the model and what it did. */
export function LabelingForm({ labeling, model }: LabelingFormProps) {
  const speech = useSpeech();
  const { words, formats } = speech;
  const { labeling: said } = words;
  const now = useNow();
  const client = useQueryClient();
  const { allowedUsd } = model;
  const keptUsd = Math.min(labeling.monthlyUsd ?? allowedUsd, allowedUsd);
  const kept = { asks: labeling.asks, budget: String(keptUsd) };
  const [changed, setChanged] = useState<typeof kept | null>(null);
  const form = changed ?? kept;
  const isChanged = form.asks !== kept.asks || form.budget !== kept.budget;
  // a budget that nothing is spent of need not be right
  const monthlyUsd = form.asks === "never" ? keptUsd : readBudget(form.budget, allowedUsd);
  const allowed = formats.dollars(allowedUsd);
  const save = useMutation({
    mutationFn: (usd: number) =>
      call("PUT /api/labeling", { asks: form.asks, monthlyUsd: usd === allowedUsd ? null : usd }),
    onSuccess: (view) => {
      client.setQueryData(labelingQuery.queryKey, view);
      setChanged(null);
      say({ text: said.saved });
    },
  });
  const { trouble } = labeling;
  return (
    <>
      <ScreenHead title={words.app.labeling}>
        {isChanged && (
          <SaveVerbs form="labeling" isSaving={save.isPending} onRevert={() => setChanged(null)} />
        )}
      </ScreenHead>
      {isChanged && save.isError && <Line>{explain(save.error, speech)}</Line>}
      {labeling.isStopped && <Line>{said.stopped}</Line>}
      {trouble && (
        <Line isUrgent={forUs.includes(trouble.is)}>
          {said.trouble[trouble.is](formats.moment(new Date(trouble.at), now))}
        </Line>
      )}
      <div className="min-h-0 flex-1 overflow-y-auto bg-surface">
        <form
          id="labeling"
          className="max-w-3xl px-5"
          onSubmit={(submit) => {
            submit.preventDefault();
            if (monthlyUsd !== null) save.mutate(monthlyUsd);
          }}
        >
          <p className="pt-4 text-ink-soft">{said.lead}</p>
          <Section title={said.who}>
            <WhoLabels asks={form.asks} onChange={(asks) => setChanged({ ...form, asks })} />
            <TextField
              label={said.budget}
              className="max-w-sm pt-4"
              inputMode="decimal"
              value={form.budget}
              disabled={form.asks === "never"}
              onChange={(budget) => setChanged({ ...form, budget })}
              hint={said.budgetHint(allowed)}
              error={monthlyUsd === null ? said.budgetWrong(allowed) : undefined}
            />
          </Section>
        </form>
        <div className="max-w-3xl px-5 pb-16">
          <Section title={said.use}>
            <Use labeling={labeling} />
          </Section>
          <Section title={said.model}>
            <dl className="grid grid-cols-[max-content_1fr] gap-x-5 gap-y-1">
              <dt className="text-ink-soft">{said.name}</dt>
              <dd className="break-all">{model.name}</dd>
              <dt className="text-ink-soft">{said.address}</dt>
              <dd className="break-all">{model.baseUrl}</dd>
            </dl>
            <p className="pt-2 text-sm text-ink-soft">{said.fromEnvironment}</p>
          </Section>
        </div>
      </div>
    </>
  );
}

/** Troubles that do not pass by themselves. */
const forUs: readonly string[] = ["rejected", "unreachable"];

function Line({ children, isUrgent = true }: { children: string; isUrgent?: boolean }) {
  return (
    <p
      role={isUrgent ? "alert" : "status"}
      className={`border-b border-line px-5 py-2 ${isUrgent ? "bg-urgent-wash text-urgent" : "bg-surface text-ink-soft"}`}
    >
      {children}
    </p>
  );
}
