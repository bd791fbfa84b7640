import { Button } from "../../parts/button.tsx";
import { useSpeech } from "../../speech.tsx";
import type { Draft } from "./use-draft.ts";

/** Someone else wrote in the same draft: both texts are offered, neither is lost. */
export function DraftConflict({ draft }: { draft: Draft }) {
  const { words } = useSpeech();
  if (draft.state.is !== "conflict") return null;
  const { theirs } = draft.state;
  return (
    <div role="alert" className="border-b border-line bg-urgent-wash px-5 py-3">
      <p>{words.composer.conflict(theirs.by || words.labels.anonymous)}</p>
      <p className="mt-1 text-sm text-ink-soft">{words.composer.theirs}:</p>
      <p className="max-h-24 overflow-y-auto whitespace-pre-wrap">{theirs.text}</p>
      <div className="mt-2 flex gap-2">
        <Button onClick={draft.keepMine}>{words.composer.keepMine}</Button>
        <Button onClick={draft.takeTheirs}>{words.composer.takeTheirs}</Button>
      </div>
    </div>
  );
}
