// A simulator without a server: its routes, a clock that the test moves, and few words to speak to both.
import { sandboxRoutes, type World } from "@otklik/sandbox/main";
import { openState } from "@otklik/sandbox/state";
import { z } from "zod";

export const SECOND = 1000;
export const HOUR = 3600 * SECOND;
export const DAY = 24 * HOUR;

/** An empty shop in which nothing happens by itself and no request is refused for being one too many. */
export const quiet: World = { reviews: 0, questions: 0, arrivalEveryMs: 0 };

export interface Opened {
  /** A call of the API with a good token. */
  call(path: string, init?: RequestInit): Promise<Response>;
  /** The `data` of a successful GET. */
  data<T = Record<string, unknown>>(path: string): Promise<T>;
  send(method: string, path: string, body: unknown): Promise<Response>;
  move(milliseconds: number): void;
  now(): Date;
}

export async function opened(world: World = {}, at = new Date("2026-07-24T12:00:00Z")): Promise<Opened> {
  let now = at;
  const app = sandboxRoutes({ state: openState(":memory:"), now: () => now }, world);
  const call = async (path: string, init: RequestInit = {}) =>
    app.request(`http://sandbox.test/wildberries${path}`, {
      ...init,
      headers: { Authorization: "demo-token", ...init.headers },
    });
  const send = (method: string, path: string, body: unknown) =>
    call(path, { method, body: JSON.stringify(body), headers: { "Content-Type": "application/json" } });
  await send("POST", "/__control", { unlimited: true });
  return {
    call,
    send,
    async data<T>(path: string) {
      const { data } = (await (await call(path)).json()) as { data: T };
      return data;
    },
    move: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
    now: () => now,
  };
}

/** What the simulator has witnessed. */
export const Journal = z.object({
  entries: z.array(
    z.object({
      seq: z.number(),
      at: z.iso.datetime(),
      kind: z.string(),
      id: z.string(),
      text: z.string(),
      took: z.boolean(),
    }),
  ),
  repeated: z.array(z.object({ id: z.string(), times: z.number() })),
});

export const journalOf = async (shop: Opened, query = "") =>
  Journal.parse(await (await shop.call(`/__journal${query}`)).json());

/** The parts of a review on the wire that tests look at. */
export interface WireReview {
  id: string;
  text: string;
  productValuation: number;
  createdDate: string;
  answer: { text: string; state: string; editable: boolean } | null;
  state: string;
  photoLinks: { fullSize: string; miniSize: string }[] | null;
  productDetails: { nmId: number };
}

export interface WireQuestion {
  id: string;
  text: string;
  state: string;
  wasViewed: boolean;
  answer: { text: string; editable: boolean; createDate: string } | null;
}

export const reviewsOf = async (shop: Opened, path: string) =>
  (await shop.data<{ feedbacks: WireReview[] }>(path)).feedbacks;

export const questionsOf = async (shop: Opened, path: string) =>
  (await shop.data<{ questions: WireQuestion[] }>(path)).questions;

/** Adds one review, in the network's words, and returns its id. */
export async function addReview(shop: Opened, review: Record<string, unknown> = {}): Promise<string> {
  const response = await shop.send("POST", "/__reviews", [{ text: "Хороший крем", ...review }]);
  const { ids } = (await response.json()) as { ids: string[] };
  return ids[0] ?? "";
}
