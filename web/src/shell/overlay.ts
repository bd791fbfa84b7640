import { useSyncExternalStore } from "react";

/** What lies over the screen; one at a time. */
export type Overlay = "menu" | "palette" | "help" | "settings" | "new-workspace";

let open: Overlay | null = null;
const listeners = new Set<() => void>();

export function showOverlay(overlay: Overlay | null): void {
  open = overlay;
  for (const listener of listeners) listener();
}

export const useOverlay = (): Overlay | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
