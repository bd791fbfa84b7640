import { useEffect } from "react";

const listeners = new Map<string, () => void>();

/** A text that had left has come back: the composer of its conversation, if it is open, takes it in. */
export const announceRestored = (conversationId: string): void => listeners.get(conversationId)?.();

export function useRestored(conversationId: string, listener: () => void): void {
  useEffect(() => {
    listeners.set(conversationId, listener);
    return () => {
      listeners.delete(conversationId);
    };
  }, [conversationId, listener]);
}
