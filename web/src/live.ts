import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** At most one round of questions in this time, however much happens. */
const pauseMs = 2000;

/** Asks again, quietly, for what the server says has changed. The lists themselves keep it behind their pill. */
export function useLive(isSignedIn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isSignedIn) return;
    const stream = new EventSource("/api/live");
    const refresh = coalesce(() => askAgain(client), pauseMs);
    stream.addEventListener("changed", refresh.ask);
    return () => {
      stream.close();
      refresh.cancel();
    };
  }, [client, isSignedIn]);
}

function askAgain(client: QueryClient): void {
  for (const key of ["cards", "counts", "conversation", "sources"]) {
    // what has not come yet comes fresh; asked again it would only begin anew
    void client.invalidateQueries({ queryKey: [key], predicate: ({ state }) => state.data !== undefined });
  }
}

/** The first call runs at once, those within the pause after it run together at its end. */
export function coalesce(run: () => void, ms: number): { ask(): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;
  const rest = () => {
    timer = setTimeout(() => {
      timer = undefined;
      if (isAsked) now();
    }, ms);
  };
  const now = () => {
    isAsked = false;
    run();
    rest();
  };
  return {
    ask() {
      if (timer === undefined) now();
      else isAsked = true;
    },
    cancel: () => clearTimeout(timer),
  };
}
