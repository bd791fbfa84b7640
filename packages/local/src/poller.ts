import { setImmediate as otherTurns } from "node:timers/promises";
import type { Log, QueueName } from "@otklik/core/ports";
import type { TimeLeft } from "@otklik/functions/on";
import type { QueueTrigger } from "@otklik/functions/triggers";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import type { PolledQueue, Received } from "./queue.ts";
import { sqsEvent } from "./sqs-event.ts";

/** Another process may send too (the command line), so a sleeping poller looks this often without being woken. */
const longestSleepMs = 500;
/** A queue that does not answer is asked again later each time, up to this. */
const longestRestMs = 10_000;
/** So often in a row it may give no answer before the poller counts as cut off. */
const patience = 3;
/** A job that failed rests before it comes again: longer each time. */
const restSeconds = (attempts: number): number => Math.min(2 ** attempts, 300);

type Handler = (event: SQSEvent, time: TimeLeft) => Promise<SQSBatchResponse>;

export interface Poller {
  /** No more messages are taken; resolves when those in hand are done. */
  stop(): Promise<void>;
  /** Nothing in hand and nothing to take now. */
  isIdle(): boolean;
  /** The queue answers each of its workers. */
  isAlive(): boolean;
}

interface Polling {
  queue: PolledQueue;
  trigger: QueueTrigger;
  handler: Handler;
  log: Log;
  /** Unless given, six times as long as a call may take, as AWS advises for Lambda. */
  visibilitySeconds?: number | undefined;
}

/** Wakes a queue's handler with genuine SQS events, `workers` at once, as Lambda's poller would. */
export function startPoller(polling: Polling): Poller {
  const { queue, trigger } = polling;
  const bells = new Set<() => void>();
  const ring = (name: QueueName): void => {
    if (name === trigger.name) for (const bell of [...bells]) bell();
  };
  const unlisten = queue.onSend(ring);
  let stopped = false;
  let busy = 0;
  const failures = Array.from({ length: trigger.workers }, () => 0);

  const sleep = (ms: number): Promise<void> =>
    new Promise((wake) => {
      const timer = setTimeout(done, ms);
      function done(): void {
        clearTimeout(timer);
        bells.delete(done);
        wake();
      }
      bells.add(done);
    });
  const untilNext = async (): Promise<number> => {
    const next = await queue.nextAt(trigger.name);
    const ms = next ? Math.max(0, next.getTime() - Date.now()) : longestSleepMs;
    return Math.min(ms, longestSleepMs);
  };
  const takeOnce = async (): Promise<boolean> => {
    busy++;
    try {
      if ((await takeBatch(polling)) === 0) return false;
      ring(trigger.name); // a grouped message may have come forward
      // A room that waits for nothing outside never leaves this turn of the event loop: requests, timers and the
      // other queues would stand still for as long as this one is full.
      await otherTurns();
      return true;
    } finally {
      busy--;
    }
  };

  const work = async (worker: number): Promise<void> => {
    while (!stopped) {
      let ms = 0;
      try {
        const took = await takeOnce();
        if (!took) ms = await untilNext();
        failures[worker] = 0;
        if (took) continue;
      } catch (error) {
        polling.log.error("poller.failed", error, { queue: trigger.name });
        const inARow = (failures[worker] ?? 0) + 1;
        failures[worker] = inARow;
        ms = Math.min(longestSleepMs * 2 ** inARow, longestRestMs);
      }
      if (!stopped) await sleep(ms);
    }
  };
  const workers = failures.map((_, worker) => work(worker));

  return {
    async stop() {
      stopped = true;
      unlisten();
      ring(trigger.name);
      await Promise.all(workers);
    },
    isIdle: () => busy === 0,
    isAlive: () => failures.every((inARow) => inARow < patience),
  };
}

/** Takes one batch, calls the handler, deletes all that did not fail. Returns how many were taken. */
async function takeBatch(polling: Polling): Promise<number> {
  const { queue, trigger } = polling;
  const { name, batch, timeoutSeconds } = trigger;
  const { visibilitySeconds = timeoutSeconds * 6 } = polling;
  const messages = await queue.receive(name, { max: batch, visibilitySeconds });
  if (messages.length === 0) return 0;
  const { failed, why } = await handle(polling, messages);
  const done = messages.filter(({ id }) => !failed.has(id));
  await queue.done(
    name,
    done.map(({ receipt }) => receipt),
  );
  for (const { id, receipt, attempts } of messages)
    if (failed.has(id)) await queue.release(name, [receipt], { delaySeconds: restSeconds(attempts), why });
  return messages.length;
}

/** The messages that failed: those that the handler names, or all where it gives no answer that can be trusted. */
async function handle(
  { trigger: { name, timeoutSeconds }, handler, log }: Polling,
  messages: readonly Received[],
): Promise<{ failed: ReadonlySet<string>; why?: string }> {
  const taken = new Set(messages.map(({ id }) => id));
  try {
    const { batchItemFailures } = await inTime(timeoutSeconds, (time) =>
      handler(sqsEvent(name, messages), time),
    );
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    if (!failed.isSubsetOf(taken)) throw new Error("the handler names a message that it was not given");
    return { failed };
  } catch (error) {
    log.error("poller.batch-failed", error, { queue: name, messages: messages.length });
    return { failed: taken, why: String(error) };
  }
}

/** Ends a call that outlasts its time, as Lambda does: the worker goes on, and the messages come again. */
async function inTime<T>(seconds: number, call: (time: TimeLeft) => Promise<T>): Promise<T> {
  const until = Date.now() + seconds * 1000;
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${seconds} s`)), seconds * 1000);
  try {
    return await Promise.race([call({ getRemainingTimeInMillis: () => until - Date.now() }), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
