import type { LetterView } from "@otklik/core/api/routes/dead-letters";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api.ts";

/** A letter that dies once more is another one to look at. */
const nameOf = ({ id, diedAt }: LetterView): string => `${id} ${diedAt}`;

/** The letters, page by page; those dealt with leave at once, whatever the server's list still says. */
export function useLetters() {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const query = useInfiniteQuery({
    queryKey: ["stuck", "letters"],
    queryFn: ({ pageParam, signal }) => call("GET /api/dead-letters", pageParam, { signal }),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next === null ? undefined : { after: next }),
  });
  const letters = query.data?.pages.flatMap((page) => page.letters) ?? [];
  return {
    query,
    letters: letters.filter((letter) => !left.has(nameOf(letter))),
    leave: (letter: LetterView) => setLeft((before) => new Set(before).add(nameOf(letter))),
    stay: (letter: LetterView) => setLeft((before) => without(before, nameOf(letter))),
  };
}

function without(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const rest = new Set(names);
  rest.delete(name);
  return rest;
}
