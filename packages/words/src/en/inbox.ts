import { plural } from "../plural.ts";

const count = plural("en");

export const inbox = {
  list: "Conversations",
  clearFilters: "Clear filters",
  sentiment: "Sentiment",
  priority: "Priority",
  kind: "Kind",
  network: "Network",
  searchHint: "Search",
  searchedAll: "Everything was searched",
  searchedOpen: "Only open conversations were searched",
  waiting: (cards: number) => count(cards, { one: "new one", other: "new ones" }),
  left: "Done by someone else",
  returned: "Returned",
  outdated: "Edited",
  dueIn: (time: string) => `Reply within ${time}`,
  late: (time: string) => `${time} late`,
  resize: "Width of the list",
  empty: "The inbox is empty. New mentions appear here by themselves.",
  emptyAction: "Add a source",
  emptyReading: "The first ones are being read and appear here by themselves.",
  emptyFilter: "Nothing matches these filters.",
  emptySearch: (words: string) => `Nothing found for “${words}”.`,
  emptySnoozed: "Nothing is snoozed. Press h on a conversation to see it later.",
  emptyAnswered: "No answers yet. Press r on a conversation to write the first.",
  emptyClosed: "Nothing is closed. Press e on a conversation that needs no answer.",
  end: "That is all",
  failed: "The list did not load",
  progress: (done: string) => `Reading: ${done} so far`,
  progressOf: (done: string, of: string) => `Reading: ${done} of ${of}`,
} as const;
