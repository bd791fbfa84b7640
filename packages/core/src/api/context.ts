import type { Ports } from "../ports.ts";
import type { ScopedTable } from "../table-scope.ts";
import type { Session } from "../workspace/workspace.ts";
import type { OutputOf, ParsedInputOf, RouteName, routes } from "./routes.ts";

/** What a handler that wants no session may use. */
export interface OpenContext {
  ports: Ports;
  signal: AbortSignal;
  /** Of the request; names are lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  /** Adds a header to the answer. */
  header(name: string, value: string): void;
  /** Sends the browser to a path of the web app instead of answering it. */
  redirect(path: string): void;
  secure: boolean;
}

/** What a signed-in person's request may use: the rows of one workspace, by construction. */
export interface Context extends OpenContext {
  table: ScopedTable;
  session: Session;
  token: string;
}

/** The handler of one route. */
export type Handler<N extends RouteName> = (
  input: ParsedInputOf<N>,
  context: (typeof routes)[N]["rule"] extends "open" ? OpenContext : Context,
) => Promise<OutputOf<N>>;

export type Handlers<Names extends RouteName> = { [N in Names]: Handler<N> };
