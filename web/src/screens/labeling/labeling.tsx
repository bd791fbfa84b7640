import { useQuery } from "@tanstack/react-query";
import { Failed, Skeleton } from "../../parts/faces.tsx";
import { labelingQuery } from "../../queries.ts";
import { ScreenHead } from "../../shell/screen-head.tsx";
import { useSpeech } from "../../speech.tsx";
import { LabelingForm } from "./labeling-form.tsx";
import { NoModel } from "./no-model.tsx";
import { Section } from "./section.tsx";
import { Use } from "./use.tsx";

/** Who labels, what the model costs, and what it did. */
export function Labeling() {
  const { words } = useSpeech();
  const query = useQuery(labelingQuery);
  if (query.data?.model) return <LabelingForm labeling={query.data} model={query.data.model} />;
  return (
    <>
      <ScreenHead title={words.app.labeling} />
      <div className="min-h-0 flex-1 overflow-y-auto bg-surface">
        {query.data ? (
          <div className="max-w-3xl px-5 pb-16">
            <NoModel />
            {query.data.months.some(({ models }) => models.length > 0) && (
              <Section title={words.labeling.use}>
                <Use labeling={query.data} />
              </Section>
            )}
          </div>
        ) : query.isPending ? (
          <Skeleton rows={6} className="h-20" />
        ) : (
          <Failed what={words.labeling.failed} error={query.error} retry={() => query.refetch()} />
        )}
      </div>
    </>
  );
}
