import { useQuery } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { Button } from "../../parts/button.tsx";
import { Empty, Failed, Skeleton } from "../../parts/faces.tsx";
import { sourcesQuery } from "../../queries.ts";
import { ScreenHead } from "../../shell/screen-head.tsx";
import { useSpeech } from "../../speech.tsx";
import { Accounts } from "./accounts.tsx";
import { ImportTable } from "./import-table.tsx";
import { Pushes } from "./pushes.tsx";
import { SourceRow } from "./source-row.tsx";

/** Every place that is listened to, and how it goes there. */
export function Sources() {
  const { words } = useSpeech();
  const [, navigate] = useLocation();
  const sources = useQuery(sourcesQuery);
  const add = (
    <Button look="primary" icon="plus" onClick={() => navigate("/start")}>
      {words.sources.add}
    </Button>
  );
  return (
    <>
      <ScreenHead title={words.app.sources}>{sources.data?.length ? add : null}</ScreenHead>
      <div className="flex-1 overflow-y-auto bg-surface">
        <Accounts of="attention" />
        {sources.isPending ? (
          <Skeleton rows={4} className="h-20" />
        ) : sources.isError && !sources.data ? (
          <Failed what={words.sources.failed} error={sources.error} retry={() => sources.refetch()} />
        ) : sources.data?.length === 0 ? (
          <Empty action={add}>{words.sources.empty}</Empty>
        ) : (
          <>
            <ul className="divide-y divide-line border-b border-line">
              {sources.data?.map((source) => (
                <SourceRow key={source.id} source={source} />
              ))}
            </ul>
            <Pushes />
          </>
        )}
        <Accounts of="rest" />
        <ImportTable />
      </div>
    </>
  );
}
