import { useSpeech } from "../../speech.tsx";

/** What a key would add, and how to set one. */
export function NoModel() {
  const { labeling } = useSpeech().words;
  return (
    <div className="flex flex-col gap-3 pt-4">
      <p>{labeling.noModel}</p>
      <p className="text-ink-soft">{labeling.noModelWhy}</p>
      <p>{labeling.noModelHow}</p>
      <dl className="grid gap-x-5 gap-y-1 wide:grid-cols-[max-content_1fr]">
        {Object.entries(labeling.variables).map(([name, means]) => (
          <div key={name} className="contents">
            <dt className="font-mono text-sm break-all">{name}</dt>
            <dd className="text-ink-soft max-wide:pb-2">{means}</dd>
          </div>
        ))}
      </dl>
      <p className="text-ink-soft">{labeling.onAws}</p>
    </div>
  );
}
