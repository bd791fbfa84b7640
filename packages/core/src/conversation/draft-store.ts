import { z } from "zod";
import { Instant } from "../json.ts";
import { conversationKey } from "../mention/mention-store.ts";
import type { Key, Row, Write } from "../ports.ts";
import { unchanged } from "../ports.ts";

/** A reply not yet approved; a conversation has one, shared by all who work on it. */
export const Draft = z.object({ text: z.string(), by: z.string(), at: Instant });
export type Draft = z.infer<typeof Draft>;

export function draftKey(conversationId: string): Key {
  const { pk, sk } = conversationKey(conversationId);
  return { pk, sk: `${sk}~d` };
}

export const draftFromRow = (row: Row): Draft & { version: number } => ({
  ...Draft.parse(row.body),
  version: row.version,
});

export const putDraft = (
  conversationId: string,
  draft: Draft,
  read: { version: number } | null | "any",
): Write => {
  const put = { ...draftKey(conversationId), body: { ...draft, at: draft.at.toISOString() } };
  return read === "any" ? { put } : { put, if: unchanged(read) };
};

export const removeDraft = (conversationId: string): Write => ({ remove: draftKey(conversationId) });
