import { z } from "zod";
import { Said } from "../../said.ts";
import { InboxFrom } from "../../source/source.ts";
import { SourceView } from "../views.ts";

const Id = z.string().min(1).max(80);
const At = z.iso.datetime();
/** An account's fields by name. */
export const Credentials = z.record(z.string().max(80), z.string().max(20_000));

/** A credential in plain words, as the network's test call told it. */
export const StandingView = z.object({
  name: z.string(),
  kind: Said.optional(),
  expiresAt: At.optional(),
  warnings: z.array(Said),
});
export type StandingView = z.infer<typeof StandingView>;

/** One sign-in at a network; never what it signs in with. */
export const AccountView = z.object({
  id: z.string(),
  network: z.string(),
  networkTitle: z.string(),
  title: z.string(),
  is: z.enum(["token", "oauth"]),
  kind: Said.optional(),
  expiresAt: At.optional(),
  warnings: z.array(Said),
  connectedAt: At,
  /** The network no longer takes it: a person must sign in again. */
  ended: z.object({ at: At, why: Said }).optional(),
  /** How many sources use it. */
  sources: z.number(),
});
export type AccountView = z.infer<typeof AccountView>;

/** A place that an account gives access to. */
export const PlaceView = z.object({
  /** Tells it from the others of the list. */
  key: z.string(),
  title: z.string(),
  detail: z.string().optional(),
  is: z.enum(["shop", "location", "page", "community", "chat", "app", "mailbox"]),
  settings: z.unknown(),
  warnings: z.array(Said),
  /** Of which brands it is a source already. */
  connected: z.array(z.object({ brand: z.string(), source: z.string() })),
});
export type PlaceView = z.infer<typeof PlaceView>;

/** How a sign-in at a network ended. */
export const OutcomeView = z.discriminatedUnion("is", [
  z.object({ is: z.literal("connected"), account: z.string(), network: z.string() }),
  z.object({ is: z.literal("failed"), network: z.string().nullable(), said: Said }),
]);
export type OutcomeView = z.infer<typeof OutcomeView>;

/** What became of one of several things asked for at once. */
export const ConnectedView = z.object({
  /** Of an imported table. */
  line: z.number().optional(),
  title: z.string(),
  is: z.enum(["connected", "already", "refused"]),
  source: z.string().optional(),
  why: Said.optional(),
});
export type ConnectedView = z.infer<typeof ConnectedView>;

export const accountRoutes = {
  "GET /api/accounts": { rule: "session", input: z.object({}), output: z.array(AccountView) },
  /** A test call first. `keep` false: only that call, so that a person reads its verdict before anything is kept. */
  "POST /api/accounts": {
    rule: "session",
    input: z.object({
      network: Id,
      credentials: Credentials,
      settings: z.unknown().optional(),
      keep: z.boolean().default(true),
    }),
    output: z.object({ standing: StandingView, account: AccountView.nullable() }),
  },
  /** New credentials for an account of the token kind; its sources go on where they stopped. */
  "POST /api/accounts/:id/credentials": {
    rule: "session",
    input: z.object({ id: Id, credentials: Credentials }),
    output: z.object({ account: AccountView }),
  },
  /** Only while no source uses it. */
  "DELETE /api/accounts/:id": {
    rule: "session",
    input: z.object({ id: Id }),
    output: z.object({ done: z.literal(true) }),
  },
  "GET /api/accounts/:id/places": {
    rule: "session",
    input: z.object({ id: Id }),
    output: z.array(PlaceView),
  },
  /** Several places at once; what is refused stops no other. */
  "POST /api/accounts/:id/sources": {
    rule: "session",
    input: z.object({
      id: Id,
      places: z
        .array(z.object({ brand: Id, title: z.string().trim().min(1).max(200), settings: z.unknown() }))
        .min(1)
        .max(500),
      inboxFrom: InboxFrom.default("30d"),
    }),
    output: z.object({ results: z.array(ConnectedView), sources: z.array(SourceView) }),
  },
  /** Where the person must go to sign in. `account`: signs in again for an account that is there. */
  "POST /api/accounts/oauth/begin": {
    rule: "session",
    input: z.object({ network: Id, credentials: Credentials.default({}), account: Id.optional() }),
    output: z.object({ url: z.string() }),
  },
  "GET /api/accounts/oauth/outcome": {
    rule: "session",
    input: z.object({ state: z.string().max(200) }),
    output: OutcomeView,
  },
  /** The network's consent page sends the person's browser here; the answer leads to the web app. */
  "GET /api/oauth/return": {
    rule: "open",
    input: z.object({
      state: z.string().max(200).default(""),
      code: z.string().max(4000).optional(),
      error: z.string().max(200).optional(),
      error_description: z.string().max(2000).optional(),
    }),
    output: z.object({ done: z.literal(true) }),
  },
  /** A table of sources as text: columns network, title, brand, account, inbox, and settings by name. */
  "POST /api/sources/import": {
    rule: "session",
    input: z.object({
      text: z.string().max(1_000_000),
      /** For rows that name none. */
      brand: Id,
      inboxFrom: InboxFrom.default("30d"),
    }),
    output: z.object({ results: z.array(ConnectedView) }),
  },
} as const;
