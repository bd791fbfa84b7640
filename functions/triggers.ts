import type { QueueName } from "@otklik/core/ports";

/** Everything that wakes us. Both homes read this one table; nothing else may wake a room. */
export const triggers = {
  schedules: [
    { name: "schedule", everySeconds: 60 },
    { name: "sweep", everySeconds: 60 },
  ],
  /** `batch` messages a call at most; `workers` calls at once in the embedded home; a call ends after `timeoutSeconds`. */
  queues: [
    { name: "pull", batch: 1, workers: 4, timeoutSeconds: 60, grouped: true },
    { name: "label", batch: 1, workers: 2, timeoutSeconds: 60, grouped: false },
    { name: "pastLabel", batch: 1, workers: 2, timeoutSeconds: 60, grouped: false },
    { name: "response", batch: 50, workers: 1, timeoutSeconds: 30, grouped: false },
    { name: "pastResponse", batch: 50, workers: 1, timeoutSeconds: 30, grouped: false },
    { name: "deliver", batch: 1, workers: 4, timeoutSeconds: 30, grouped: false },
    { name: "sum", batch: 1, workers: 1, timeoutSeconds: 30, grouped: false },
    { name: "notify", batch: 1, workers: 4, timeoutSeconds: 30, grouped: false },
  ],
  changes: [{ name: "measure" }, { name: "find" }],
  requests: [{ name: "api", path: "/api/*" }],
} as const satisfies Triggers;

interface Triggers {
  schedules: readonly { name: string; everySeconds: number }[];
  queues: readonly QueueTrigger[];
  changes: readonly { name: string }[];
  requests: readonly { name: string; path: string }[];
}

export interface QueueTrigger {
  name: QueueName;
  batch: number;
  workers: number;
  timeoutSeconds: number;
  grouped: boolean;
}
