import type { SilenceAuditView } from "@otklik/core/api/routes/silence";
import { useNow } from "../../clock.ts";
import { useSpeech } from "../../speech.tsx";

type Rate = SilenceAuditView["rate"];

/** How much was missed, with the interval that so few looks allow. */
export function MissedSoFar({ rate }: { rate: Rate }) {
  const { words, formats } = useSpeech();
  const { silence } = words;
  return (
    <p className="mt-2" aria-live="polite">
      <span className="font-semibold">{silence.rateTitle}: </span>
      {rate ? (
        <>
          {silence.rate(formats.percent(rate.is), formats.percent(rate.low), formats.percent(rate.high))}
          <span className="text-ink-soft">
            {" · "}
            {silence.seen(formats.number(rate.seen), formats.number(rate.missed))}
          </span>
        </>
      ) : (
        <span className="text-ink-soft">{silence.unseen}</span>
      )}
    </p>
  );
}

/** The weeks before, each with its rate. */
export function PastWeeks({ past }: Pick<SilenceAuditView, "past">) {
  const { words, formats } = useSpeech();
  const now = useNow();
  if (past.length === 0) return null;
  return (
    <section className="max-w-3xl px-5 py-4">
      <h2 className="font-semibold">{words.silence.past}</h2>
      <ul className="mt-2">
        {past.map(({ week, rate }) => (
          <li key={week} className="flex gap-4">
            <span className="w-32 shrink-0">{formats.day(new Date(week), now)}</span>
            <MissedOf rate={rate} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function MissedOf({ rate }: { rate: Rate }) {
  const { words, formats } = useSpeech();
  if (!rate) return <span className="text-ink-soft">{words.silence.unseen}</span>;
  return (
    <span>
      {words.silence.rate(formats.percent(rate.is), formats.percent(rate.low), formats.percent(rate.high))}
    </span>
  );
}
