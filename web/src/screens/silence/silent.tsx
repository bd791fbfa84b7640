import type { SilentView } from "@otklik/core/api/routes/silence";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { Button } from "../../parts/button.tsx";
import { networkTitle } from "../../parts/network-title.ts";
import { SentimentMark } from "../../parts/sentiment.tsx";
import { Stars } from "../../parts/stars.tsx";
import { When } from "../../parts/when.tsx";
import { networksQuery } from "../../queries.ts";
import { useSpeech } from "../../speech.tsx";

interface SilentProps {
  one: SilentView;
  /** Absent: the verdict is taken back. */
  onJudge(verdict: SilentView["verdict"]): void;
}

/** One of the sample: what was said, what we made of it, and the two verdicts; the one given may be taken back. */
export function Silent({ one, onJudge }: SilentProps) {
  const { words } = useSpeech();
  const networks = useQuery(networksQuery).data;
  const title = networks?.find(({ network }) => network === one.network)?.title ?? one.network;
  return (
    <li className="px-5 py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <SentimentMark sentiment={one.mood} withWord />
        {one.rating && <Stars rating={one.rating} />}
        <span>{networkTitle(one.network, title, words)}</span>
        <span>{one.author ?? words.labels.anonymous}</span>
        <When at={one.postedAt} />
        <span>{words.silence.why[one.silence]}</span>
      </p>
      {one.words ? (
        <p lang={one.language} className="mt-1 break-words">
          {one.words}
        </p>
      ) : (
        <p className="mt-1 text-ink-soft">{words.silence.noWords}</p>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {(["right", "missed"] as const).map((verdict) => (
          <Button
            key={verdict}
            aria-pressed={one.verdict === verdict}
            className="aria-pressed:border-accent aria-pressed:bg-wash aria-pressed:font-semibold"
            onClick={() => onJudge(one.verdict === verdict ? undefined : verdict)}
          >
            {words.silence[verdict]}
          </Button>
        ))}
        <Link to={`/inbox/${one.id}`} className="px-2 text-accent underline underline-offset-2">
          {words.silence.openMention}
        </Link>
        {one.verdict === "missed" && (
          <span className="text-sm text-ink-soft">{words.silence.missedHint}</span>
        )}
      </div>
    </li>
  );
}
