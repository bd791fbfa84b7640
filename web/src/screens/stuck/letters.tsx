import type { LetterView, StuckCountsView } from "@otklik/core/api/routes/dead-letters";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";
import { useCommands } from "../../commands/commands.ts";
import { explain } from "../../explain.ts";
import { say } from "../../notices.ts";
import { Button } from "../../parts/button.tsx";
import { Failed, Skeleton } from "../../parts/faces.tsx";
import { useSpeech } from "../../speech.tsx";
import { ConfirmDiscard } from "./confirm-discard.tsx";
import { LetterRow } from "./letter-row.tsx";
import { ReplayAll } from "./replay-all.tsx";
import { sayStep } from "./say-letter.ts";
import { useLetters } from "./use-letters.ts";

/** The steps that failed for good, the latest first; by keyboard as by hand. */
export function Letters({ byQueue }: Pick<StuckCountsView, "byQueue">) {
  const speech = useSpeech();
  const { words } = speech;
  const client = useQueryClient();
  const { query, letters, leave, stay } = useLetters();
  const [at, setAt] = useState(0);
  const [doomed, setDoomed] = useState<LetterView | null>(null);
  const index = Math.min(at, letters.length - 1);
  const chosen = letters[index];

  const act = async (letter: LetterView, verb: "replay" | "discard") => {
    leave(letter);
    try {
      const { did } = await call(`POST /api/dead-letters/:id/${verb}`, { id: letter.id });
      const done = verb === "replay" ? words.stuck.replayed : words.stuck.discarded;
      say({ text: did ? done(sayStep(letter.queue, words)) : words.stuck.gone });
    } catch (error) {
      stay(letter);
      say({ text: words.composer.notDone(explain(error, speech)) });
    }
    void client.invalidateQueries({ queryKey: ["stuck"] });
  };
  const step = (steps: number) => setAt(Math.max(0, Math.min(index + steps, letters.length - 1)));
  useCommands({
    next: () => step(1),
    previous: () => step(-1),
    replay: chosen && (() => void act(chosen, "replay")),
    discard: chosen && (() => setDoomed(chosen)),
  });

  if (query.isPending) return <Skeleton rows={3} className="h-20" />;
  if (!query.data)
    return <Failed what={words.stuck.failed} error={query.error} retry={() => query.refetch()} />;
  return (
    <section aria-label={words.app.stuck}>
      <p className="max-w-3xl px-5 pt-4 text-ink-soft">{words.stuck.hint}</p>
      <ReplayAll byQueue={byQueue} />
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {letters.map((letter, place) => (
          <LetterRow
            key={letter.id}
            letter={letter}
            isChosen={place === index}
            onChoose={() => setAt(place)}
            onReplay={() => void act(letter, "replay")}
            onDiscard={() => setDoomed(letter)}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          className="mx-5 mt-3"
          disabled={query.isFetchingNextPage}
          onClick={() => query.fetchNextPage()}
        >
          {words.actions.showMore}
        </Button>
      )}
      {doomed && (
        <ConfirmDiscard
          what={sayStep(doomed.queue, words)}
          onClose={() => setDoomed(null)}
          onDiscard={() => void act(doomed, "discard")}
        />
      )}
    </section>
  );
}
