import { type Change, type ChangeFeed, type Ports, type QueueName, queueNames } from "@otklik/core/ports";
import { handler as dead } from "@otklik/functions/dead";
import { handler as deliver } from "@otklik/functions/deliver";
import { handler as find } from "@otklik/functions/find";
import { handler as label } from "@otklik/functions/label";
import { handler as measure } from "@otklik/functions/measure";
import { handler as notify } from "@otklik/functions/notify";
import type { Door } from "@otklik/functions/on";
import { handler as pull } from "@otklik/functions/pull";
import { handler as schedule } from "@otklik/functions/schedule";
import { handler as sum } from "@otklik/functions/sum";
import { handler as sweep } from "@otklik/functions/sweep";
import { handler as response } from "@otklik/functions/triage";
import { triggers } from "@otklik/functions/triggers";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { startDeadReader, type WaitingLetters } from "./dead-reader.ts";
import { startFeedReader } from "./feed-reader.ts";
import { startPoller } from "./poller.ts";
import type { PolledQueue } from "./queue.ts";
import { type FiredSlots, localScheduler } from "./scheduler.ts";

/** Who opens for the messages of each queue. */
export const queueDoors = {
  pull,
  label,
  pastLabel: label,
  response,
  pastResponse: response,
  deliver,
  sum,
  notify,
} satisfies Record<QueueName, Door<SQSEvent, SQSBatchResponse>>;
/** The queues that a mention passes on its way into the inbox and the trend. */
export const intake: readonly QueueName[] = ["pull", "label", "pastLabel", "response", "pastResponse", "sum"];

const scheduleDoors = { schedule, sweep };
const changeDoors = { measure, find };

/** What of a home wakes its rooms. */
export interface Wakers {
  queue: PolledQueue;
  feed: ChangeFeed;
  fired: FiredSlots;
  letters: WaitingLetters;
  /** How long a message whose work was cut off stays hidden; unless given, six times as long as a call may take. */
  visibilitySeconds?: number | undefined;
}

export interface Runtime {
  stop(): Promise<void>;
  /** Whether every queue answers, and for how long the change feed has not moved. */
  pulse(): { pollers: boolean; feedStuckMs: number };
  /** Nothing is being worked on at this moment, no change waits, and nothing waits in these queues (all unless named). */
  isIdle(queues?: readonly QueueName[]): Promise<boolean>;
}

/** Wakes every room of a home by the one table of triggers. `onChanges` hears of each page of changes once the rooms have it. */
export function startRuntime(
  wakers: Wakers,
  ports: Ports,
  {
    schedules = true,
    onChanges,
  }: { schedules?: boolean; onChanges?: (changes: readonly Change[]) => void } = {},
): Runtime {
  const pollers = triggers.queues.map((trigger) =>
    startPoller({
      queue: wakers.queue,
      trigger,
      visibilitySeconds: wakers.visibilitySeconds,
      handler: queueDoors[trigger.name].using(ports),
      log: ports.log,
    }),
  );
  const half = { getRemainingTimeInMillis: () => 30_000 };
  const reader = startFeedReader({
    feed: wakers.feed,
    handlers: [
      ...triggers.changes.map(({ name }) => {
        const handler = changeDoors[name].using(ports);
        return (event: { changes: readonly Change[] }) => handler(event, half);
      }),
      async ({ changes }) => onChanges?.(changes),
    ],
    ports,
  });
  const deadReader = startDeadReader({ letters: wakers.letters, handler: dead.using(ports), log: ports.log });
  const scheduler = localScheduler({
    fired: wakers.fired,
    log: ports.log,
    now: ports.now,
    schedules: triggers.schedules,
    fire: (name, at) =>
      scheduleDoors[name as keyof typeof scheduleDoors].using(ports)({ time: at.toISOString() }, half),
  });
  if (schedules) scheduler.start();
  return {
    async stop() {
      if (schedules) await scheduler.stop();
      await Promise.all(pollers.map((poller) => poller.stop()));
      await reader.stop();
      await deadReader.stop();
    },
    pulse: () => ({ pollers: pollers.every((one) => one.isAlive()), feedStuckMs: reader.stuckMs() }),
    async isIdle(queues = queueNames) {
      // Asked for in one breath: work moves between queues and changes, and must not slip by between two questions.
      const working = pollers.some((one) => !one.isIdle());
      const waiting = queues.map((name) => wakers.queue.nextAt(name));
      const { changes } = await wakers.feed.read(null, 1);
      return !working && changes.length === 0 && (await Promise.all(waiting)).every((at) => at === null);
    },
  };
}
