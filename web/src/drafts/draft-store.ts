/** A draft as this browser keeps it, until the server has it too. */
export interface KeptDraft {
  text: string;
  /** The server's version that it was written over; 0 for none. */
  version: number;
}

type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;

/** One place per conversation: a draft never appears under another one. */
const placeOf = (conversationId: string) => `otklik.draft.${conversationId}`;

export function keptDraft(storage: Storage, conversationId: string): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(placeOf(conversationId)) ?? "null");
    return isKeptDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

const isKeptDraft = (value: unknown): value is KeptDraft =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as KeptDraft).text === "string" &&
  typeof (value as KeptDraft).version === "number";

export function keepDraft(storage: Storage, conversationId: string, draft: KeptDraft): void {
  try {
    storage.setItem(placeOf(conversationId), JSON.stringify(draft));
  } catch {
    // full or forbidden: the server's copy is the only one then
  }
}

export function forgetDraft(storage: Storage, conversationId: string): void {
  try {
    storage.removeItem(placeOf(conversationId));
  } catch {
    // forbidden storage holds nothing to forget
  }
}
