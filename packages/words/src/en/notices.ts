import { plural } from "../plural.ts";

const count = plural("en");
const mentions = (many: number) => count(many, { one: "mention", other: "mentions" });

/** What people outside the app are told, in Slack and in letters. */
export const notices = {
  urgent: (many: number) => count(many, { one: "urgent mention", other: "urgent mentions" }),
  negative: (many: number) => count(many, { one: "negative mention", other: "negative mentions" }),
  breach: (many: number) =>
    count(many, { one: "reply later than promised", other: "replies later than promised" }),
  failing: (many: number) => count(many, { one: "source cannot be read", other: "sources cannot be read" }),
  ending: (many: number) => count(many, { one: "sign-in ends soon", other: "sign-ins end soon" }),
  wanting: (many: number) => count(many, { one: "source needs a hand", other: "sources need a hand" }),
  mentions,
  lead: {
    urgent: "This cannot wait until somebody looks.",
    negative: "Negative or low in stars, received since the last message.",
    breach: "The time promised for a reply has passed, and there is none.",
    failing: "Mentions from there do not arrive until this is mended.",
    ending: "All still works. Once the sign-in has ended, mentions from there will not arrive.",
    wanting: "Some cannot be read, and of some the sign-in ends soon.",
  },
  replyBy: (at: string) => `reply by ${at}`,
  promisedBy: (at: string) => `the reply was due by ${at}`,
  endsAt: (at: string) => `ends ${at}`,
  silentSince: (at: string) => `not read since ${at}`,
  noWords: "without words",
  more: (many: string) => `And ${many} more`,
  openMention: "Open",
  openConversation: "Open the conversation",
  openInbox: "Open the inbox",
  openSources: "Open the sources",
  openHere: "Open in Otklik",
  openAlerts: "Open the alerts",
  digest: {
    subject: (day: string, many: number) => `${mentions(many)} on ${day}`,
    quietSubject: (day: string) => `no mentions on ${day}`,
    averageUp: (average: string, by: string) =>
      `The average rating was ${average}, ${by} above the same day a week before.`,
    averageDown: (average: string, by: string) =>
      `The average rating was ${average}, ${by} below the same day a week before.`,
    averageSame: (average: string) =>
      `The average rating was ${average}, the same as on that day a week before.`,
    average: (average: string) => `The average rating was ${average}.`,
    unrated: "Nobody gave stars.",
    quiet: "Nobody said anything about the brand that day.",
    day: "That day",
    weekBefore: "A week before",
    mentions: "Mentions",
    averageRating: "Average rating",
    shareAnswered: "Answered",
    medianReply: "Median time to reply",
    topics: "What it was about",
    now: "Now",
    nothingOpen: "The inbox is empty.",
    open: (many: number) =>
      `${count(many, { one: "conversation waits", other: "conversations wait" })} for a reply`,
    overdue: (many: number) => `${count(many, { one: "of them is", other: "of them are" })} past due`,
    failing: "Sources that cannot be read",
    none: "none",
  },
  trial: {
    subject: "a trial, all is well",
    title: "This channel works",
    text: "Alerts about the brand will come here. This message was sent by hand, as a trial.",
  },
  why: "Who is told what is decided on the alerts screen of Otklik.",
  whyOf: (brand: string) => `Sent because alerts of ${brand} name this address.`,
} as const;
