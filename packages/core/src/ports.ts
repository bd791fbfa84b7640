import type { Messenger } from "./alert/notice.ts";
import type { Connector } from "./connector.ts";
import type { JsonMap } from "./json.ts";
import type { Labeler } from "./label/labeler.ts";
import type { Mailbox, MailLogin } from "./mailbox.ts";
import type { TopicFinder } from "./vocabulary/topic-finder.ts";

/** Every door to the world. One plain object, handed to each room. */
export interface Ports {
  table: Table;
  queue: Queue;
  blob: Blobs;
  search: Search;
  secret: Secret;
  labeler: Labeler;
  /** Opened when it is first asked for: it knows every word of the topics. */
  topics(): Promise<TopicFinder>;
  messenger: Messenger;
  connectors: readonly Connector[];
  log: Log;
  now(): Date;
  /** That many random bytes, fit for tokens. */
  random(bytes: number): Uint8Array;
  pace: Pace;
  /** Resolves after that many milliseconds, or rejects when the signal aborts: for pacing within a call only. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** A guarded fetch: reaches no private address (also by redirect or rebinding) that the operator has not allowed. */
  http(request: Request): Promise<Response>;
  /** A mailbox, signed in, behind the same guard. Throws a NetworkFault. */
  mailbox(login: MailLogin): Promise<Mailbox>;
}

// --- Pace: limits of networks, held across calls ----------------------------------------------------------------------

export interface PaceLimit {
  /** Of whom: all calls with one key share it. */
  key: string;
  requests: number;
  seconds: number;
  burst: number;
}
export interface Pace {
  /**
   * Takes one request's place within all of these limits and tells how long to wait for it; or takes none, where that
   * were longer than `patienceMs`, and tells when to come back.
   */
  take(
    limits: readonly PaceLimit[],
    asking: {
      patienceMs: number;
      /** Who takes turns with the others that use a limit; absent: it is a person's, and goes when there is room. */
      who?: string;
      /**
       * The first request of a walk waits until those who were turned away before have had their turn; that of a later
       * page, where the limit is scarce, until others have had what they want.
       */
      begins?: "walk" | "page";
      /** How much of a limit it may use, up to 1: what has no haste leaves the rest to others. */
      share?: number;
    },
  ): Promise<{ waitMs: number } | { retryAt: Date }>;
  /** A call begins; returns what ends it. @throws OutOfTurn while that network rests, since its calls hung */
  enter(network: string): () => void;
}

// --- Table: rows under (pk, sk), three sparse indexes, conditional writes -------------------------------------------

export interface Key {
  pk: string;
  sk: string;
}
export const indexNames = ["inbox", "wake", "author"] as const;
export type IndexName = (typeof indexNames)[number];

export interface NewRow extends Key {
  body: JsonMap;
  /** The few attributes that an index carries along; an index query returns these and never `body`. */
  card?: JsonMap | undefined;
  /** Where the row stands in an index; absent: it does not stand there. */
  index?: Partial<Record<IndexName, Key>> | undefined;
}
export interface Row extends NewRow {
  /** 1 on the first write, one more on each later write; the table keeps it. */
  version: number;
}
export type Write =
  | { put: NewRow; if?: "absent" | { version: number } }
  | { remove: Key; if?: { version: number } };
/** The condition of a write over what was read: the same version, or nothing there. */
export const unchanged = (read: { version: number } | null): "absent" | { version: number } =>
  read ? { version: read.version } : "absent";
/**
 * What became of one write; a refused one returns the row that stands there (null: none). The version of a removal is
 * the one that was removed, 0 where no row stood.
 */
export type Outcome = { done: true; version: number } | { done: false; current: Row | null };

export interface Query {
  pk: string;
  /** Only sort keys that start so. Not together with `from` or `to`. */
  prefix?: string;
  /** Sort keys at or after. */
  from?: string;
  /** Sort keys at or before. */
  to?: string;
  newestFirst?: boolean;
  limit: number;
  /** `next` of the page before; any other value is a Refusal. */
  after?: string | undefined;
}
export interface IndexCard extends Key {
  /** Where it stands in the index. */
  at: Key;
  version: number;
  card: JsonMap;
}

