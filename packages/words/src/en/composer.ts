import { plural } from "../plural.ts";

const count = plural("en");

export const composer = {
  label: "Your answer",
  hint: "Write an answer. / inserts a template",
  byHandHint: "Write an answer, copy it, and publish it on the network yourself",
  saved: "Draft saved",
  unsaved: "Draft kept in this browser only",
  left: (letters: string, most: string) => `${letters} of ${most}`,
  units: {
    characters: (length: number) => count(length, { one: "character", other: "characters" }),
    bytes: (length: number) => count(length, { one: "byte", other: "bytes" }),
    graphemes: (length: number) => count(length, { one: "letter", other: "letters" }),
  },
  findings: {
    empty: "Write the answer first",
    tooShort: (least: string) => `Too short: the network wants at least ${least}`,
    tooLong: (most: string) => `Too long: the network takes at most ${most}`,
    unfilledVariable: (name: string) => `Fill in {{${name}}}: nothing is known to put there`,
    forbiddenLink: (text: string) => `The network forbids links: ${text}`,
    forbiddenPhone: (text: string) => `The network forbids telephone numbers: ${text}`,
    forbiddenEmail: (text: string) => `The network forbids e-mail addresses: ${text}`,
  },
  conflict: (who: string) => `${who} changed this draft while you wrote.`,
  keepMine: "Keep mine",
  takeTheirs: "Take theirs",
  theirs: "Their text",
  sent: "The answer goes out",
  undone: "The answer is yours again",
  closed: "Closed",
  snoozed: "Snoozed",
  reopened: "Back in the inbox",
  marked: "Marked as answered",
  copied: "Copied. Publish it on the network, then mark it as answered.",
  copyFailed: "The browser did not allow copying. Select the text and copy it yourself.",
  tooLateToUndo: "Too late: the answer has gone out",
  notSent: (why: string) => `Not sent. ${why} The text is kept.`,
  notDone: (why: string) => `Not done. ${why}`,
  templates: "Templates",
  templatesHint: "↑ ↓ choose, Enter inserts",
  noTemplates: "No template matches",
} as const;
