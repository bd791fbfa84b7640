import { type QueueName, queueNames } from "@otklik/core/ports";
import { triggers } from "@otklik/functions/triggers";
import type { TestHome } from "../home.ts";
import { sqsRequests } from "./units.ts";

/** What SQS would be asked by the rooms of a home, beside the rooms' own work. */
export interface MeteredQueue {
  /** Requests by queue, since the last reset. */
  requests: Record<string, number>;
  /** Works until no queue has anything to do at this moment, and no change waits. */
  settle(): Promise<void>;
}

const batchOf = (name: QueueName): number =>
  Math.min(10, triggers.queues.find((one) => one.name === name)?.batch ?? 1);

/** Counts sends of up to ten messages, and what Lambda takes at once, as many as a call may have, and then deletes. */
export function meterQueue(here: TestHome): MeteredQueue {
  const metered: MeteredQueue = {
    requests: {},
    async settle() {
      for (;;) {
        let done = await here.readFeed();
        for (const name of queueNames) done += await work(name);
        if (done === 0) return;
      }
    },
  };
  const count = (name: QueueName, more: number): void => {
    metered.requests[name] = (metered.requests[name] ?? 0) + more;
  };
  const { queue } = here.ports;
  here.ports.queue = {
    async send(name, messages) {
      for (let from = 0; from < messages.length; from += 10)
        count(name, sqsRequests(messages.slice(from, from + 10).map(({ body }) => body)));
      await queue.send(name, messages);
    },
  };
  const work = async (name: QueueName): Promise<number> => {
    const taken = await here.work(name);
    count(name, 2 * Math.ceil(taken / batchOf(name)));
    return taken;
  };
  return metered;
}
