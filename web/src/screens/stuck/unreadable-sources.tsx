import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { say } from "../../notices.ts";
import { Button } from "../../parts/button.tsx";
import { sourcesQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";
import { ConfirmDiscard } from "./confirm-discard.tsx";
import { UnreadableList } from "./unreadable-list.tsx";

/** The entries that could not be read, by source. */
export function UnreadableSources({ bySource }: { bySource: Readonly<Record<string, number>> }) {
  const { words } = useSpeech();
  return (
    <section aria-label={words.stuck.unreadable} className="pt-4">
      <h2 className="px-5 text-lg font-semibold">{words.stuck.unreadable}</h2>
      <p className="max-w-3xl px-5 pt-1 text-ink-soft">{words.stuck.unreadableHint}</p>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {Object.entries(bySource).map(([id, count]) => (
          <UnreadableSource key={id} id={id} count={count} />
        ))}
      </ul>
    </section>
  );
}

function UnreadableSource({ id, count }: { id: string; count: number }) {
  const speech = useSpeech();
  const { stuck, composer } = speech.words;
  const client = useQueryClient();
  const source = useQuery(sourcesQuery).data?.find((one) => one.id === id);
  /** What the person is asked about: an entry, or all of them. */
  const [doomed, setDoomed] = useState<{ entry?: string } | null>(null);
  const onError = (error: Error) => say({ text: composer.notDone(explain(error, speech)) });
  const onSettled = () => client.invalidateQueries({ queryKey: ["stuck"] });
  const readAnew = useMutation({
    mutationFn: () => call("POST /api/sources/:id/read-anew", { id }),
    onSuccess: () => say({ text: stuck.readingAnew }),
    onError,
    onSettled,
  });
  const discard = useMutation({
    mutationFn: (which: { entry?: string }) =>
      call("POST /api/sources/:id/unreadable/discard", { id, ...which }),
    onSuccess: ({ discarded }) => say({ text: stuck.discarded(stuck.entries(discarded)) }),
    onError,
    onSettled,
  });
  return (
    <li className="px-5 py-3">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h3 className="font-semibold break-words">{source?.title ?? stuck.lost}</h3>
          <p className="text-sm text-ink-soft">{stuck.entries(count)}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button disabled={readAnew.isPending} onClick={() => readAnew.mutate()}>
            {stuck.readAnew}
          </Button>
          <Button look="quiet" disabled={discard.isPending} onClick={() => setDoomed({})}>
            {stuck.discardAll}
          </Button>
        </div>
      </div>
      <UnreadableList sourceId={id} onDiscard={(entry) => setDoomed({ entry })} />
      {doomed && (
        <ConfirmDiscard
          what={`${source?.title ?? stuck.lost}: ${stuck.entries(doomed.entry ? 1 : count)}`}
          onClose={() => setDoomed(null)}
          onDiscard={() => discard.mutate(doomed)}
        />
      )}
    </li>
  );
}
