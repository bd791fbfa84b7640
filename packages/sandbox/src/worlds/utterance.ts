// What the invented people of a world say, and what they say it about.

/** Where it is said: what is written under a shop's goods reads unlike a chat or a letter. */
export type Tone = "review" | "social" | "message" | "mail";

export interface Utterance {
  /** Its own within the world. */
  key: string;
  kind: "review" | "comment" | "question" | "message";
  at: Date;
  author: { key: string; name: string };
  /** Key of a `Subject`. */
  about: string;
  /** As ISO 639-1 has it, such as "ru" or "en". */
  language: string;
  /** Empty for stars without words. */
  text: string;
  title?: string;
  pros?: string;
  cons?: string;
  stars?: number;
  /** Of an app: the one that the speaker has. */
  version?: string;
  /** How many photographs came with it. */
  photos: number;
  /** What its author went through, such as "praise" or "incident". */
  plot: string;
  /** Key of what it replies to. */
  replyTo?: string;
  /** Its author thought better of it, perhaps at a time to come. */
  edit?: { at: Date; text: string; stars?: number };
  /** Its author takes it away. */
  removedAt?: Date;
  /** What the owner wrote under it before the opening. */
  answer?: { text: string; at: Date };
}

/** What people talk about: a product, a place, an app; or a post of the owner's, under which they talk. */
export interface Subject {
  key: string;
  is: "product" | "location" | "app" | "post";
  name: string;
  /** The owner's own number for it, one across networks. */
  article?: string;
  city?: string;
  address?: string;
  /** Of a post: its text, and how many days before the opening it was published. */
  text?: string;
  daysAgo?: number;
}

/** What a world is made from. The same always makes the same. */
export interface Telling {
  seed: string;
  count: number;
  /** The moment of its opening. */
  now: Date;
  /** How far back it reaches. Default 60. */
  days?: number;
  tone: Tone;
  /** Those that the network has. Default: all that the tone brings. */
  kinds?: readonly Utterance["kind"][];
  /** False: nobody leaves stars without words. */
  silent?: boolean;
  /** Keys of the only subjects that are talked about here, such as one of two apps. Default: all. */
  about?: readonly string[];
}

/** One who speaks after the opening, as number `n`. `said` learns the text. */
export interface Coming extends Omit<Telling, "count" | "now" | "days"> {
  n: number;
  at: Date;
  said: Set<string>;
}
