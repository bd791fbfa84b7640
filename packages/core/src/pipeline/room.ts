import type { ZodType } from "zod";
import type { Ports } from "../ports.ts";

/** How long a room may still work, and the signal that ends its calls. */
export interface Allowance {
  deadline: Date;
  signal: AbortSignal;
}

/** A step that a queue wakes. For each job, in their order: done, or the error for which it is tried again. */
export interface Room<Job> {
  job: ZodType<Job>;
  work(jobs: readonly Job[], ports: Ports, allowance: Allowance): Promise<(Error | null)[]>;
}

/** A room whose jobs know nothing of each other: one that fails leaves the others alone. */
export function eachAlone<Job>(
  job: ZodType<Job>,
  step: (job: Job, ports: Ports, allowance: Allowance) => Promise<void>,
): Room<Job> {
  return {
    job,
    work: (jobs, ports, allowance) =>
      Promise.all(
        jobs.map((one) =>
          step(one, ports, allowance).then(
            () => null,
            (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
          ),
        ),
      ),
  };
}
