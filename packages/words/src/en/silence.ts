import { plural } from "../plural.ts";

const count = plural("en");

/** The screen of the weekly second look at what nobody looked at. */
export const silence = {
  failed: "The sample did not load",
  empty: "Last week there was nothing that nobody looked at.",
  lead: (week: string, drawn: string, of: string) =>
    `Week of ${week}: ${drawn} of ${of} that were labelled harmless or left the inbox without an answer. Was the silence right?`,
  mentions: (mentions: number) => count(mentions, { one: "mention", other: "mentions" }),
  why: { harmless: "labelled harmless", closed: "closed without an answer" },
  right: "The silence was right",
  missed: "Something was missed",
  openMention: "Open",
  rateTitle: "Missed",
  rate: (rate: string, low: string, high: string) =>
    `${rate} of all that nobody looked at (95%: ${low} to ${high})`,
  seen: (seen: string, missed: string) => `${seen} looked at, ${missed} missed`,
  unseen: "Nobody has looked yet",
  notKept: "The verdict was not kept. Try again.",
  past: "Earlier weeks",
  noWords: "without words",
  missedHint: "It is back in the inbox. A wrong label can be set right there.",
  corrections: {
    title: "Corrected labels",
    lead: "What people have set right on conversations (key l), without names and contacts: the model can be trained on it.",
    training: "Download for training (TSV)",
    parts: "All corrected parts (JSON)",
    none: "Nothing of that has been corrected yet",
    failed: "The corrections did not load",
    file: "corrected-labels",
  },
} as const;
