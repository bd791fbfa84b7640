import type { Topic } from "@otklik/core/label/topic";
import type { Standing, TopicRule, Vocabulary } from "@otklik/core/vocabulary/vocabulary";
import { topicTitle } from "@otklik/words";
import { useId, useState } from "react";
import { Button } from "../../parts/button.tsx";
import { SelectField, TextAreaField, TextField } from "../../parts/field.tsx";
import { Icon } from "../../parts/icon.tsx";
import { useSpeech } from "../../speech.tsx";
import { isOwn, linesOf, targetsOf } from "./edit.ts";

interface TopicRowProps {
  rule: TopicRule;
  vocabulary: Vocabulary;
  listed: readonly Topic[];
  nameOf(id: Topic): string;
  isOpen: boolean;
  onToggle(): void;
  onChange(rule: TopicRule): void;
  onRemove(): void;
}

/** One topic: a line that says how it stands, and below it, when opened, what may be changed. */
export function TopicRow({ rule, nameOf, isOpen, onToggle, ...editing }: TopicRowProps) {
  const { topics: said } = useSpeech().words;
  const id = useId();
  const { standing, phrases } = rule;
  const name = nameOf(rule.id);
  const state = [
    ...(standing.is === "hidden" ? [said.hidden] : []),
    ...(standing.is === "merged" ? [said.mergedInto(nameOf(standing.into))] : []),
    ...(phrases.length > 0 ? [said.examples(phrases.length)] : []),
  ].join(", ");
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={onToggle}
        className="flex min-h-10 w-full flex-wrap items-center gap-x-3 py-1.5 text-left hover:bg-hover"
      >
        <Icon name="down" className={isOpen ? "rotate-180" : ""} />
        <span
          className={`min-w-0 break-words first-letter:uppercase ${standing.is === "shown" ? "font-semibold" : "text-ink-soft"}`}
        >
          {name}
        </span>
        {state && <span className="min-w-0 text-sm text-ink-soft">{state}</span>}
      </button>
      <div id={id}>{isOpen && <TopicFields rule={rule} nameOf={nameOf} {...editing} />}</div>
    </li>
  );
}

type TopicFieldsProps = Omit<TopicRowProps, "isOpen" | "onToggle">;

function TopicFields({ rule, vocabulary, listed, nameOf, onChange, onRemove }: TopicFieldsProps) {
  const { topics: said, labels } = useSpeech().words;
  const { id, title, standing, phrases } = rule;
  // As typed: an unfinished line is no example yet, and must not vanish under the hands.
  const [written, setWritten] = useState(phrases.join("\n"));
  const targets = targetsOf(vocabulary, id, listed);
  if (standing.is === "merged" && !targets.includes(standing.into)) targets.push(standing.into);
  return (
    <div className="flex flex-col gap-4 pt-1 pb-5 pl-7">
      <div className="grid gap-4 wide:grid-cols-2">
        <TextField
          label={said.name}
          hint={isOwn(id) ? undefined : said.nameHint(topicTitle(id, { labels, titles: {} }))}
          value={title ?? ""}
          onChange={(typed) => onChange(retitled(rule, typed))}
          maxLength={40}
          required={isOwn(id)}
          autoFocus={isOwn(id) && phrases.length === 0}
          onFocus={(focus) => focus.target.select()}
        />
        <SelectField
          label={said.standing}
          value={standing.is === "merged" ? standing.into : standing.is}
          onChange={(chosen) => onChange({ ...rule, standing: standingFrom(chosen) })}
          choices={[
            { value: "shown", title: said.standsAlone },
            { value: "hidden", title: said.hide },
            ...targets.map((target) => ({ value: target, title: said.merge(nameOf(target)) })),
          ]}
        />
      </div>
      <TextAreaField
        label={said.phrases}
        hint={said.phrasesHint}
        value={written}
        rows={3}
        maxLength={3300}
        onChange={(typed) => {
          setWritten(typed);
          onChange({ ...rule, phrases: linesOf(typed) });
        }}
      />
      {isOwn(id) && (
        <div>
          <Button onClick={onRemove}>{said.removeTopic(nameOf(id))}</Button>
        </div>
      )}
    </div>
  );
}

/** A built-in topic without a name of the brand's has ours again. */
function retitled({ title: _, ...rule }: TopicRule, typed: string): TopicRule {
  return typed === "" && !isOwn(rule.id) ? rule : { ...rule, title: typed };
}

const standingFrom = (chosen: string): Standing =>
  chosen === "shown" || chosen === "hidden" ? { is: chosen } : { is: "merged", into: chosen as Topic };
