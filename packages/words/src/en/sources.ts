import { plural } from "../plural.ts";

const count = plural("en");

export const sources = {
  add: "Add a source",
  empty: "No sources yet. Connect the first place where customers speak of you.",
  failed: "The sources did not load",
  pull: "Check now",
  pause: "Pause",
  resume: "Resume",
  lastGood: (at: string) => `Checked ${at}`,
  never: "Not checked yet",
  found: (mentions: number) => count(mentions, { one: "mention", other: "mentions" }),
  lastFound: (at: string) => `last one ${at}`,
  unreadable: (rows: number) => count(rows, { one: "unreadable", other: "unreadable" }),
  reading: (done: string) => `Reading, ${done} so far`,
  readingOf: (done: string, of: string) => `Reading, ${done} of ${of}`,
  every: (minutes: number) => `checked every ${count(minutes, { one: "minute", other: "minutes" })}`,
  onlyWhenAsked: "checked when you ask",
  paused: "Paused",
  working: "Works",
  standing: (average: string, outOf: string, ratings: number) =>
    `${average} of ${outOf}, ${count(ratings, { one: "rating", other: "ratings" })}`,
  nextTry: (at: string) => `Next try ${at}`,
  fault: {
    throttled: "The network asked us to slow down. We continue by ourselves.",
    unavailable: "The network does not answer. We try again by ourselves.",
    unauthorized: "The network rejected the sign-in. Sign in again, and the source stays as it is.",
    changed: "The network changed its page, and we no longer understand it. An update of Otklik will help.",
    refused: "The network refused the request.",
    gone: "There is no such page on the network any more. Check the link and connect it again.",
    other: "Something went wrong while reading.",
  },
  faultTimes: (times: number) => count(times, { one: "time in a row", other: "times in a row" }),
} as const;
