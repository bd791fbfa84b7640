import type { SourceView } from "@otklik/core/api/views";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { call } from "../../api.ts";
import { useNow } from "../../clock.ts";
import { explain } from "../../explain.ts";
import { say } from "../../notices.ts";
import { Button } from "../../parts/button.tsx";
import { networkTitle } from "../../parts/network-title.ts";
import { sourcesQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";
import { Backfill } from "./backfill.tsx";
import { SourceHealth } from "./source-health.tsx";

/** One source: its name, how it goes there, what was found, and what may be done. */
export function SourceRow({ source }: { source: SourceView }) {
  const speech = useSpeech();
  const { sources } = speech.words;
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (verb: "pull" | "pause" | "resume") =>
      call(`POST /api/sources/:id/${verb}`, { id: source.id }),
    onSuccess: (changed) =>
      client.setQueryData(sourcesQuery.queryKey, (known) =>
        known?.map((one) => (one.id === changed.id ? changed : one)),
      ),
    onError: (error) => say({ text: speech.words.composer.notDone(explain(error, speech)) }),
  });
  const [, navigate] = useLocation();
  const isPaused = source.state === "paused";
  const { accountId, fault } = source;
  const wantsSignIn = isPaused && accountId !== undefined && fault?.kind === "unauthorized";
  return (
    <li className="px-5 py-4">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="font-semibold break-words">{source.title}</h2>
          <SourceHealth source={source} />
          <Numbers source={source} />
          <Backfill source={source} />
        </div>
        <div className="flex gap-2">
          {!isPaused && (
            <Button disabled={act.isPending} onClick={() => act.mutate("pull")}>
              {sources.pull}
            </Button>
          )}
          {wantsSignIn && (
            <Button onClick={() => navigate(`/accounts/${accountId}/renew`)}>
              {speech.words.connect.reconnect}
            </Button>
          )}
          <Button disabled={act.isPending} onClick={() => act.mutate(isPaused ? "resume" : "pause")}>
            {isPaused ? sources.resume : sources.pause}
          </Button>
        </div>
      </div>
      {source.unreadable > 0 && (
        <Link
          to="/stuck"
          className="mt-2 inline-block min-h-6 text-sm text-mixed underline underline-offset-2"
        >
          {sources.unreadable(source.unreadable)}
        </Link>
      )}
    </li>
  );
}

/** The quiet line: network, rhythm, what was found, the standing the network publishes. */
function Numbers({ source }: { source: SourceView }) {
  const { words, formats } = useSpeech();
  const { sources } = words;
  const now = useNow();
  const { standing, foundAt, every } = source;
  const said = [
    networkTitle(source.network, source.networkTitle, words),
    sources.found(source.found),
    ...(foundAt ? [sources.lastFound(formats.relative(new Date(foundAt), now))] : []),
    ...(standing
      ? [sources.standing(formats.number(standing.average), formats.number(standing.outOf), standing.count)]
      : []),
    every === 0 ? sources.onlyWhenAsked : sources.every(every),
  ];
  return <p className="mt-0.5 text-sm text-ink-soft">{said.join(" · ")}</p>;
}
