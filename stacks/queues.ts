import { maxReceives, type QueueTrigger, triggers } from "../functions/triggers.ts";

const letterDays = 14;
/** AWS asks for six times: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const visibilityTimes = 6;

export type QueueName = (typeof triggers.queues)[number]["name"];

export interface Queues {
  work: Record<QueueName, sst.aws.Queue>;
  /** Where work goes that failed too often; a schedule's call and a change have no queue of their own before it. */
  dead: Record<QueueName | "schedule" | "change", sst.aws.Queue>;
}

/** A queue for each trigger, and a dead-letter queue for each thing that wakes us by itself. */
export function queues(): Queues {
  const dead = {
    ...ofEach(({ name, grouped }) => deadLetters(name, grouped)),
    schedule: deadLetters("schedule"),
    change: deadLetters("change"),
  };
  const work = ofEach((trigger) => workQueue(trigger, dead[trigger.name]));
  return { work, dead };
}

function ofEach<Made>(make: (trigger: QueueTrigger & { name: QueueName }) => Made): Record<QueueName, Made> {
  return Object.fromEntries(triggers.queues.map((trigger) => [trigger.name, make(trigger)])) as Record<
    QueueName,
    Made
  >;
}

function workQueue({ name, grouped, timeoutSeconds }: QueueTrigger, dead: sst.aws.Queue): sst.aws.Queue {
  return new sst.aws.Queue(titled(name, "Queue"), {
    fifo: grouped,
    visibilityTimeout: `${timeoutSeconds * visibilityTimes} seconds`,
    dlq: { queue: dead.arn, retry: maxReceives },
    transform: { queue: { name: physicalName(name, grouped), sqsManagedSseEnabled: true } },
  });
}

function deadLetters(name: string, grouped = false): sst.aws.Queue {
  return new sst.aws.Queue(titled(name, "Dead"), {
    fifo: grouped,
    visibilityTimeout: `${triggers.dead.timeoutSeconds * visibilityTimes} seconds`,
    transform: {
      queue: {
        name: physicalName(`${name}-dead`, grouped),
        messageRetentionSeconds: letterDays * 24 * 3600,
        sqsManagedSseEnabled: true,
      },
    },
  });
}

/** Plain names, because the one that reads dead letters learns from the queue's name whose they are. */
const physicalName = (name: string, grouped: boolean): string =>
  `${$app.name}-${$app.stage}-${name}${grouped ? ".fifo" : ""}`;

/** A component's name: "pull" and "Queue" make "PullQueue". */
export const titled = (name: string, kind: string): string =>
  `${name[0]?.toUpperCase()}${name.slice(1)}${kind}`;
