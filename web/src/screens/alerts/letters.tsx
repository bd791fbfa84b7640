import type { LetterView } from "@otklik/core/api/routes/alerting";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Failed, Skeleton } from "../../parts/faces.tsx";
import { When } from "../../parts/when.tsx";
import { useSpeech } from "../../speech.tsx";

export const lettersKey = ["letters"] as const;

/** Letters that had no mail server to go to, newest first; each opens as its reader would have seen it. */
export function Letters() {
  const { words } = useSpeech();
  const { alerts } = words;
  const [opened, setOpened] = useState<LetterView | null>(null);
  const query = useInfiniteQuery({
    queryKey: lettersKey,
    queryFn: ({ pageParam, signal }) => call("GET /api/letters", pageParam, { signal }),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next === null ? undefined : { after: next }),
  });
  if (query.isPending) return <Skeleton rows={2} />;
  if (query.isError)
    return <Failed what={alerts.lettersFailed} error={query.error} retry={() => query.refetch()} />;
  const letters = query.data.pages.flatMap((page) => page.letters);
  if (letters.length === 0) return <p className="text-ink-soft">{alerts.noLetters}</p>;
  return (
    <>
      <p className="pb-2 text-sm text-ink-soft">{alerts.lettersHint}</p>
      <ul className="divide-y divide-line border-y border-line">
        {letters.map((letter) => (
          <li key={letter.id}>
            <button
              type="button"
              onClick={() => setOpened(letter)}
              className="flex min-h-11 w-full flex-wrap items-baseline justify-between gap-x-4 py-2 text-left -outline-offset-2 hover:bg-hover"
            >
              <span className="min-w-0 break-words">{letter.subject}</span>
              <span className="text-sm text-ink-soft">
                {alerts.letterTo(letter.to)} · <When at={letter.at} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button className="mt-2" disabled={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {words.actions.showMore}
        </Button>
      )}
      {opened && (
        <Dialog title={opened.subject} onClose={() => setOpened(null)} className="max-w-2xl" isForReading>
          {/* Nothing in a letter may run; its links open beside the app. */}
          <iframe
            title={opened.subject}
            srcDoc={opened.html.replace("<head>", '<head><base target="_blank">')}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            className="block h-[70dvh] w-full border-0"
          />
        </Dialog>
      )}
    </>
  );
}
