import type { QueueName } from "@otklik/core/ports";

/** A message that has failed so often goes to its queue's dead-letter queue. */
export const maxReceives = 5;

/** Everything that wakes us. Both homes read this one table; nothing else may wake a room. */
export const triggers = {
  schedules: [
    { name: "schedule", everySeconds: 60 },
    { name: "sweep", everySeconds: 60 },
  ],
  /** `batch` messages a call at most; `workers` calls at once in the embedded home; a call ends after `timeoutSeconds`. */
  queues: [
    { name: "pull", room: "pull", batch: 1, workers: 4, timeoutSeconds: 60, grouped: true },
    { name: "label", room: "label", batch: 1, workers: 2, timeoutSeconds: 60, grouped: false },
    { name: "pastLabel", room: "label", batch: 1, workers: 2, timeoutSeconds: 60, grouped: false },
    { name: "response", room: "triage", batch: 50, workers: 1, timeoutSeconds: 30, grouped: false },
    { name: "pastResponse", room: "triage", batch: 50, workers: 1, timeoutSeconds: 30, grouped: false },
    { name: "deliver", room: "deliver", batch: 1, workers: 4, timeoutSeconds: 30, grouped: false },
    { name: "sum", room: "sum", batch: 1, workers: 1, timeoutSeconds: 30, grouped: false },
    { name: "notify", room: "notify", batch: 1, workers: 4, timeoutSeconds: 30, grouped: false },
  ],
  /** Wakes on the dead-letter queue of each queue. */
  dead: { name: "dead", batch: 10, timeoutSeconds: 30 },
  changes: [{ name: "measure" }, { name: "find" }],
  requests: [
    { name: "api", path: "/api/*" },
    { name: "webhook", path: "/hooks/*" },
  ],
} as const satisfies Triggers;

interface Triggers {
  schedules: readonly { name: string; everySeconds: number }[];
  queues: readonly QueueTrigger[];
  dead: { name: string; batch: number; timeoutSeconds: number };
  changes: readonly { name: string }[];
  requests: readonly { name: string; path: string }[];
}

export interface QueueTrigger {
  name: QueueName;
  /** Its file in this folder; old mentions pass the same rooms as new ones, on queues of their own. */
  room: string;
  batch: number;
  workers: number;
  timeoutSeconds: number;
  grouped: boolean;
}
