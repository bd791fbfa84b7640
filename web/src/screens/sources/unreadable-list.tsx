import type { SourceView } from "@otklik/core/api/views";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { inTongue } from "../../in-tongue.ts";
import { Button } from "../../parts/button.tsx";
import { Failed, Skeleton } from "../../parts/faces.tsx";
import { When } from "../../parts/when.tsx";
import { useSpeech } from "../../speech.tsx";

/** What could not be read, kept as it came; asked for when it is opened. */
export function UnreadableList({ source }: { source: SourceView }) {
  const { words } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="mt-2" onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
      <summary className="min-h-6 text-sm text-mixed">{words.sources.unreadable(source.unreadable)}</summary>
      {isOpen && <Rows sourceId={source.id} />}
    </details>
  );
}

function Rows({ sourceId }: { sourceId: string }) {
  const speech = useSpeech();
  const { words } = speech;
  const query = useInfiniteQuery({
    queryKey: ["unreadable", sourceId],
    queryFn: ({ pageParam, signal }) =>
      call("GET /api/sources/:id/unreadable", { id: sourceId, ...pageParam }, { signal }),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next === null ? undefined : { after: next }),
  });
  if (query.isPending) return <Skeleton rows={2} />;
  if (query.isError)
    return <Failed what={words.sources.unreadableTitle} error={query.error} retry={() => query.refetch()} />;
  return (
    <div className="mt-2 max-w-3xl">
      <p className="text-sm text-ink-soft">{words.sources.unreadableHint}</p>
      <ul className="mt-1 divide-y divide-line border-y border-line text-sm">
        {query.data.pages
          .flatMap((page) => page.unreadable)
          .map(({ id, at, where, why, excerpt }) => (
            <li key={id} className="py-2">
              <p>
                {where && <span className="font-semibold">{inTongue(where, speech)}: </span>}
                {inTongue(why, speech)}{" "}
                <span className="text-ink-soft">
                  <When at={at} />
                </span>
              </p>
              <pre className="mt-0.5 max-h-24 overflow-auto whitespace-pre-wrap text-ink-soft">{excerpt}</pre>
            </li>
          ))}
      </ul>
      {query.hasNextPage && (
        <Button className="mt-2" disabled={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {words.sources.more}
        </Button>
      )}
    </div>
  );
}
