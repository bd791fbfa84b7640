import { useId, useRef } from "react";
import { Button } from "../../parts/button.tsx";
import { FieldNote, fieldLook } from "../../parts/field.tsx";
import { useSpeech } from "../../speech.tsx";

interface GivenFieldProps {
  link: string;
  onLink(link: string): void;
  onLook(): void;
  onFile(file: File): void;
  /** A file hovers over the window. */
  isOver: boolean;
  isLooking: boolean;
  /** The part of a file that has left, 0 to 1; null: none is on its way. */
  uploaded: number | null;
  /** Something was recognised: the next button is another one. */
  hasFound: boolean;
  error: string | null;
}

/** The one field: a link is pasted, or a file is dropped or chosen. What was typed stays when it fails. */
export function GivenField({ link, uploaded, isOver, isLooking, hasFound, error, ...on }: GivenFieldProps) {
  const { words, formats } = useSpeech();
  const { start } = words;
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <form
      className={`flex flex-col gap-4 rounded-lg border p-6 max-wide:p-4 ${
        isOver ? "border-accent bg-wash" : "border-line bg-surface"
      }`}
      onSubmit={(submit) => {
        submit.preventDefault();
        on.onLook();
      }}
    >
      <div>
        <h2 className="text-xl font-semibold">{start.title}</h2>
        <p className="mt-1 text-ink-soft">{start.lead}</p>
      </div>
      <div className="flex gap-2">
        <input
          // biome-ignore lint/a11y/noAutofocus: the one field of the screen
          autoFocus
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          aria-label={start.field}
          aria-invalid={error !== null}
          aria-describedby={id}
          placeholder={start.fieldHint}
          maxLength={2000}
          className={fieldLook}
          value={link}
          onChange={(change) => on.onLink(change.target.value)}
        />
        <Button
          type="submit"
          look={hasFound ? "plain" : "primary"}
          disabled={link.trim() === "" || isLooking}
        >
          {start.look}
        </Button>
      </div>
      <FieldNote id={id} error={error ?? undefined} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-ink-soft">
        {start.orFile}
        <Button icon="plus" className="text-ink" onClick={() => picker.current?.click()}>
          {start.chooseFile}
        </Button>
        <span className="text-sm">{isOver ? start.drop : start.fileHint}</span>
        <input
          ref={picker}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,.json,.jsonl,.ndjson"
          hidden
          onChange={(change) => {
            const file = change.target.files?.[0];
            change.target.value = "";
            if (file) on.onFile(file);
          }}
        />
      </div>
      <p role="status" className={uploaded === null && !isLooking ? "hidden" : "late text-sm text-ink-soft"}>
        {uploaded === null ? (isLooking ? start.looking : "") : start.uploading(formats.percent(uploaded))}
      </p>
    </form>
  );
}
