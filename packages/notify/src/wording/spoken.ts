import type { Mood } from "@otklik/core/label/label";

/** A notice in one language and before any mark-up: every string is plain text on one line. */
export interface Spoken {
  brand: string;
  /** The subject of a letter, and all that a phone shows of a message. */
  subject: string;
  title: string;
  /** One or two sentences under the title. */
  lead: string;
  /** What the passages are, where the title does not say it. */
  heading?: string;
  passages: Passage[];
  /** What was counted but is not shown. */
  more?: string;
  figures?: Figures;
  /** Under a heading each, such as the topics of a day. */
  notes: { heading: string; text: string }[];
  /** Where all of it is to be seen. */
  link: Link;
  /** Who decides what comes. */
  why: string;
  /** The same for one who has it in a mailbox. */
  whyWritten: string;
  alerts: Link;
}

export interface Link {
  /** Begins with a slash; the messenger knows the address before it. */
  path: string;
  text: string;
}

/** One mention or one source. */
export interface Passage {
  sentiment?: Mark;
  /** What it is told by at a glance, such as "1 of 5 stars" or a source's name. */
  title: string;
  /** Network, product, author. */
  facts: string[];
  /** The customer's own words, in quotation marks. */
  quote?: string;
  /** What to know beside: why it is urgent, until when a reply is due. */
  note?: string;
  /** Absent where the whole notice leads there. */
  link?: Link;
}

/** A sentiment as a shape and a word. */
export interface Mark {
  is: Mood;
  sign: string;
  word: string;
}

/** Numbers of a day, and of the one to compare it with. */
export interface Figures {
  day: string;
  before?: string;
  rows: { name: string; mark?: Mark; value: string; before?: string }[];
}
