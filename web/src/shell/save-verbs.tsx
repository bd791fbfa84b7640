import { Button, IconButton } from "../parts/button.tsx";
import { useSpeech } from "../speech.tsx";

interface SaveVerbsProps {
  /** The form that the button saves, by its id. */
  form: string;
  isSaving: boolean;
  /** What stands in the form cannot be saved as it is. */
  isWrong?: boolean;
  onRevert(): void;
}

/** In the head of a screen whose form was changed: that it is not saved yet, the way back, and the way on. */
export function SaveVerbs({ form, isSaving, isWrong = false, onRevert }: SaveVerbsProps) {
  const { actions } = useSpeech().words;
  return (
    <>
      <span className="text-sm text-ink-soft max-wide:sr-only">{actions.unsaved}</span>
      <IconButton icon="undo" label={actions.revert} disabled={isSaving} onClick={onRevert} />
      <Button type="submit" form={form} look="primary" disabled={isSaving || isWrong}>
        {actions.save}
      </Button>
    </>
  );
}
