import type { TopicCandidate } from "@otklik/core/vocabulary/topic-finder";
import type { TopicRule } from "@otklik/core/vocabulary/vocabulary";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { Button } from "../../parts/button.tsx";
import { useSpeech } from "../../speech.tsx";

/** Above this share a brand is told of it, as the server proposes from. */
const worthSaying = 0.25;

interface CandidatesProps {
  brand: string;
  /** The rules that stand in the form: what was made a topic of is proposed no more. */
  taken: readonly TopicRule[];
  onMake(candidate: TopicCandidate): void;
}

/** What customers speak of that no topic covers; nothing at all while that is little. */
export function Candidates({ brand, taken, onMake }: CandidatesProps) {
  const speech = useSpeech();
  const { words, formats } = speech;
  const { topics: said, actions } = words;
  const query = useQuery({
    queryKey: ["candidates", brand],
    queryFn: ({ signal }) => call("GET /api/vocabulary/candidates", { brand }, { signal }),
    staleTime: 300_000,
  });
  if (query.isError)
    return (
      <div role="alert" className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-8">
        <p>
          {said.proposedFailed}. {explain(query.error, speech)}
        </p>
        <Button onClick={() => query.refetch()}>{actions.retry}</Button>
      </div>
    );
  if (!query.data || query.data.share <= worthSaying) return null;
  const phrases = new Set(taken.flatMap((rule) => rule.phrases));
  const candidates = query.data.candidates.filter(
    (one) => !one.phrases.every((phrase) => phrases.has(phrase)),
  );
  const share = formats.percent(query.data.share);
  return (
    <section className="pt-8">
      <h2 className="font-semibold">{said.proposed}</h2>
      <p className="pb-2 text-ink-soft">
        {query.data.candidates.length > 0 ? said.proposedWhy(share) : said.proposedNone(share)}
      </p>
      {candidates.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {candidates.map((candidate) => (
            <Candidate key={candidate.title} candidate={candidate} onMake={onMake} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Candidate({ candidate, onMake }: { candidate: TopicCandidate; onMake: CandidatesProps["onMake"] }) {
  const { words, formats } = useSpeech();
  const { topics: said } = words;
  const { title, mentions, examples } = candidate;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className="min-w-0 font-semibold break-words first-letter:uppercase">{title}</span>
      <span className="text-sm text-ink-soft">{said.mentions(mentions)}</span>
      <span className="flex flex-1 items-center gap-x-1 text-sm whitespace-nowrap">
        <span className="text-ink-soft">{said.inExamples}</span>
        {examples.map((id, at) => (
          <Link
            key={id}
            to={`/inbox/${encodeURIComponent(id)}`}
            aria-label={said.example(formats.number(at + 1))}
            className="min-h-6 min-w-6 content-center text-center text-accent underline underline-offset-2"
          >
            {formats.number(at + 1)}
          </Link>
        ))}
      </span>
      <Button aria-label={said.makeTopicOf(title)} onClick={() => onMake(candidate)}>
        {said.makeTopic}
      </Button>
    </li>
  );
}
