import type { ZodType } from "zod";
import type { FoundMention, Media } from "./mention/found.ts";
import type { Receipt } from "./reply/receipt.ts";
import type { Said, Told } from "./said.ts";

/** One network. Stateless: any call may be repeated. A method that is absent is a thing the network cannot do. */
export interface Connector<Settings = unknown> {
  /** kebab-case, stored on every mention, never renamed */
  readonly network: string;
  /** as people write it */
  readonly title: string;
  readonly account: AccountKind;
  /** what a source must tell us; forms are drawn from it */
  readonly settings: ZodType<Settings>;
  readonly limits: { buckets: readonly RateBucket[]; reply?: ReplyRules };
  /** Minutes between pulls: one of `intervals` in source/source.ts. 0: pulled only when asked (a file). */
  readonly every: number;
  /** A test call: who the credential belongs to, its kind, when it ends. */
  check?(account: Account, settings: Settings, tools: Tools): Promise<Standing>;
  discover?(account: Account, tools: Tools): Promise<Discovered<Settings>[]>;
  /** Is this link or file ours, and what is in it? null: not ours. Throws a Refusal when it is ours and cannot be read. */
  recognise?(given: Given, tools: Tools): Promise<Recognised<Settings> | null>;
  pull?(feed: Feed<Settings>, from: Cursor | null, tools: Tools): Promise<Page>;
  reply?(answer: Answer, tools: Tools): Promise<Receipt>;
  /** What stands there now; null: certainly nothing of ours. */
  receipt?(answer: Answer, tools: Tools): Promise<Receipt | null>;
  edit?(answer: Answer, tools: Tools): Promise<Receipt>;
}

/** What signing in at a network takes. */
export type AccountKind = { is: "none" } | { is: "token"; fields: readonly AccountField[]; help: Said };

export interface AccountField {
  name: string;
  title: Said;
  secret: boolean;
  optional?: boolean;
}

/** One sign-in, its credentials opened; lives only as long as the call. */
export interface Account {
  id: string;
  credentials: Record<string, string>;
}

/** At most `requests` in `seconds`, with up to `burst` at once, counted for each app, account or source. */
export interface RateBucket {
  per: "app" | "account" | "source";
  requests: number;
  seconds: number;
  burst: number;
}

export interface ReplyRules {
  /** How a second publication is avoided after a lost answer. */
  once: "key" | "replace" | "read-back" | "none";
  minLength?: number;
  maxLength?: number;
  unit?: "characters" | "bytes" | "graphemes";
  edits: number | "any";
  moderated: boolean;
  /** What the network's rules forbid in a reply. */
  forbids?: readonly ("links" | "phones" | "emails")[];
}

/** The credential in plain words. */
export interface Standing {
  name: string;
  expiresAt?: Date;
  /** What is too weak or missing, for the person who connects it. */
  warnings: Said[];
}
export interface Discovered<Settings> {
  title: string;
  settings: Settings;
}

/** What a person pasted or dropped; `settings` when they corrected what was guessed. */
export interface Given {
  link?: URL;
  file?: { blob: string; name: string };
  settings?: unknown;
}
export interface Recognised<Settings> {
  title: string;
  settings: Settings;
  /** What it holds, the first 500 at most. */
  sample: FoundMention[];
  /** How many in all, where that is known. */
  count?: number;
  unreadable: Unreadable[];
  /** A table: its columns, which field each was taken for, and its first rows, so that a person can correct it. */
  columns?: { names: string[]; fields: Record<string, string | null>; rows: string[][] };
}

export interface Feed<Settings> {
  sourceId: string;
  settings: Settings;
  account: Account | null;
  /** Mentions older than this never enter the inbox; a connector may read them with less haste. */
  inboxFrom: Date;
}
/** Where a pull stopped; opaque to all but its connector. Plain JSON. */
export type Cursor = string;

export interface Unreadable {
  /** At most 2,000 characters of what came. */
  excerpt: string;
  why: Told;
  /** Where in the page or file, such as "line 17". */
  where?: Told;
}
export interface Page {
  /** New or edited since `from`; repeats are welcome. */
  found: FoundMention[];
  unreadable: Unreadable[];
  standing?: { average: number; outOf: number; count: number };
  next: Cursor;
  /** false: caught up until the next schedule */
  more: boolean;
  /** Which list or storefront this was: each has a watermark of its own. Default "". */
  list?: string;
  /** How far a long read has come, for a progress bar. */
  progress?: { done: number; of?: number };
}

/** A reply on its way out. */
export interface Answer {
  account: Account | null;
  settings: unknown;
  mention: MentionRef;
  text: string;
  /** The same for every attempt to publish this reply. */
  once: string;
}
export interface MentionRef {
  externalId: string;
  threadId?: string | undefined;
  parentId?: string | undefined;
  kind: FoundMention["kind"];
  url?: string | undefined;
}

export interface Tools {
  /** Signs nothing; follows no redirect to a private address; bounded in size and time. */
  http(request: Request): Promise<Response>;
  now(): Date;
  /** A stored file's bytes, from its start. Throws a Refusal when it is not there. */
  file(blob: string): Promise<ReadableStream<Uint8Array>>;
  signal: AbortSignal;
}

export type { FoundMention, Media, Receipt, Said, Told };
