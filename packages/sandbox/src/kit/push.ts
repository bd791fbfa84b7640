// How a network tells those who asked for it. What was not taken is tried again when the network's clock has come so
// far; what waits is remembered, so that it outlives a restart.
import { z } from "zod";
import type { State } from "../state.ts";
import type { Misbehaviour } from "./misbehaviour.ts";
import type { Change, Stage } from "./stage.ts";

const Subscription = z.object({
  /** One for each: a second with the same id takes the place of the first. */
  id: z.string(),
  url: z.string(),
  /** What the network signs with, or sends along. */
  secret: z.string(),
  extra: z.record(z.string(), z.json()),
});
export type Subscription = z.infer<typeof Subscription>;

const Waiting = z.object({
  id: z.string(),
  to: z.string(),
  body: z.string(),
  attempts: z.number(),
  /** Not tried before this. */
  dueAt: z.coerce.date(),
});
type Waiting = z.infer<typeof Waiting>;

/** How this network pushes. */
export interface PushForm {
  /** The body of the event, the same at every attempt; null where it tells nobody of such a change. */
  body(change: Change, to: Subscription, eventId: string): string | null;
  /** Headers beside the content type, such as a signature over the body. */
  headers?(sent: { body: string; to: Subscription; attempt: number }): Record<string, string>;
  contentType?: string;
  /** True where the answer means that it was taken. Default: any 2xx. */
  isTaken?(response: Response): boolean | Promise<boolean>;
  /** How long it waits before each further attempt; after the last it gives up. */
  retryAfterMs: readonly number[];
}

export interface Pusher {
  subscribe(to: Omit<Subscription, "extra"> & { extra?: Subscription["extra"] }): void;
  unsubscribe(id: string): void;
  subscriptions(): Subscription[];
  /** Puts an event into the queue, for those that a change of the stage does not bring. */
  queue(change: Change): void;
  /** Sends whatever is due. Resolves when nothing more is. */
  flush(): Promise<void>;
  /** One request to a subscriber now, such as a first PING or a confirmation. */
  send(to: Subscription, body: string): Promise<Response>;
}

const PATIENCE_MS = 5000;

/** Listens to the stage and tells subscribers. The events leave at `flush`. */
export function pusher(doors: {
  stage: Stage;
  state: State;
  faults: Misbehaviour;
  form: PushForm;
  /** Default: `fetch`, giving up after five seconds. */
  send?(request: Request): Promise<Response>;
}): Pusher {
  const { stage, state, faults, form } = doors;
  const { send = (request: Request) => fetch(request) } = doors;
  const subscribers = state.shelf("subscriptions", Subscription);
  const outbox = state.shelf("outbox", Waiting);
  const keep = (event: Waiting) => outbox.put(event.id, event.dueAt, event);

  const queue = (change: Change) => {
    for (const to of subscribers.all()) {
      const n = Number(state.fact("events") ?? 0) + 1;
      const id = String(n).padStart(12, "0");
      const body = form.body(change, to, id);
      if (body === null) continue;
      state.remember("events", String(n));
      if (faults.takes("losePush")) continue;
      keep({ id, to: to.id, body, attempts: 0, dueAt: stage.now() });
    }
  };
  stage.onChange(queue);

  const post = async (to: Subscription, body: string, attempt: number) =>
    send(
      new Request(to.url, {
        method: "POST",
        body,
        headers: {
          "Content-Type": form.contentType ?? "application/json",
          ...form.headers?.({ body, to, attempt }),
        },
        signal: AbortSignal.timeout(PATIENCE_MS),
      }),
    );

  async function deliver(event: Waiting): Promise<void> {
    const to = subscribers.get(event.to);
    if (!to) return outbox.drop(event.id);
    const attempts = event.attempts + 1;
    // Nobody there, or no answer in time: tried again like any other that was not taken.
    const response = await post(to, event.body, attempts).catch(() => null);
    const isTaken = response !== null && (await (form.isTaken?.(response) ?? response.ok));
    if (isTaken && faults.takes("duplicatePush")) await post(to, event.body, attempts).catch(() => null);
    const pause = form.retryAfterMs[event.attempts];
    if (isTaken || pause === undefined) return outbox.drop(event.id);
    keep({ ...event, attempts, dueAt: new Date(stage.now().getTime() + pause) });
  }

  /** What is due, in the order of its happening; ordered to, the last comes first once there are two. */
  function due(): Waiting[] {
    const ready = outbox
      .all()
      .filter(({ dueAt }) => dueAt <= stage.now())
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    if (faults.orders().reorderPush === 0) return ready;
    if (ready.length < 2) return [];
    faults.takes("reorderPush");
    return ready.reverse();
  }

  let running: Promise<void> | null = null;
  const round = async () => {
    // Until nothing is left: what comes up meanwhile is waited for too.
    for (let ready = due(); ready.length > 0; ready = due()) {
      for (const event of ready) await deliver(event);
    }
  };

  return {
    subscribe: ({ extra = {}, ...to }) => subscribers.put(to.id, stage.now(), { ...to, extra }),
    unsubscribe: (id) => subscribers.drop(id),
    subscriptions: () => subscribers.all(),
    queue,
    flush() {
      running ??= round().finally(() => {
        running = null;
      });
      return running;
    },
    send: (to, body) => post(to, body, 1),
  };
}
