import type { Mood } from "../label/label.ts";
import type { Topic } from "../label/topic.ts";
import type { Said, Told } from "../said.ts";
import { bothTongues } from "../said.ts";
import type { Language } from "../workspace/workspace.ts";

/** Whom a notice reaches, with what is needed to reach them. */
export type Recipient = { is: "slack"; webhook: string } | { is: "email"; address: string };

/** A mention that a notice shows. */
export interface NoticeMention {
  /** Where it opens, such as `/inbox/<id>`. */
  path: string;
  network: string;
  author?: string;
  /** What it is about: a product or a place. */
  about?: string;
  stars?: { stars: number; outOf: number };
  sentiment: Mood;
  /** Why it is urgent, as a key of the dictionary. */
  urgency?: string;
  /** The first words of what was said. */
  text: string;
  postedAt: Date;
  dueAt: Date;
}
/** A source that a notice shows, or the sign-in of some. */
export interface NoticeSource {
  path: string;
  network: string;
  title: string;
  since: Date;
  /** It is still read, and its sign-in ends then. */
  endsAt?: Date;
  why: Told;
}
/** A day in figures, and the same day of the week before. */
export interface NoticeDay {
  /** ISO date. */
  day: string;
  mentions: number;
  /** Of five; absent where nothing was rated. */
  average?: number;
  bySentiment: Partial<Record<Mood, number>>;
  /** Part of one. */
  shareAnswered?: number;
  medianMinutesToReply?: number;
  /** `title`: what the brand calls it, where it has a name of its own for it. */
  topics: { topic: Topic; title?: string; mentions: number }[];
}

interface Any {
  /** Names this telling for ever: told again, it is the same one (a letter's Message-ID). */
  id: string;
  workspaceId: string;
  language: Language;
  timeZone: string;
  brand: string;
  /** Where it leads, such as `/inbox?...`; the messenger knows the address before it. */
  path: string;
  at: Date;
}
/** One telling of someone, before any wording. The three most pressing are shown, all are counted. */
export type Notice =
  | (Any & { kind: "urgent" | "negative" | "breach"; count: number; top: NoticeMention[] })
  /** Of those counted, `ending` are still read, and have a sign-in that ends. */
  | (Any & { kind: "failing"; count: number; ending: number; top: NoticeSource[] })
  | (Any & {
      kind: "digest";
      yesterday: NoticeDay;
      weekBefore: NoticeDay | null;
      open: number;
      overdue: number;
      failing: NoticeSource[];
    })
  /** Sent by a person to see that a channel works. */
  | (Any & { kind: "trial" });

/** Tells people outside the app. */
export interface Messenger {
  /**
   * Resolves when the recipient's side has certainly taken it.
   * @throws NotTold when it certainly or probably has not
   */
  tell(to: Recipient, notice: Notice, how: { signal: AbortSignal }): Promise<void>;
  /** False: letters are kept for the UI to show, since no mail server is configured. */
  readonly sendsMail: boolean;
  /** The address that links begin with, without a slash at its end; null while none is set. */
  readonly publicUrl: string | null;
}

/** A notice did not go out. "later": it may at `retryAt` or after a rest; "never": somebody must change something. */
export class NotTold extends Error {
  readonly kind: "later" | "never";
  readonly said: Said;
  readonly retryAt: Date | undefined;
  constructor(
    kind: "later" | "never",
    message: Told,
    more: { retryAt?: Date | undefined; cause?: unknown } = {},
  ) {
    const said = bothTongues(message);
    super(said.en, { cause: more.cause });
    this.name = "NotTold";
    this.kind = kind;
    this.said = said;
    this.retryAt = more.retryAt;
  }
}
