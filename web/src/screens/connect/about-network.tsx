import type { NetworkView } from "@otklik/core/api/views";
import { inTongue } from "../../in-tongue.ts";
import { useSpeech } from "../../speech.tsx";

/** What may be expected of a network, before anything is typed. */
export function AboutNetwork({ about }: Pick<NetworkView, "about">) {
  const speech = useSpeech();
  const { words, formats } = speech;
  const { reads, needs, note, triedAt } = about;
  const now = new Date();
  return (
    <div className="flex flex-col gap-2">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 max-wide:grid-cols-1 max-wide:gap-y-0">
        <dt className="text-ink-soft">{words.connect.reads}</dt>
        <dd className="max-wide:mb-1">{inTongue(reads, speech)}</dd>
        <dt className="text-ink-soft">{words.connect.needs}</dt>
        <dd>{inTongue(needs, speech)}</dd>
      </dl>
      {note && <p>{inTongue(note, speech)}</p>}
      <p className="text-sm text-ink-soft">
        {triedAt ? words.connect.triedAt(formats.day(new Date(triedAt), now)) : words.connect.untried}
      </p>
    </div>
  );
}