export interface Table {
  /** The row as it is now (a consistent read), or null. */
  get(key: Key): Promise<Row | null>;
  /** Rows of one partition in the order of their sort keys (bytes), consistent. `next` is null at the end. */
  query(query: Query): Promise<{ rows: Row[]; next: string | null }>;
  /** Cards of one index partition, in the order of its sort key; may lag a moment on AWS. */
  queryIndex(index: IndexName, query: Query): Promise<{ cards: IndexCard[]; next: string | null }>;
  /**
   * Each write on its own condition; the outcomes stand in the order of the writes. One refused write stops no other.
   * Throws, and writes nothing, when two writes name one key.
   */
  commit(writes: readonly Write[]): Promise<Outcome[]>;
}

/**
 * What changed, in order of commit. `row` is as that write left it or newer (null: removed); several writes may fold into
 * one, and the last change of a row always shows how it stands.
 */
export interface Change {
  key: Key;
  row: Row | null;
}
export interface ChangeFeed {
  /** The next changes after `position` (null: from the oldest kept), and where to go on: the same place when none came. */
  read(position: string | null, limit: number): Promise<{ changes: Change[]; next: string | null }>;
  /** Changes up to `position` are no longer needed. */
  forget(position: string): Promise<void>;
}

// --- Queue -----------------------------------------------------------------------------------------------------------

/**
 * What was said before its source was connected travels in lanes of its own (`pastLabel`, `pastResponse`), so that years
 * of it never stand before what was said just now.
 */
export const queueNames = [
  "pull",
  "label",
  "pastLabel",
  "response",
  "pastResponse",
  "deliver",
  "sum",
  "notify",
] as const;
export type QueueName = (typeof queueNames)[number];

export interface NewMessage {
  body: string;
  /** Not seen before this many seconds have passed (at most 900). Not together with `group`. */
  delaySeconds?: number;
  /** A second message with the same key within 5 minutes is swallowed. */
  dedupe?: string;
  /** Messages of one group are taken one at a time and in order. */
  group?: string;
}
export interface Queue {
  /** Sends all or throws; a repeat after a throw may double a message, which every room bears. */
  send(queue: QueueName, messages: readonly NewMessage[]): Promise<void>;
}

// --- Blobs, search, secrets, log --------------------------------------------------------------------------------------

export interface Blobs {
  put(key: string, bytes: Uint8Array | ReadableStream<Uint8Array>): Promise<void>;
  /** The bytes, or null where there are none under this key. */
  get(key: string): Promise<ReadableStream<Uint8Array> | null>;
  remove(key: string): Promise<void>;
  /**
   * An address at which a browser may itself put exactly so many bytes under this key within the hour. Absent where the
   * home's own web server takes files.
   */
  uploadUrl?(key: string, bytes: number): Promise<string>;
}

export interface SearchEntry {
  /** The conversation's id. */
  id: string;
  brandId: string;
  /** All that may be found: text, title, author, product, replies. */
  text: string;
  /** Facets by which a search may be narrowed, such as status, network, sentiment. */
  facets: Record<string, string>;
  postedAt: Date;
}
export interface SearchQuery {
  brandId: string;
  words?: string;
  facets?: Record<string, string[]>;
  limit: number;
  after?: string | undefined;
}
export interface Search {
  put(workspaceId: string, entries: readonly SearchEntry[]): Promise<void>;
  remove(workspaceId: string, ids: readonly string[]): Promise<void>;
  /**
   * Newest first; no words find all, words without a letter or digit find none. `of` says what was searched, so that
   * the UI can tell: all conversations, or the open ones.
   */
  find(
    workspaceId: string,
    query: SearchQuery,
  ): Promise<{ ids: string[]; next: string | null; of: "all" | "open" }>;
}

export interface Secret {
  /** Encrypts; `context` (such as the account's id) must be the same on opening. */
  seal(plain: string, context: string): Promise<string>;
  /** @throws Error when the key or the context is another one. */
  open(sealed: string, context: string): Promise<string>;
}

/** Structured log lines; never a customer's text, never a secret. */
export interface Log {
  info(event: string, fields?: Record<string, string | number | boolean | null>): void;
  warn(event: string, fields?: Record<string, string | number | boolean | null>): void;
  error(event: string, error: unknown, fields?: Record<string, string | number | boolean | null>): void;
}
