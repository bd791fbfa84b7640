import type { SourceView } from "@otklik/core/api/views";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { useNow } from "../../clock.ts";
import { explain } from "../../explain.ts";
import { inTongue } from "../../in-tongue.ts";
import { Button } from "../../parts/button.tsx";
import { TextField } from "../../parts/field.tsx";
import { sourcesQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";

const dayMs = 24 * 3600_000;
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** What was posted before a source was connected: a time to choose, how far it is read, and how to stop that. */
export function Backfill({ source }: { source: SourceView }) {
  const { sources } = useSpeech().words;
  const [isChoosing, setChoosing] = useState(false);
  if (!source.canBackfill || source.state === "paused") return null;
  if (source.backfill?.state === "running") return <Running source={source} />;
  return (
    <div className="mt-2">
      {isChoosing ? (
        <Choose source={source} close={() => setChoosing(false)} />
      ) : (
        <div className="flex flex-wrap items-center gap-x-3">
          <Button look="quiet" className="-ml-2" onClick={() => setChoosing(true)}>
            {sources.past.load}
          </Button>
          <Ended source={source} />
        </div>
      )}
    </div>
  );
}

/** Puts what the server says of one source into the list. */
function useReplace(): (changed: SourceView) => void {
  const client = useQueryClient();
  return (changed) =>
    client.setQueryData(sourcesQuery.queryKey, (known) =>
      known?.map((one) => (one.id === changed.id ? changed : one)),
    );
}

function Choose({ source, close }: { source: SourceView; close(): void }) {
  const speech = useSpeech();
  const { past } = speech.words.sources;
  const now = useNow();
  const replace = useReplace();
  const [since, setSince] = useState(() => dayOf(new Date(now.getTime() - 365 * dayMs)));
  const [until, setUntil] = useState(() => dayOf(now));
  const begin = useMutation({
    mutationFn: () =>
      call("POST /api/sources/:id/backfill", {
        id: source.id,
        since: new Date(since).toISOString(),
        // the last day is meant whole
        until: new Date(Date.parse(until) + dayMs).toISOString(),
      }),
    onSuccess: (changed) => {
      replace(changed);
      close();
    },
  });
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(submit) => {
        submit.preventDefault();
        begin.mutate();
      }}
    >
      <TextField label={past.since} type="date" value={since} onChange={setSince} max={until} required />
      <TextField label={past.until} type="date" value={until} onChange={setUntil} min={since} required />
      <Button type="submit" disabled={begin.isPending}>
        {past.begin}
      </Button>
      <Button look="quiet" onClick={close}>
        {past.close}
      </Button>
      <p className="basis-full text-sm text-ink-soft">{past.hint}</p>
      {begin.error && (
        <p role="alert" className="basis-full text-sm text-urgent">
          {explain(begin.error, speech)}
        </p>
      )}
    </form>
  );
}

function Running({ source }: { source: SourceView }) {
  const speech = useSpeech();
  const { words, formats } = speech;
  const { past } = words.sources;
  const replace = useReplace();
  const cancel = useMutation({
    mutationFn: () => call("POST /api/sources/:id/backfill/cancel", { id: source.id }),
    onSuccess: replace,
  });
  const { progress, found = 0 } = source.backfill ?? {};
  const { done, of } = progress ?? {};
  return (
    <div className="mt-2 flex max-w-md flex-wrap items-center gap-x-3 gap-y-1">
      <progress
        aria-label={past.running}
        className="h-1 min-w-24 flex-1 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
        {...(done !== undefined && of !== undefined && of > 0 ? { value: done, max: of } : {})}
      />
      <span className="text-sm text-ink-soft">
        {past.running}. {words.sources.found(found)}
        {done !== undefined && of !== undefined && ` (${past.of(formats.number(done), formats.number(of))})`}
      </span>
      <Button look="quiet" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
        {past.cancel}
      </Button>
      {cancel.error && (
        <p role="alert" className="basis-full text-sm text-urgent">
          {explain(cancel.error, speech)}
        </p>
      )}
    </div>
  );
}

/** What became of the last one. */
function Ended({ source: { backfill } }: { source: SourceView }) {
  const speech = useSpeech();
  const { words, formats } = speech;
  const now = useNow();
  if (!backfill || backfill.state === "running") return null;
  const lastDay = new Date(Date.parse(backfill.until) - 1);
  const range = `${formats.day(new Date(backfill.since), now)} – ${formats.day(lastDay, now)}`;
  const { [backfill.state]: outcome } = words.sources.past.ended;
  return (
    <p className={`text-sm ${backfill.state === "failed" ? "text-urgent" : "text-ink-soft"}`}>
      {outcome(range)}. {words.sources.found(backfill.found)}
      {backfill.why && `. ${inTongue(backfill.why, speech)}`}
    </p>
  );
}
