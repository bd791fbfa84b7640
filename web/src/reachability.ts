import { useSyncExternalStore } from "react";

// Not the browser's own word: a server on this computer answers without any network.
let isReachable = true;
const listeners = new Set<() => void>();

/** Whether the server answered the last time it was asked. */
export function reached(answered: boolean): void {
  if (answered === isReachable) return;
  isReachable = answered;
  for (const listener of listeners) listener();
}

export const useReachable = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isReachable,
  );
