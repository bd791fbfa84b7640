import type { ConversationView } from "@otklik/core/api/views";
import { type Finding, measure } from "@otklik/lint";
import { useSpeech } from "../../speech.tsx";
import { sayFinding } from "./say-finding.ts";
import type { Draft } from "./use-draft.ts";

interface ComposerNoteProps {
  id: string;
  draft: Draft;
  findings: readonly Finding[];
  rules: ConversationView["replyRules"];
  /** Sending was tried: what an unfinished text lacks is said too. */
  isInsistent: boolean;
}

/** Under the text: what speaks against sending, how long it is, and whether it is saved. */
export function ComposerNote({ id, draft, findings, rules, isInsistent }: ComposerNoteProps) {
  const { words, formats } = useSpeech();
  const said = findings.filter(
    ({ code }) => isInsistent || (code !== "empty" && (code !== "too-short" || draft.text.length > 40)),
  );
  const { maxLength, unit = "characters" } = rules ?? {};
  const has = measure(draft.text, unit);
  return (
    <div id={id} className="min-w-0 flex-1 basis-48 px-2 text-xs text-ink-soft">
      <ul aria-live="polite">
        {said.map((finding) => (
          <li
            key={`${finding.code}${Object.values(finding.params).join()}`}
            className={finding.level === "block" ? "text-urgent" : "text-mixed"}
          >
            {sayFinding(finding, words)}
          </li>
        ))}
      </ul>
      <span className="flex flex-wrap gap-x-3">
        {maxLength !== undefined && draft.text !== "" && (
          <span className={has > maxLength ? "text-urgent" : ""}>
            {words.composer.left(formats.number(has), words.composer.units[unit](maxLength))}
          </span>
        )}
        <SavedWord draft={draft} />
      </span>
    </div>
  );
}

function SavedWord({ draft }: { draft: Draft }) {
  const { words } = useSpeech();
  if (draft.state.is === "unsaved") return <span className="text-mixed">{words.composer.unsaved}</span>;
  if (draft.state.is === "saved" && draft.text !== "") return <span>{words.composer.saved}</span>;
  return null;
}
