import { useQuery } from "@tanstack/react-query";
import { Failed, Skeleton } from "../../parts/faces.tsx";
import { alertingQuery } from "../../queries.ts";
import { ScreenHead } from "../../shell/screen-head.tsx";
import { useSpeech } from "../../speech.tsx";
import { useWorkspace } from "../../workspace.tsx";
import { AlertingForm } from "./alerting-form.tsx";

/** Who hears outside of the app of what cannot wait. */
export function Alerts() {
  const { words } = useSpeech();
  const { brand } = useWorkspace();
  const query = useQuery(alertingQuery(brand));
  if (query.data) return <AlertingForm key={brand} brand={brand} alerting={query.data} />;
  return (
    <>
      <ScreenHead title={words.app.alerts} />
      <div className="flex-1 overflow-y-auto bg-surface">
        {query.isPending ? (
          <Skeleton rows={6} className="h-20" />
        ) : (
          <Failed what={words.alerts.failed} error={query.error} retry={() => query.refetch()} />
        )}
      </div>
    </>
  );
}
