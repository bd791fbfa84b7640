import { setTimeout as rest } from "node:timers/promises";
import type { Log, QueueName } from "@otklik/core/ports";
import type { TimeLeft } from "@otklik/functions/on";
import { triggers } from "@otklik/functions/triggers";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { type Delivered, sqsEvent } from "./sqs-event.ts";

const sleepMs = 500;
/** What cannot be kept now will hardly be kept at once: each round in a row that fails doubles the rest, up to this. */
const longestRestMs = 30_000;

/** A message in a dead-letter queue. */
export type WaitingLetter = Omit<Delivered, "receipt"> & { queue: QueueName };

/** The dead-letter queues of a home. */
export interface WaitingLetters {
  /** The oldest first, of all queues, those behind `after`. */
  waitingLetters(page: { after?: string | undefined; limit: number }): Promise<WaitingLetter[]>;
  /** Forgets it: it is kept elsewhere. */
  discard(id: string): Promise<unknown>;
}

interface Reading {
  letters: WaitingLetters;
  handler: (event: SQSEvent, time: TimeLeft) => Promise<SQSBatchResponse>;
  log: Log;
}

/** Hands on what stands in the dead-letter queues of this home until stopped. */
export function startDeadReader(reading: Reading): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const failed = await handOnLetters(reading).catch((error: unknown) => {
        reading.log.error("dead-reader.failed", error);
        return 1;
      });
      failures = failed > 0 ? failures + 1 : 0;
      const ms = Math.min(sleepMs * 2 ** failures, longestRestMs);
      await rest(ms, undefined, { signal: stopping.signal }).catch(() => undefined); // stopped: no more rest
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/**
 * Hands every letter once to the handler, oldest first, as the events of its queue's dead-letter queue, and forgets
 * those that did not fail. Returns how many failed: they stay, and hold up no other.
 */
export async function handOnLetters({ letters, handler }: Reading): Promise<number> {
  const { batch, timeoutSeconds } = triggers.dead;
  let failures = 0;
  let after: string | undefined;
  for (;;) {
    const found = await letters.waitingLetters({ after, limit: batch });
    const last = found.at(-1);
    if (!last) return failures;
    after = last.id;
    for (const [queue, group] of Map.groupBy(found, (letter) => letter.queue)) {
      const until = Date.now() + timeoutSeconds * 1000;
      const event = sqsEvent(`${queue}-dead`, group.map(asDelivered));
      const answer = await handler(event, { getRemainingTimeInMillis: () => until - Date.now() });
      const failed = new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      for (const { id } of group) if (!failed.has(id)) await letters.discard(id);
      failures += failed.size;
    }
  }
}

const asDelivered = (letter: WaitingLetter): Delivered => ({ ...letter, receipt: letter.id });
