import type { LabelingView } from "@otklik/core/api/routes/labeling";
import { useId } from "react";
import { useSpeech } from "../../speech.tsx";

const choices = ["never", "unsure", "always"] as const;

/** When the model is asked: one of three. */
export function WhoLabels({
  asks,
  onChange,
}: {
  asks: LabelingView["asks"];
  onChange(asks: LabelingView["asks"]): void;
}) {
  const { labeling } = useSpeech().words;
  const id = useId();
  return (
    <fieldset>
      <legend className="sr-only">{labeling.who}</legend>
      {choices.map((one) => (
        <label key={one} className="flex cursor-pointer items-start gap-2.5 py-1.5">
          <input
            type="radio"
            name={id}
            className="mt-0.5 size-4 shrink-0 accent-accent"
            aria-describedby={`${id}-${one}`}
            checked={asks === one}
            onChange={() => onChange(one)}
          />
          <span>
            {labeling.asks[one]}
            <span id={`${id}-${one}`} className="block text-sm text-ink-soft">
              {labeling.asksHint[one]}
            </span>
          </span>
        </label>
      ))}
      {asks !== "never" && <p className="pt-1 text-sm text-ink-soft">{labeling.sent}</p>}
    </fieldset>
  );
}
