/** Runs what bears one name in turn, and what bears different names together. */
export function keyedLock(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const lasts = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = lasts.get(name);
    const mine = before ? before.then(work, work) : work();
    lasts.set(name, mine);
    try {
      return await mine;
    } finally {
      if (lasts.get(name) === mine) lasts.delete(name);
    }
  };
}
