import { ApiError, call } from "../api.ts";
import type { SaveOutcome } from "./draft-saver.ts";

/** What someone else has written in the same place. */
export interface TheirDraft {
  text: string;
  by: string;
  version: number;
}

/** Saves a draft over the version known. Where the same words or none stand by now, that is no conflict. @throws ApiError */
export async function saveDraft(id: string, text: string, version: number): Promise<SaveOutcome<TheirDraft>> {
  try {
    const saved = await call("PUT /api/conversations/:id/draft", { id, text, version }, { last: true });
    return { saved: saved.version };
  } catch (error) {
    const theirs = error instanceof ApiError && error.code === "conflict" ? theirsIn(error.detail) : null;
    if (!theirs) throw error;
    if (theirs.text === text) return { saved: theirs.version };
    return theirs.text === "" ? saveDraft(id, text, theirs.version) : { conflict: theirs };
  }
}

function theirsIn(detail: Record<string, unknown> | undefined): TheirDraft | null {
  const { text, by, version } = detail ?? {};
  if (typeof text !== "string" || typeof version !== "number") return null;
  return { text, by: typeof by === "string" ? by : "", version };
}
