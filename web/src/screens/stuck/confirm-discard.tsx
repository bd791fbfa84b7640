import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { useSpeech } from "../../speech.tsx";

/** Asks once more: what is discarded cannot be taken back. */
export function ConfirmDiscard({
  what,
  onDiscard,
  onClose,
}: {
  what: string;
  onDiscard(): void;
  onClose(): void;
}) {
  const { words } = useSpeech();
  return (
    <Dialog title={words.stuck.confirm} onClose={onClose} className="max-w-sm">
      <div className="p-5">
        <p className="break-words">{what}</p>
        <div className="mt-4 flex gap-2">
          <Button
            look="primary"
            data-first
            onClick={() => {
              onClose();
              onDiscard();
            }}
          >
            {words.stuck.confirmed}
          </Button>
          <Button onClick={onClose}>{words.actions.cancel}</Button>
        </div>
      </div>
    </Dialog>
  );
}
