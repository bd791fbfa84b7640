import type { AuditLineView } from "@otklik/core/api/routes/dead-letters";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { Button } from "../../parts/button.tsx";
import { Failed, Skeleton } from "../../parts/faces.tsx";
import { When } from "../../parts/when.tsx";
import { sourcesQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";
import { sayStep } from "./say-letter.ts";

/** Who did what and when, asked for when it is opened. */
export function Audit() {
  const { words } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="px-5 py-4" onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
      <summary className="min-h-6 text-sm text-ink-soft">{words.stuck.audit}</summary>
      {isOpen && <Lines />}
    </details>
  );
}

function Lines() {
  const { words } = useSpeech();
  const query = useInfiniteQuery({
    queryKey: ["stuck", "audit"],
    queryFn: ({ pageParam, signal }) => call("GET /api/audit", pageParam, { signal }),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next === null ? undefined : { after: next }),
  });
  if (query.isPending) return <Skeleton rows={2} />;
  if (query.isError)
    return <Failed what={words.stuck.failed} error={query.error} retry={() => query.refetch()} />;
  const lines = query.data.pages.flatMap((page) => page.lines);
  if (lines.length === 0) return <p className="mt-1 text-sm text-ink-soft">{words.stuck.auditEmpty}</p>;
  return (
    <>
      <ul className="mt-1 text-sm">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button className="mt-2" disabled={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {words.actions.showMore}
        </Button>
      )}
    </>
  );
}

function Line({ line: { by, at, did, queue, sourceId, count } }: { line: AuditLineView }) {
  const { words } = useSpeech();
  const { stuck } = words;
  const sources = useQuery(sourcesQuery).data;
  const title = sourceId && (sources?.find(({ id }) => id === sourceId)?.title ?? stuck.lost);
  const many = did === "discarded-unreadable" ? stuck.entries : stuck.steps;
  const said = [
    stuck.did[did],
    ...(queue ? [sayStep(queue, words)] : []),
    ...(title ? [title] : []),
    ...(count !== undefined && count > 1 ? [many(count)] : []),
  ];
  return (
    <li className="py-0.5 break-words">
      {by}: {said.join(" · ")}{" "}
      <span className="text-ink-soft">
        <When at={at} />
      </span>
    </li>
  );
}
