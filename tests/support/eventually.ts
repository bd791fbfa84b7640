import { setTimeout } from "node:timers/promises";

const pauseMs = 20;

/**
 * What `check` returns once it throws no more, for what may lag behind a write. Tried at once, so nothing waits where
 * nothing lags.
 * @throws what `check` last threw, after `withinMs`
 */
export async function eventually<T>(check: () => Promise<T>, withinMs = 5000): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await setTimeout(pauseMs);
  }
}
