import type { StuckCountsView } from "@otklik/core/api/routes/dead-letters";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { say } from "../../notices.ts";
import { Button } from "../../parts/button.tsx";
import { useSpeech } from "../../speech.tsx";
import { sayStep } from "./say-letter.ts";

type Queue = keyof StuckCountsView["byQueue"];

/** One button for each step of which there is more than one. */
export function ReplayAll({ byQueue }: Pick<StuckCountsView, "byQueue">) {
  const speech = useSpeech();
  const { words, formats } = speech;
  const client = useQueryClient();
  const replay = useMutation({
    mutationFn: async (queue: Queue) => {
      let sent = 0;
      for (;;) {
        const { replayed, more } = await call("POST /api/dead-letters/replay", { queue });
        sent += replayed;
        if (!more || replayed === 0) return sent;
      }
    },
    onSuccess: (sent) => say({ text: words.stuck.replayed(words.stuck.steps(sent)) }),
    onError: (error) => say({ text: words.composer.notDone(explain(error, speech)) }),
    onSettled: () => client.invalidateQueries({ queryKey: ["stuck"] }),
  });
  const many = (Object.entries(byQueue) as [Queue, number][]).filter(([, letters]) => letters > 1);
  if (many.length === 0) return null;
  return (
    <div className="mt-3 flex flex-wrap gap-2 px-5">
      {many.map(([queue, letters]) => (
        <Button key={queue} disabled={replay.isPending} onClick={() => replay.mutate(queue)}>
          {words.stuck.replayAll(sayStep(queue, words), formats.number(letters))}
        </Button>
      ))}
    </div>
  );
}
