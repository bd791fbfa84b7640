import { setTimeout } from "node:timers/promises";

const firstRestMs = 50;
const longestRestMs = 2000;

/** Answers that mean "not now": nothing was done, and the same request will be taken a little later. */
const notNow = new Set([
  "ProvisionedThroughputExceededException",
  "ThrottlingException",
  "RequestLimitExceeded",
  "TransactionInProgressException",
  "TransactionConflictException",
  "ReplicatedWriteConflictException",
]);

/**
 * Calls until the answer is another than "not now", resting longer each time, by chance, so that many who were turned
 * away do not return together.
 * @param withinMs after which the refusal is thrown on
 */
export async function patiently<T>(call: () => Promise<T>, withinMs: number): Promise<T> {
  const until = performance.now() + withinMs;
  for (let attempt = 0; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const ms = restMs(attempt);
      if (!(error instanceof Error) || !notNow.has(error.name) || performance.now() + ms > until) throw error;
      await setTimeout(ms);
    }
  }
}

/** Full jitter: anything up to a bound that doubles. */
const restMs = (attempt: number): number =>
  Math.random() * Math.min(firstRestMs * 2 ** attempt, longestRestMs);

/** Rests before a further attempt (0: the first repetition). */
export const rest = (attempt: number): Promise<void> => setTimeout(restMs(attempt));

/** Runs `work` on each, at most `atOnce` together; all have ended when it returns or throws what failed first. */
export async function inParallel<T, R>(
  all: readonly T[],
  atOnce: number,
  work: (each: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(all.length);
  const places = all.entries();
  const workers = Array.from({ length: Math.min(atOnce, all.length) }, async () => {
    for (const [at, each] of places) results[at] = await work(each);
  });
  const ended = await Promise.allSettled(workers);
  const failed = ended.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
  return results;
}
