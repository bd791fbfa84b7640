import { useSyncExternalStore } from "react";

/** A short word about what happened, at the foot of the screen. */
export interface Notice {
  id: number;
  text: string;
  /** ms since the epoch; gone by itself then. */
  until: number;
  /** Takes back what the notice tells of. */
  undo?: () => void;
  /** Goes to what the notice tells of. */
  action?: { label: string; run(): void };
}

const shortMs = 5000;
let notices: readonly Notice[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function change(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

export function dismiss(id: number): void {
  change(notices.filter((notice) => notice.id !== id));
}

/** Says something; the last three stay in sight. Gives the name to dismiss it by. */
export function say(notice: Omit<Notice, "id" | "until"> & { until?: number }): number {
  const until = notice.until ?? Date.now() + shortMs;
  const id = nextId++;
  change([...notices, { ...notice, id, until }].slice(-3));
  setTimeout(() => dismiss(id), until - Date.now());
  return id;
}

/** The latest thing that can still be undone. */
export function undoLatest(): void {
  const latest = notices.findLast((notice) => notice.undo);
  if (!latest) return;
  dismiss(latest.id);
  latest.undo?.();
}

export const hasUndo = (seen: readonly Notice[]): boolean => seen.some((notice) => notice.undo);

export const useNotices = (): readonly Notice[] => useSyncExternalStore(subscribe, () => notices);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
