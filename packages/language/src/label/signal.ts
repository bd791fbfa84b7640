import { type Flag, UrgencyReason, Wish } from "@otklik/core/label/label";

/** What a text tells besides its mood, named as in a label's evidence: "urgency.health", "flag.insult", "wish.question". */
export type Signal = `urgency.${UrgencyReason}` | `flag.${Flag}` | `wish.${Wish}`;

const flag = (name: Flag): Signal => `flag.${name}`;

/** Signals of one group are told from each other; whether a text has one says nothing of the other groups. */
export const signalGroups = {
  urgency: UrgencyReason.options.map((reason): Signal => `urgency.${reason}`),
  insult: [flag("insult")],
  spam: [flag("spam")],
  suspect: [flag("fake"), flag("competitor")],
  wish: Wish.options.map((wish): Signal => `wish.${wish}`),
} as const satisfies Record<string, readonly Signal[]>;

export type SignalGroup = keyof typeof signalGroups;
