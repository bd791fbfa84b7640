import type { ZodType } from "zod";
import type { NetworkFault } from "./errors.ts";
import type { Mailbox, MailFolder, MailLogin, MailSearch, MailServer, RawMail } from "./mailbox.ts";
import type { FoundMention, Media } from "./mention/found.ts";
import type { Receipt } from "./reply/receipt.ts";
import type { Said, Told } from "./said.ts";

/** One network. Stateless: any call may be repeated. A method that is absent is a thing the network cannot do. */
export interface Connector<Settings = unknown> {
  /** kebab-case, stored on every mention, never renamed */
  readonly network: string;
  /** as people write it */
  readonly title: string;
  readonly about: About;
  readonly account: AccountKind;
  /** What a source must tell us; forms are drawn from it. A field's `title` in its `meta` may be a `Said`. */
  readonly settings: ZodType<Settings>;
  readonly limits: {
    buckets: readonly RateBucket[];
    /** Where the credential decides (a plan, a kind of token): the buckets of this account instead. */
    bucketsOf?(account: Account): readonly RateBucket[];
    reply?: ReplyRules;
  };
  /** Minutes between pulls: one of `intervals` in source/source.ts. 0: pulled only when asked (a file). */
  readonly every: number;
  /** "account": one stream serves all sources of a sign-in, and each found mention tells its `place`. Default "source". */
  readonly feed?: "source" | "account";
  /** What is older than so many days the network no longer shows: a source must not go unread so long. */
  readonly forgetsAfterDays?: number;
  /** How a person switches pushes on by hand, where `listen` is absent; our address for them is shown beside it. */
  readonly pushHelp?: Said;
  /** What a source stands on (a shop, a chat, a page) as one string: connected once, and found again by pushes. */
  place?(settings: Settings): string;
  /** A test call: who the credential belongs to, its kind, when it ends. */
  check?(account: Account, settings: Settings, tools: Tools): Promise<Standing>;
  /** What the sign-in gives access to. */
  discover?(account: Account, tools: Tools): Promise<Discovered<Settings>[]>;
  /** Is this link or file ours, and what is in it? null: not ours. Throws a Refusal when it is ours and cannot be read. */
  recognise?(given: Given, tools: Tools): Promise<Recognised<Settings> | null>;
  pull?(feed: Feed<Settings>, from: Cursor | null, tools: Tools): Promise<Page>;
  /** What was posted between two times, page by page; the cursor is its own and none of `pull`'s. */
  backfill?(feed: Feed<Settings>, range: Range, from: Cursor | null, tools: Tools): Promise<Page>;
  /** Switches pushes on at the network, to `hook.url`. May be called again. */
  listen?(hook: Hook<Settings>, tools: Tools): Promise<void>;
  /** A push. Signature or secret first: throws a Refusal "forbidden" before the body is read as anything. */
  receive?(request: Request, hook: Hook<Settings>, tools: Tools): Promise<Received>;
  reply?(answer: Answer, tools: Tools): Promise<Receipt>;
  /** What stands there now; null: certainly nothing of ours. */
  receipt?(answer: Answer, tools: Tools): Promise<Receipt | null>;
  /** Puts `answer.text` in the place of our reply, which `answer.standing` names. */
  edit?(answer: Answer, tools: Tools): Promise<Receipt>;
  /** Brings a file whose address in `Media` takes a sign-in, or is none that a browser knows. */
  media?(media: Media, account: Account | null, tools: Tools): Promise<Response>;
}

/** What a person may expect, where the code does not already tell it. Quoted by the connect form and the README. */
export interface About {
  /** What is read, such as "reviews, questions". */
  reads: Said;
  /** Token, plan or approval that it takes. */
  needs: Said;
  /** The day on which it was tried on the live network; absent: built from the contract only. */
  triedAt?: string;
  /** An open format rather than a network: there is nothing of the kind to be tried. */
  format?: true;
  /** Only with this is a reply or a push to be had; or why there is none. */
  note?: Said;
}

/** What signing in at a network takes. */
export type AccountKind =
  | { is: "none" }
  | { is: "token"; fields: readonly AccountField[]; help: Said }
  | OAuthKind;

/**
 * Authorisation code with PKCE and state (RFC 6749, 7636), done by the core: after it `credentials` hold `accessToken`
 * beside the fields. With the field `address` (a sandbox) all of these addresses are asked below it, host first.
 */
export interface OAuthKind {
  is: "oauth";
  /** Of the operator's own application there: `clientId`, `clientSecret`, and what else it takes. */
  fields: readonly AccountField[];
  help: Said;
  authorizeUrl: string;
  tokenUrl: string;
  scopes: readonly string[];
  /** Joins scopes; default a space. */
  scopeSeparator?: string;
  /** Sent along to the consent page. */
  parameters?: Readonly<Record<string, string>>;
  renewal: Renewal;
}

/** How a sign-in lives on: by a refresh token, or by a GET that changes a token for one that lives longer. */
export type Renewal =
  | { by: "refresh-token" }
  | { by: "exchange"; first: TokenExchange; again: TokenExchange };
export interface TokenExchange {
  url: string;
  grantType: string;
  /** The parameter that carries the token. */
  parameter: string;
  /** Client id and secret go along. */
  withClient: boolean;
}

export interface AccountField {
  name: string;
  title: Said;
  secret: boolean;
  optional?: boolean;
  /** A key file's content and the like. */
  multiline?: boolean;
}

/** One sign-in, its credentials opened; lives only as long as the call. */
export interface Account {
  id: string;
  credentials: Record<string, string>;
}

