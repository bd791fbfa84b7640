import { plural } from "../plural.ts";

const count = plural("en");

/** The screen of what could not be done or read. */
export const stuck = {
  empty: "Nothing is stuck: every step went through, every entry was read.",
  failed: "What is stuck did not load",
  hint: "These steps failed every time and no longer repeat by themselves. Nothing is lost: replay once the cause is gone.",
  step: {
    pull: "Reading a source",
    label: "Labelling",
    response: "Placing in the inbox",
    deliver: "Sending a reply",
    sum: "Summing up a day",
    change: "Trends and search",
    schedule: "A schedule",
    other: "Another step",
  },
  replay: "Replay",
  replayAll: (step: string, letters: string) => `Replay all: ${step}, ${letters}`,
  discard: "Discard",
  discardAll: "Discard all",
  confirm: "Discard for good?",
  confirmed: "Discard",
  steps: (letters: number) => count(letters, { one: "step", other: "steps" }),
  entries: (entries: number) => count(entries, { one: "entry", other: "entries" }),
  replayed: (steps: string) => `Sent again: ${steps}`,
  gone: "Someone has already dealt with this",
  why: {
    NoAnswer: "The step was cut short: its time ran out, or the program ended in the middle.",
    SyntaxError: "The message is not whole: it cannot be read as JSON.",
    ZodError: (field: string) => `The message does not look as this version expects it: ${field}.`,
    NetworkFault: "The network did not do what was asked.",
    other: (error: string) => `A defect in Otklik (${error}). Where replaying does not help, an update will.`,
  },
  attempts: (tries: number) => count(tries, { one: "try", other: "tries" }),
  times: (deaths: number) => `so ${count(deaths, { one: "time", other: "times" })} already`,
  mentions: (mentions: number) => count(mentions, { one: "mention", other: "mentions" }),
  conversation: "Open the conversation",
  payload: "What is inside",
  payloadFailed: "The content did not load",
  unreadable: "Could not be read",
  unreadableHint:
    "Entries of a source that we did not understand, kept as they came. After an update, read the source anew: what can be read enters the inbox, nothing doubles.",
  readAnew: "Read the source anew",
  readingAnew: "The source is being read from its beginning; what can be read now leaves this list",
  discarded: (what: string) => `Discarded: ${what}`,
  lost: "a source that is no longer here",
  audit: "Who did what",
  auditEmpty: "Nobody has replayed or discarded anything yet.",
  did: {
    "replayed-letter": "replay",
    "discarded-letter": "discard",
    "read-source-anew": "reading a source anew",
    "discarded-unreadable": "discard of what was not read",
  },
} as const;
