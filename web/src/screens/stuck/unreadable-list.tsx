import { useInfiniteQuery } from "@tanstack/react-query";
import { call } from "../../api.ts";
import { inTongue } from "../../in-tongue.ts";
import { Button, IconButton } from "../../parts/button.tsx";
import { Failed, Skeleton } from "../../parts/faces.tsx";
import { When } from "../../parts/when.tsx";
import { useSpeech } from "../../speech.tsx";

/** What could not be read of a source, kept as it came. */
export function UnreadableList({
  sourceId,
  onDiscard,
}: {
  sourceId: string;
  onDiscard(entry: string): void;
}) {
  const speech = useSpeech();
  const { words } = speech;
  const query = useInfiniteQuery({
    queryKey: ["stuck", "unreadable", sourceId],
    queryFn: ({ pageParam, signal }) =>
      call("GET /api/sources/:id/unreadable", { id: sourceId, ...pageParam }, { signal }),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next === null ? undefined : { after: next }),
  });
  if (query.isPending) return <Skeleton rows={2} />;
  if (query.isError)
    return <Failed what={words.stuck.failed} error={query.error} retry={() => query.refetch()} />;
  return (
    <div className="mt-2 max-w-3xl">
      <ul className="divide-y divide-line border-y border-line text-sm">
        {query.data.pages
          .flatMap((page) => page.unreadable)
          .map(({ id, at, where, why, excerpt }) => (
            <li key={id} className="flex items-start gap-3 py-2">
              <div className="min-w-0 flex-1">
                <p>
                  {where && <span className="font-semibold">{inTongue(where, speech)}: </span>}
                  {inTongue(why, speech)}{" "}
                  <span className="text-ink-soft">
                    <When at={at} />
                  </span>
                </p>
                <pre className="mt-0.5 line-clamp-4 break-words whitespace-pre-wrap text-ink-soft">
                  {excerpt}
                </pre>
              </div>
              <IconButton icon="cross" label={words.stuck.discard} onClick={() => onDiscard(id)} />
            </li>
          ))}
      </ul>
      {query.hasNextPage && (
        <Button className="mt-2" disabled={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {words.actions.showMore}
        </Button>
      )}
    </div>
  );
}
