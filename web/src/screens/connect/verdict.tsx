import type { StandingView } from "@otklik/core/api/routes/accounts";
import { inTongue } from "../../in-tongue.ts";
import { Icon } from "../../parts/icon.tsx";
import { useSpeech } from "../../speech.tsx";

/** What the network said of a credential: whose, of which kind, until when, and what it is too weak for. */
export function Verdict({ standing }: { standing: StandingView }) {
  const speech = useSpeech();
  const { connect } = speech.words;
  const { name, kind, expiresAt, warnings } = standing;
  const now = new Date();
  const facts = [
    ...(kind ? [inTongue(kind, speech)] : []),
    expiresAt ? connect.ends(speech.formats.day(new Date(expiresAt), now)) : connect.endsNever,
  ];
  return (
    <div role="status" className="flex flex-col gap-2">
      <p className="flex gap-2">
        <span aria-hidden="true" className="w-4 text-center text-positive">
          ✓
        </span>
        <span>
          <span className="font-semibold">{name}</span>
          <span className="text-ink-soft"> · {facts.join(" · ")}</span>
        </span>
      </p>
      {warnings.map((warning) => (
        <p key={warning.en} className="flex gap-2">
          <Icon name="warning" className="mt-0.5 text-mixed" />
          <span>{inTongue(warning, speech)}</span>
        </p>
      ))}
    </div>
  );
}
