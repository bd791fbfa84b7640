/**
 * Remembers what a slow call gave for `ms`, and of many names the `most` latest. Calls that come while one is under way
 * wait for it; one that failed is forgotten.
 */
export function rememberFor<T>({ ms, most, now }: { ms: number; most: number; now: () => Date }) {
  const kept = new Map<string, { value: Promise<T>; until: number }>();
  return (name: string, call: () => Promise<T>): Promise<T> => {
    const at = now().getTime();
    const known = kept.get(name);
    if (known && known.until > at) return known.value;
    const value = call();
    kept.delete(name);
    kept.set(name, { value, until: at + ms });
    value.catch(() => kept.delete(name));
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
