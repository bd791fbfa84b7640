import type { SilenceAuditView, SilentView } from "@otklik/core/api/routes/silence";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../api.ts";
import { useNow } from "../../clock.ts";
import { Empty, Failed, Skeleton } from "../../parts/faces.tsx";
import { silenceQuery } from "../../queries.ts";
import { ScreenHead } from "../../shell/screen-head.tsx";
import { useSpeech } from "../../speech.tsx";
import { useWorkspace } from "../../workspace.tsx";
import { Corrections } from "./corrections.tsx";
import { MissedSoFar, PastWeeks } from "./missed.tsx";
import { Silent } from "./silent.tsx";

/** A second look at a sample of what nobody looked at last week, and how much was missed. */
export function Silence() {
  const { words } = useSpeech();
  const { brand } = useWorkspace();
  const query = useQuery(silenceQuery(brand));
  return (
    <>
      <ScreenHead title={words.app.silence} />
      <div className="@container flex-1 overflow-y-auto bg-surface">
        {query.isPending ? (
          <Skeleton rows={6} className="h-20" />
        ) : !query.data ? (
          <Failed what={words.silence.failed} error={query.error} retry={() => query.refetch()} />
        ) : query.data.sample.length === 0 ? (
          <Empty>{words.silence.empty}</Empty>
        ) : (
          <Sample audit={query.data} />
        )}
        {query.data && <PastWeeks past={query.data.past} />}
        <Corrections brand={brand} />
      </div>
    </>
  );
}

function Sample({ audit }: { audit: SilenceAuditView }) {
  const { words, formats } = useSpeech();
  const { brand } = useWorkspace();
  const now = useNow();
  const client = useQueryClient();
  const { queryKey } = silenceQuery(brand);
  const judge = useMutation({
    mutationFn: ({ id, verdict }: Pick<SilentView, "id"> & { verdict: SilentView["verdict"] }) =>
      call("PUT /api/silence/:id", { brand, week: audit.week, id, verdict: verdict ?? null }),
    onSuccess: (next) => client.setQueryData(queryKey, next),
  });
  const { population, sample, week } = audit;
  const all = population.harmless + population.closed;
  return (
    <>
      <div className="max-w-3xl px-5 pt-4">
        <p>
          {words.silence.lead(
            formats.day(new Date(week), now),
            formats.number(sample.length),
            words.silence.mentions(all),
          )}
        </p>
        <MissedSoFar rate={audit.rate} />
        {judge.isError && (
          <p role="alert" className="mt-2 text-negative">
            {words.silence.notKept}
          </p>
        )}
      </div>
      <ul className="mt-4 max-w-3xl divide-y divide-line border-y border-line">
        {sample.map((one) => (
          <Silent key={one.id} one={one} onJudge={(verdict) => judge.mutate({ id: one.id, verdict })} />
        ))}
      </ul>
    </>
  );
}
