import { useQuery } from "@tanstack/react-query";
import { Empty, Failed, Skeleton } from "../../parts/faces.tsx";
import { stuckQuery } from "../../queries.ts";
import { ScreenHead } from "../../shell/screen-head.tsx";
import { useSpeech } from "../../speech.tsx";
import { Audit } from "./audit.tsx";
import { Letters } from "./letters.tsx";
import { UnreadableSources } from "./unreadable-sources.tsx";

/** What could not be done or read, why, and what may be done about it. */
export function Stuck() {
  const { words } = useSpeech();
  const counts = useQuery(stuckQuery);
  const { data } = counts;
  return (
    <>
      <ScreenHead title={words.app.stuck} />
      <div className="@container flex-1 overflow-y-auto bg-surface">
        {counts.isPending ? (
          <Skeleton rows={4} className="h-20" />
        ) : !data ? (
          <Failed what={words.stuck.failed} error={counts.error} retry={() => counts.refetch()} />
        ) : (
          <>
            {data.letters + data.unreadable === 0 && <Empty>{words.stuck.empty}</Empty>}
            {data.letters > 0 && <Letters byQueue={data.byQueue} />}
            {data.unreadable > 0 && <UnreadableSources bySource={data.bySource} />}
            <Audit />
          </>
        )}
      </div>
    </>
  );
}
