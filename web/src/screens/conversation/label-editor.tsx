import type { LabelView } from "@otklik/core/api/views";
import { topicTitle } from "@otklik/words";
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import {
  type Choice,
  type Correction,
  changeFrom,
  choiceOf,
  toggledIn,
  withSentiment,
} from "../../label/correction.ts";
import { Button, Key } from "../../parts/button.tsx";
import { SentimentMark } from "../../parts/sentiment.tsx";
import { useSpeech } from "../../speech.tsx";
import { ChoiceRow } from "./choice-row.tsx";
import { rowKeys, stepTo } from "./row-keys.ts";

interface LabelEditorProps {
  label: LabelView;
  /** The topics that the brand has. */
  topics: readonly LabelView["topics"][number][];
  topicTitles: Readonly<Record<string, string>>;
  /** Parts of the label of which the words in the text shall stand out. */
  onLight(parts: readonly string[]): void;
  onSave(change: Correction): void;
  onClose(): void;
}

const sentiments = ["negative", "neutral", "positive", "mixed"] as const;

/** What a mention says, part by part, to be set right under the customer's own words, by keys alone if one likes. */
export function LabelEditor({
  label,
  topics,
  topicTitles: titles,
  onLight,
  onSave,
  onClose,
}: LabelEditorProps) {
  const { words } = useSpeech();
  const { labels } = words;
  const rows = words.conversation.label;
  const [choice, setChoice] = useState<Choice>(() => choiceOf(label));
  const form = useRef<HTMLDivElement>(null);
  useFocusWithin(form);
  const set = (change: Partial<Choice>) => setChoice((before) => ({ ...before, ...change }));
  const choose = (sentiment: Choice["sentiment"]) => setChoice((before) => withSentiment(before, sentiment));
  const save = () => {
    const change = changeFrom(label, choice);
    onClose();
    if (change) onSave(change);
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === "Tab") return;
    // the page's own letters are not meant while a label is open
    event.stopPropagation();
    const sentiment = sentiments[Number(event.key) - 1];
    if (sentiment) choose(sentiment);
    else if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && !(event.target as Element).closest("[data-verb]")) save();
    else if (!stepTo(form.current, event)) return;
    event.preventDefault();
  };
  const optional = <T extends string>(part: "touchpoint" | "wish", one: T) =>
    set({ [part]: choice[part] === one ? null : one });
  const offered = [...new Set([...topics, ...choice.topics])];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend that the title already is
    <div
      ref={form}
      role="group"
      aria-label={rows.title}
      onKeyDown={press}
      className="appear mt-3 flex flex-col gap-1.5 rounded-lg border border-line bg-raised p-3 text-sm"
    >
      <ChoiceRow
        title={rows.sentiment}
        choices={sentiments.map((is, index) => ({
          id: is,
          title: <SentimentMark sentiment={is} withWord />,
          hotkey: String(index + 1),
          evidence: [`sentiment.${is}`],
        }))}
        chosen={[choice.sentiment]}
        onChoose={choose}
        onLight={onLight}
      />
      <ChoiceRow
        title={rows.complaint}
        hotkey={rowKeys.complaint}
        choices={[
          { id: "complaint", title: labels.complaint, evidence: ["complaint", "sentiment.negative"] },
        ]}
        chosen={choice.complaint ? ["complaint"] : []}
        onChoose={() => set({ complaint: !choice.complaint })}
        onLight={onLight}
      />
      <ChoiceRow
        title={rows.emotion}
        hotkey={rowKeys.emotion}
        choices={named(labels.emotion, "emotion")}
        chosen={[choice.emotion]}
        onChoose={(emotion) => set({ emotion })}
        onLight={onLight}
      />
      <ChoiceRow
        title={rows.topics}
        hotkey={rowKeys.topics}
        choices={offered.map((topic) => ({
          id: topic,
          title: topicTitle(topic, { labels, titles }),
          evidence: [`topic.${topic}`],
        }))}
        chosen={choice.topics}
        onChoose={(topic) => set({ topics: toggledIn(choice.topics, topic) })}
        onLight={onLight}
      />
      <ChoiceRow
        title={rows.urgency}
        hotkey={rowKeys.urgency}
        choices={named(labels.urgency, "urgency")}
        chosen={choice.urgency}
        onChoose={(reason) => set({ urgency: toggledIn(choice.urgency, reason) })}
        onLight={onLight}
      />
      <ChoiceRow
        title={rows.flags}
        hotkey={rowKeys.flags}
        choices={named(labels.flag, "flag")}
        chosen={choice.flags}
        onChoose={(flag) => set({ flags: toggledIn(choice.flags, flag) })}
        onLight={onLight}
      />
      <ChoiceRow
        title={rows.touchpoint}
        hotkey={rowKeys.touchpoint}
        choices={named(labels.touchpoint, "touchpoint")}
        chosen={choice.touchpoint ? [choice.touchpoint] : []}
        onChoose={(one) => optional("touchpoint", one)}
        onLight={onLight}
      />
      <ChoiceRow
        title={rows.wish}
        hotkey={rowKeys.wish}
        choices={named(labels.wish, "wish")}
        chosen={choice.wish ? [choice.wish] : []}
        onChoose={(one) => optional("wish", one)}
        onLight={onLight}
      />
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <Button look="primary" data-verb onClick={save}>
          {words.actions.save}
          <Key name="Enter" />
        </Button>
        <Button look="quiet" data-verb onClick={onClose}>
          {words.actions.cancel}
          <Key name="Esc" />
        </Button>
        <span className="text-ink-soft max-wide:hidden">{rows.hint}</span>
      </div>
    </div>
  );
}

/** Each of a dictionary's entries as a choice, in its order. */
const named = <T extends string>(titles: Readonly<Record<T, string>>, part: string) =>
  (Object.entries(titles) as [T, string][]).map(([id, title]) => ({
    id,
    title,
    evidence: [`${part}.${id}`],
  }));

/** The focus comes in, to what is chosen first, and goes back to where it was. */
function useFocusWithin(form: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    form.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: "nearest" });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [form]);
}
