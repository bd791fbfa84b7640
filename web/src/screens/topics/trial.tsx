import type { TrialView } from "@otklik/core/api/routes/vocabulary";
import type { Topic } from "@otklik/core/label/topic";
import type { Vocabulary } from "@otklik/core/vocabulary/vocabulary";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call } from "../../api.ts";
import { explain } from "../../explain.ts";
import { TextAreaField } from "../../parts/field.tsx";
import { useSpeech } from "../../speech.tsx";

/** Typing rests this long before the text is read. */
const restMs = 250;

interface TrialProps {
  brand: string;
  /** As it stands in the form, saved or not. */
  vocabulary: Vocabulary;
  nameOf(id: Topic): string;
}

/** Shows at once which topics and names a text would get. */
export function Trial({ brand, vocabulary, nameOf }: TrialProps) {
  const speech = useSpeech();
  const { topics: said } = speech.words;
  const [text, setText] = useState("");
  const asked = useRested({ brand, vocabulary, text }, restMs);
  const query = useQuery({
    queryKey: ["trial", asked],
    queryFn: async ({ signal }) => ({
      text: asked.text,
      read: await call("POST /api/vocabulary/trial", asked, { signal }),
    }),
    enabled: asked.text.trim() !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
  const isEmpty = text.trim() === "";
  return (
    <section aria-label={said.trial} className="rounded-md border border-line p-4">
      <TextAreaField
        label={said.trial}
        aria-label={said.trialText}
        hint={said.trialHint}
        value={text}
        rows={4}
        maxLength={5000}
        onChange={setText}
      />
      <div aria-live="polite" aria-busy={query.isFetching} className="pt-3">
        {isEmpty ? (
          <p className="text-ink-soft">{said.trialEmpty}</p>
        ) : query.isError ? (
          <p className="text-urgent">
            {said.trialFailed}. {explain(query.error, speech)}
          </p>
        ) : (
          query.data && <Findings {...query.data} nameOf={nameOf} />
        )}
      </div>
    </section>
  );
}

interface FindingsProps {
  text: string;
  read: TrialView;
  nameOf(id: Topic): string;
}

/** Each topic and name with the customer's own words that led to it. */
function Findings({ text, read: { topics, names, evidence }, nameOf }: FindingsProps) {
  const { words, formats } = useSpeech();
  const { topics: said } = words;
  const quoted = (spans: readonly { from: number; to: number }[]) =>
    spans.map(({ from, to }) => formats.quote(text.slice(from, to))).join(", ");
  return (
    <dl className="flex flex-col gap-2">
      <Found title={said.trialTopics}>
        {topics.map((topic) => ({
          key: topic,
          name: nameOf(topic),
          words: quoted(evidence.filter(({ of }) => of === `topic.${topic}`)),
        }))}
      </Found>
      <Found title={said.trialNames}>
        {names.map((named) => ({
          key: `${named.from} ${named.name}`,
          name: `${named.name}, ${said[named.is]}`,
          words: quoted([named]),
        }))}
      </Found>
    </dl>
  );
}

function Found({
  title,
  children,
}: {
  title: string;
  children: readonly { key: string; name: string; words: string }[];
}) {
  const { topics: said } = useSpeech().words;
  return (
    <div>
      <dt className="text-xs text-ink-soft">{title}</dt>
      {children.length === 0 && <dd className="text-ink-soft">{said.trialNone}</dd>}
      {children.map(({ key, name, words }) => (
        <dd key={key} className="break-words">
          <span className="inline-block font-semibold first-letter:uppercase">{name}</span>{" "}
          <span className="text-sm text-ink-soft">{words}</span>
        </dd>
      ))}
    </div>
  );
}

/** A value once it has not changed for so long. */
function useRested<T>(value: T, milliseconds: number): T {
  const [rested, setRested] = useState(value);
  const spelt = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(spelt) as T), milliseconds);
    return () => clearTimeout(timer);
  }, [spelt, milliseconds]);
  return rested;
}