/**
 * At most `requests` in any `seconds`, and up to `burst` of them at once; with a `burst` above `requests`, a bucket of
 * that size that refills at this rate. Counted for each app, account or source.
 */
export interface RateBucket {
  per: "app" | "account" | "source";
  requests: number;
  seconds: number;
  burst: number;
  /** Counts only what publishes, or only what reads. Default: both. */
  of?: "reads" | "writes";
  /** Counts only requests to this host, or to what begins so there, such as "api.example/v1/chats". Default: all. */
  at?: string;
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
  /** Where a kind of mention has bounds of its own, such as a chat beside reviews. */
  kinds?: Readonly<Partial<Record<FoundMention["kind"], Partial<Omit<ReplyRules, "once" | "kinds">>>>>;
}

/** The connector with the rules for a reply to a mention of this kind; the same one where it has none of its own. */
export function forKind<C extends Pick<Connector, "limits">>(
  connector: C,
  kind: FoundMention["kind"] | undefined,
): C {
  const { limits } = connector;
  const own = kind && limits.reply?.kinds?.[kind];
  return own ? { ...connector, limits: { ...limits, reply: { ...limits.reply, ...own } } } : connector;
}

/** The credential in plain words. */
export interface Standing {
  name: string;
  expiresAt?: Date;
  /** Its kind and plan as the network calls them, such as "personal token" or "Premium Plus". */
  kind?: Said;
  /** What is too weak or missing, for the person who connects it. */
  warnings: Said[];
}
export interface Discovered<Settings> {
  title: string;
  /** An address, a handle, or what else tells it from its like. */
  detail?: string;
  is: "shop" | "location" | "page" | "community" | "chat" | "app" | "mailbox";
  settings: Settings;
  /** Such as that it can be read and not answered. */
  warnings?: Said[];
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
  /** All sources of the account, where one stream serves them; absent: this one alone. */
  sources?: readonly SourceRef<Settings>[];
  /** Pushes are on: what comes by them need not be asked for. */
  listening?: boolean;
}
export interface SourceRef<Settings> {
  sourceId: string;
  settings: Settings;
}
/** Posted at or after `since`, and before `until`. */
export interface Range {
  since: Date;
  until: Date;
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
/** A mention and where it was found, as `place` names it; without a place it belongs to the source that was asked. */
export type PlacedMention = FoundMention & { place?: string };

export interface Page {
  /** New or edited since `from`; repeats are welcome. */
  found: PlacedMention[];
  unreadable: Unreadable[];
  /** What became of replies of ours, where the stream tells it. */
  receipts?: ReplyReceipt[];
  /** Places of a shared stream that can no longer be read while the others can; until something is found there again. */
  faults?: readonly { place: string; fault: NetworkFault }[];
  standing?: { average: number; outOf: number; count: number };
  next: Cursor;
  /** false: caught up until the next schedule */
  more: boolean;
  /** Which list or storefront this was: each has a watermark of its own. Default "". */
  list?: string;
  /** How far a long read has come, for a progress bar. */
  progress?: { done: number; of?: number };
}

/** What the network says of a reply later, such as that a mail came back. */
export interface ReplyReceipt {
  /** The thread of the mention that was answered: its `threadId`, or its `externalId` where it has none. */
  threadId: string;
  /** The `externalId` that the reply's first receipt gave. */
  reply: string;
  receipt: Receipt;
  place?: string;
}

/** Our side of a push. */
export interface Hook<Settings = unknown> {
  account: Account;
  sources: readonly SourceRef<Settings>[];
  /** Known to the network and us: a part of `url`, or sent along as the network's own protocol has it. */
  secret: string;
  /** Our public address for this account's pushes. */
  url: string;
}
export interface Received {
  /** What the network is told. */
  answer: { status: number; body?: string; headers?: Record<string, string> };
  found: PlacedMention[];
  unreadable: Unreadable[];
  receipts?: ReplyReceipt[];
  /** Places where something is new that the push does not tell: they are pulled at once. */
  pull?: readonly string[];
}

/** A reply on its way out. */
export interface Answer {
  account: Account | null;
  settings: unknown;
  mention: MentionRef;
  text: string;
  /** The same for every attempt to publish this reply. */
  once: string;
  /** Our reply as it stands there, for `receipt` and `edit`. */
  standing?: { externalId?: string | undefined; text: string };
}
/** What is answered, as it was found. */
export type MentionRef = Pick<FoundMention, "externalId" | "kind"> &
  Partial<
    Pick<
      FoundMention,
      "threadId" | "parentId" | "url" | "title" | "author" | "product" | "contact" | "postedAt"
    >
  >;

/** The part of a mention that its reply is made from. */
export const refTo = ({
  externalId,
  kind,
  threadId,
  parentId,
  url,
  title,
  author,
  product,
  contact,
  postedAt,
}: FoundMention): MentionRef => ({
  ...{ externalId, kind, threadId, parentId, url },
  ...{ title, author, product, contact, postedAt },
});

export interface Tools {
  /** Signs nothing; follows no redirect to a private address; bounded in size and time. */
  http(request: Request): Promise<Response>;
  now(): Date;
  /** A stored file's bytes, from its start. Throws a Refusal when it is not there. */
  file(blob: string): Promise<ReadableStream<Uint8Array>>;
  /** A mailbox, signed in; closed by whoever opened it. Throws a NetworkFault. */
  mailbox(login: MailLogin): Promise<Mailbox>;
  signal: AbortSignal;
}

export type {
  FoundMention,
  Mailbox,
  MailFolder,
  MailLogin,
  MailSearch,
  MailServer,
  Media,
  RawMail,
  Receipt,
  Said,
  Told,
};
