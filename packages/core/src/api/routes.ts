import { z } from "zod";
import { CloseReason, Priority } from "../conversation/conversation.ts";
import { Mood } from "../label/label.ts";
import { MentionKind } from "../mention/found.ts";
import { InboxFrom } from "../source/source.ts";
import { Template } from "../template/template.ts";
import { accountRoutes, Credentials } from "./routes/accounts.ts";
import { alertingRoutes } from "./routes/alerting.ts";
import { backfillRoutes } from "./routes/backfill.ts";
import { deadLetterRoutes } from "./routes/dead-letters.ts";
import { labelingRoutes } from "./routes/labeling.ts";
import { labelRoutes } from "./routes/labels.ts";
import { pushRoutes } from "./routes/pushes.ts";
import { reportRoutes } from "./routes/reports.ts";
import { silenceRoutes } from "./routes/silence.ts";
import { vocabularyRoutes } from "./routes/vocabulary.ts";
import {
  ConversationView,
  CountsView,
  DraftView,
  InboxCard,
  MeView,
  NetworkView,
  RecognisedView,
  ReplyView,
  SourceView,
  UnreadableView,
} from "./views.ts";

const Id = z.string().min(1).max(80);
const Nothing = z.object({});
const Done = z.object({ done: z.literal(true) });
const At = z.iso.datetime();

/** A list in a query: `?network=a&network=b` or `?network=a`. */
const listOf = <T extends z.ZodType>(one: T) =>
  z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(one).max(50).optional(),
  );

const Filters = {
  brand: Id,
  network: listOf(Id),
  sentiment: listOf(Mood),
  priority: listOf(Priority),
  kind: listOf(MentionKind),
};

/**
 * Every route, as data: method and path are the key, so that the browser's client needs the types alone. `input` is the
 * path's variables, the query and the body, together. `open` routes want no session; all others do.
 */
