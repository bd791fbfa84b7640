import { Button, IconButton } from "../../parts/button.tsx";
import { useSpeech } from "../../speech.tsx";

interface ComposerVerbsProps {
  canReply: boolean;
  /** Where we cannot reply: there is a page to open. */
  hasPage: boolean;
  /** Nothing speaks against sending. */
  mayGo: boolean;
  /** The text was taken along to the network's own page: what is left is to say that it stands there. */
  isCopied: boolean;
  onTemplates(): void;
  onSend(): void;
  onCopy(): void;
  onMarkAnswered(): void;
  onPutAway: (() => void) | undefined;
}

/** What may be done with the text; one of it is the thing to do next. */
export function ComposerVerbs({ canReply, hasPage, mayGo, isCopied, onPutAway, ...on }: ComposerVerbsProps) {
  const { words } = useSpeech();
  return (
    <div className="ml-auto flex flex-wrap items-center justify-end gap-2">
      {onPutAway && <IconButton icon="down" label={words.actions.dismiss} onClick={onPutAway} />}
      <Button look="quiet" icon="templates" hotkey="/" onClick={on.onTemplates}>
        {words.app.templates}
      </Button>
      {canReply ? (
        // never quite disabled: pressed too early it says what is missing
        <Button look="primary" hotkey="mod+Enter" aria-disabled={!mayGo} onClick={on.onSend}>
          {words.actions.send}
        </Button>
      ) : (
        <>
          <Button look={isCopied ? "plain" : "primary"} disabled={!mayGo} onClick={on.onCopy}>
            {hasPage ? words.actions.copyAndOpen : words.actions.copy}
          </Button>
          <Button look={isCopied ? "primary" : "plain"} disabled={!mayGo} onClick={on.onMarkAnswered}>
            {words.actions.markAnswered}
          </Button>
        </>
      )}
    </div>
  );
}
