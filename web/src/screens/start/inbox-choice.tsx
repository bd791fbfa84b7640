import type { RecognisedView } from "@otklik/core/api/views";
import type { InboxFrom } from "@otklik/core/source/source";
import { useSpeech } from "../../speech.tsx";

const choices: readonly InboxFrom[] = ["now", "30d", "all"];

interface InboxChoiceProps {
  /** How many would enter with each; absent: not known before it is connected. */
  counts?: RecognisedView["inbox"];
  chosen: InboxFrom;
  onChoose(choice: InboxFrom): void;
}

/** What of the past enters the inbox, with the number behind each choice. */
export function InboxChoice({ counts, chosen, onChoose }: InboxChoiceProps) {
  const { words, formats } = useSpeech();
  const { start } = words;
  return (
    <fieldset>
      <legend className="font-semibold">{start.inboxFrom}</legend>
      <div className="mt-1 flex flex-col">
        {choices.map((choice) => (
          <label key={choice} className="flex min-h-8 cursor-pointer items-center gap-2.5">
            <input
              type="radio"
              name="inbox-from"
              className="size-4 accent-accent"
              checked={chosen === choice}
              onChange={() => onChoose(choice)}
            />
            <span>{start.inboxChoice[choice]}</span>
            {counts && <span className="text-ink-soft">{formats.number(counts[choice])}</span>}
          </label>
        ))}
      </div>
      <p className="text-sm text-ink-soft">{start.inboxHint}</p>
    </fieldset>
  );
}