export const routes = {
  ...deadLetterRoutes,
  "POST /api/sign-in": { rule: "open", input: z.object({ token: z.string().max(200) }), output: Done },
  "POST /api/sign-out": { rule: "session", input: Nothing, output: Done },
  "GET /api/me": { rule: "session", input: Nothing, output: MeView },
  "POST /api/workspaces": {
    rule: "session",
    input: z.object({ name: z.string().trim().min(1).max(120) }),
    output: MeView,
  },
  "POST /api/workspaces/:id/open": { rule: "session", input: z.object({ id: Id }), output: MeView },

  "GET /api/networks": { rule: "session", input: Nothing, output: z.array(NetworkView) },
  /** Before a file is sent: where to. Without a `url` it is sent to POST /api/files, which tells the blob's name. */
  "POST /api/uploads": {
    rule: "session",
    input: z.object({ bytes: z.number().int().min(0) }),
    output: z.object({ blob: z.string(), url: z.string() }).or(z.object({ url: z.null() })),
  },
  "POST /api/recognise": {
    rule: "session",
    input: z.object({
      link: z.string().trim().max(2000).optional(),
      file: z.object({ blob: z.string().max(200), name: z.string().max(300) }).optional(),
      settings: z.unknown().optional(),
    }),
    output: RecognisedView,
  },
  "GET /api/sources": { rule: "session", input: Nothing, output: z.array(SourceView) },
  "POST /api/sources": {
    rule: "session",
    input: z.object({
      brand: Id,
      network: Id,
      title: z.string().trim().min(1).max(200),
      settings: z.unknown(),
      /** Needed where the network wants an account: its fields by name. */
      credentials: Credentials.optional(),
      /** Instead of credentials: an account that is there. */
      account: Id.optional(),
      inboxFrom: InboxFrom.default("30d"),
    }),
    output: z.object({
      source: SourceView,
      warnings: z.array(z.object({ ru: z.string(), en: z.string() })),
    }),
  },
  "POST /api/sources/:id/pull": { rule: "session", input: z.object({ id: Id }), output: SourceView },
  "POST /api/sources/:id/pause": { rule: "session", input: z.object({ id: Id }), output: SourceView },
  "POST /api/sources/:id/resume": { rule: "session", input: z.object({ id: Id }), output: SourceView },
  "GET /api/sources/:id/unreadable": {
    rule: "session",
    input: z.object({ id: Id, after: z.string().optional() }),
    output: z.object({ unreadable: z.array(UnreadableView), next: z.string().nullable() }),
  },

  "GET /api/inbox": {
    rule: "session",
    input: z.object({
      ...Filters,
      after: z.string().max(2000).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ cards: z.array(InboxCard), next: z.string().nullable() }),
  },
  /** Grows when something of the brand has changed; for those whom no stream reaches. */
  "GET /api/brands/:id/version": {
    rule: "session",
    input: z.object({ id: Id }),
    output: z.object({ version: z.number() }),
  },
  /** Exact for a single facet, a few seconds late. */
  "GET /api/counts": { rule: "session", input: z.object({ brand: Id }), output: CountsView },
  "GET /api/search": {
    rule: "session",
    input: z.object({
      brand: Id,
      words: z.string().max(300).default(""),
      network: listOf(Id),
      sentiment: listOf(Mood),
      status: listOf(z.string().max(30)),
      after: z.string().max(2000).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({
      cards: z.array(InboxCard),
      next: z.string().nullable(),
      of: z.enum(["all", "open"]),
    }),
  },
  "GET /api/conversations/:id": { rule: "session", input: z.object({ id: Id }), output: ConversationView },
  "GET /api/mentions/:id/text": {
    rule: "session",
    input: z.object({ id: Id, conversation: Id }),
    output: z.object({ text: z.string() }),
  },

  "GET /api/media/:conversation/:mention/:index": {
    rule: "session",
    input: z.object({ conversation: Id, mention: Id, index: z.string().max(10) }),
    output: z.instanceof(Blob),
  },

  "PUT /api/conversations/:id/draft": {
    rule: "session",
    /** `version` is the draft's last known one, 0 for none; another one there means someone else wrote. */
    input: z.object({ id: Id, text: z.string().max(50_000), version: z.number().int().min(0) }),
    output: DraftView,
  },
  "POST /api/conversations/:id/replies": {
    rule: "session",
    /** `reply` is made by the client and names this reply for ever: a repeated request sends once. */
    input: z.object({ id: Id, reply: z.string().regex(/^[0-9a-z]{16,32}$/), text: z.string().max(50_000) }),
    output: ReplyView,
  },
  "POST /api/conversations/:id/replies/:reply/undo": {
    rule: "session",
    input: z.object({ id: Id, reply: Id }),
    output: ReplyView,
  },
  /** Puts another text in the place of a published reply; `edit` names this edit for ever, as `reply` does a reply. */
  "POST /api/conversations/:id/replies/:reply/edit": {
    rule: "session",
    input: z.object({
      id: Id,
      reply: Id,
      edit: z.string().regex(/^[0-9a-z]{16,32}$/),
      text: z.string().max(50_000),
    }),
    output: ReplyView,
  },
  /** A person settles a reply that nobody else has seen: it stands there, or it does not and comes back. */
  "POST /api/conversations/:id/replies/:reply/settle": {
    rule: "session",
    input: z.object({ id: Id, reply: Id, stands: z.boolean() }),
    output: ReplyView,
  },
  /** For a network without a reply API: the person pasted the text there. */
  "POST /api/conversations/:id/answered": {
    rule: "session",
    input: z.object({ id: Id, reply: z.string().regex(/^[0-9a-z]{16,32}$/), text: z.string().max(50_000) }),
    output: ReplyView,
  },
  "POST /api/conversations/:id/close": {
    rule: "session",
    input: z.object({ id: Id, reason: CloseReason.default("read") }),
    output: Done,
  },
  "POST /api/conversations/:id/reopen": { rule: "session", input: z.object({ id: Id }), output: Done },
  "POST /api/conversations/:id/snooze": {
    rule: "session",
    input: z.object({ id: Id, until: At }),
    output: Done,
  },

  "GET /api/templates": { rule: "session", input: z.object({ brand: Id }), output: z.array(Template) },
  "PUT /api/templates/:id": { rule: "session", input: Template, output: Template },
  "DELETE /api/templates/:id": {
    rule: "session",
    input: z.object({ id: Id, brandId: Id }),
    output: Done,
  },
  ...accountRoutes,
  ...alertingRoutes,
  ...reportRoutes,
  ...labelRoutes,
  ...silenceRoutes,
  ...pushRoutes,
  ...backfillRoutes,
  ...labelingRoutes,
  ...vocabularyRoutes,
} as const satisfies Record<string, RouteShape>;

interface RouteShape {
  rule: "open" | "session";
  input: z.ZodType;
  output: z.ZodType;
}

export type RouteName = keyof typeof routes;
/** What a caller hands in, before defaults. */
export type InputOf<N extends RouteName> = z.input<(typeof routes)[N]["input"]>;
/** What a handler is given. */
export type ParsedInputOf<N extends RouteName> = z.output<(typeof routes)[N]["input"]>;
export type OutputOf<N extends RouteName> = z.output<(typeof routes)[N]["output"]>;
