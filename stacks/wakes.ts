import { triggers } from "../functions/triggers.ts";
import type { Ground } from "./grants.ts";
import { titled } from "./queues.ts";
import { room } from "./rooms.ts";

/** SQS hands out at most ten at once unless it may gather them for a second. */
const mostWithoutGathering = 10;
/** A worker of the embedded home stands for so many calls at once here, lest one queue take the account's whole share. */
const callsPerWorker = 10;

/** Wakes each queue's function, which names the messages that failed so that only they come again. */
export function wakeByQueues(ground: Ground): void {
  for (const { name, batch, timeoutSeconds, workers } of triggers.queues)
    ground.queues.work[name].subscribe(room(ground, { name, timeoutSeconds }), {
      batch: {
        size: batch,
        ...(batch > mostWithoutGathering ? { window: "1 second" } : {}),
        partialResponses: true,
      },
      transform: { eventSourceMapping: { scalingConfig: { maximumConcurrency: workers * callsPerWorker } } },
    });
}

/** One function keeps what any of the others gave up. */
export function wakeByDeadLetters(ground: Ground): void {
  const { name, batch, timeoutSeconds } = triggers.dead;
  const letters = Object.entries(ground.queues.dead);
  const receive = {
    actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
    resources: letters.map(([, { arn }]) => arn),
  };
  const dead = new sst.aws.Function(
    titled(name, "Letters"),
    room(ground, { name, timeoutSeconds, also: [receive] }),
  );
  for (const [source, { arn }] of letters)
    new aws.lambda.EventSourceMapping(titled(source, "DeadSubscriber"), {
      eventSourceArn: arn,
      functionName: dead.arn,
      batchSize: batch,
      functionResponseTypes: ["ReportBatchItemFailures"],
      scalingConfig: { maximumConcurrency: 2 },
    });
}

/** Wakes the rooms that live on what changed in the table, in order; what fails for long is put aside, never skipped. */
export function wakeByChanges(ground: Ground): void {
  const aside = ground.queues.dead.change.arn;
  for (const { name } of triggers.changes)
    ground.storage.table.subscribe(
      titled(name, ""),
      room(ground, { name, timeoutSeconds: 60, also: [putAside(aside)] }),
      {
        transform: {
          eventSourceMapping: {
            startingPosition: "TRIM_HORIZON", // what changes between deployment and the first call is not missed
            batchSize: 100,
            maximumBatchingWindowInSeconds: 1,
            functionResponseTypes: ["ReportBatchItemFailures"],
            bisectBatchOnFunctionError: true,
            maximumRetryAttempts: 50,
            maximumRecordAgeInSeconds: 6 * 3600, // the stream itself forgets after a day
            destinationConfig: { onFailure: { destinationArn: aside } },
          },
        },
      },
    );
}

/** Wakes the rooms that live by the clock. */
export function wakeBySchedules(ground: Ground): void {
  const aside = ground.queues.dead.schedule.arn;
  for (const { name, everySeconds } of triggers.schedules) {
    const args = room(ground, { name, timeoutSeconds: Math.min(everySeconds, 300), also: [putAside(aside)] });
    new sst.aws.CronV2(titled(name, "Schedule"), {
      schedule: `rate(${minutes(everySeconds)})`,
      // The scheduler sends no time of its own, and the room works by the event's time, however late it comes.
      event: { time: "<aws.scheduler.scheduled-time>" },
      retries: 3,
      dlq: aside,
      function: {
        ...args,
        // The scheduler's own retries end when Lambda has taken the call; these are for a call that then fails.
        retries: 2,
        transform: {
          ...args.transform,
          eventInvokeConfig: {
            maximumEventAgeInSeconds: 900,
            destinationConfig: { onFailure: { destination: aside } },
          },
        },
      },
    });
  }
}

const putAside = (queue: $util.Output<string>): sst.aws.FunctionPermissionArgs => ({
  actions: ["sqs:SendMessage"],
  resources: [queue],
});

function minutes(seconds: number): string {
  const whole = seconds / 60;
  if (!Number.isInteger(whole))
    throw new Error(`EventBridge counts in whole minutes, not in ${seconds} seconds`);
  return whole === 1 ? "1 minute" : `${whole} minutes`;
}
