import type { MeView } from "@otklik/core/api/views";
import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { call } from "../api.ts";
import { explain } from "../explain.ts";
import { say } from "../notices.ts";
import { meQuery } from "../queries.ts";
import { useSpeech } from "../speech.tsx";

/** Enters a workspace: nothing of the one before stays in memory. */
export function useEnterWorkspace(): (me: MeView, path: string) => void {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  return (me, path) => {
    navigate(path);
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
    client.setQueryData(meQuery.queryKey, me);
  };
}

/** Moves to another workspace of this person. */
export function useOpenWorkspace(): (id: string) => Promise<void> {
  const enter = useEnterWorkspace();
  const speech = useSpeech();
  return (id) =>
    call("POST /api/workspaces/:id/open", { id }).then(
      (me) => enter(me, "/inbox"),
      (error: unknown) => {
        say({ text: speech.words.composer.notDone(explain(error, speech)) });
      },
    );
}
