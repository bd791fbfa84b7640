import type { ConversationView, DraftView } from "@otklik/core/api/views";
import type { KeptDraft } from "./draft-store.ts";

/** What the composer begins with. `theirs`: someone else's text to choose from; `isUnsaved`: the server lacks it. */
export interface StartingDraft {
  text: string;
  /** The server's version, to be written over; 0 for none. */
  version: number;
  isUnsaved: boolean;
  theirs: DraftView | null;
}

/** This browser's copy first, since it is only kept while the server lacks it; then the server's; then what came back. */
export function startingDraft(
  { draft, returned, replies }: Pick<ConversationView, "draft" | "returned" | "replies">,
  kept: KeptDraft | null,
): StartingDraft {
  const version = draft?.version ?? 0;
  const server = draft?.text ?? "";
  if (kept && kept.text !== server) {
    const isTheirs = draft !== null && server !== "" && draft.version !== kept.version;
    return { text: kept.text, version, isUnsaved: true, theirs: isTheirs ? draft : null };
  }
  if (server !== "" || returned === undefined)
    return { text: server, version, isUnsaved: false, theirs: null };
  const back = replies.findLast((reply) => reply.state === "returned");
  return { text: back?.text ?? "", version, isUnsaved: false, theirs: null };
}
