import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import type { State } from "./state.ts";

/** Routes may be called by a server, or without one by a test; then there is no connection. */
export interface SandboxEnv {
  Bindings: Partial<HttpBindings> | undefined;
}

/** What a simulator is given: a memory of its own and a clock. */
export interface Surroundings {
  state: State;
  now(): Date;
}

/** One simulated network as the sandbox's front page and router know it. */
export interface SimulatedNetwork {
  /** Where it lives in the sandbox, such as "/wildberries". Its API and its page for people are below. */
  path: string;
  title: { ru: string; en: string };
  /** Builds the network's routes, relative to `path`. */
  open(surroundings: Surroundings): Hono<SandboxEnv>;
  /** For what is not spoken over HTTP: listens on ports of its own, beside the routes and over the same memory. */
  start?(surroundings: Surroundings): Promise<Running>;
}

export interface Running {
  /** By what is spoken there, such as "imap". */
  ports: Readonly<Record<string, number>>;
  close(): Promise<void>;
}
