import type { LabelView } from "@otklik/core/api/views";
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { type Correction, changeFrom, choiceOf } from "../../label/correction.ts";
import { type Meaning, meaningOf } from "../../label/row-keys.ts";
import { Button } from "../../parts/button.tsx";
import { useSpeech } from "../../speech.tsx";
import { ChoiceRow } from "./choice-row.tsx";
import { type Row, rowsOf } from "./label-rows.tsx";

interface LabelEditorProps {
  label: LabelView;
  /** The topics that the brand has, and what it calls them. */
  topics: readonly LabelView["topics"][number][];
  topicTitles: Readonly<Record<string, string>>;
  /** Parts of the label of which the words in the text shall stand out. */
  onLight(parts: readonly string[]): void;
  onSave(change: Correction): void;
  onClose(): void;
}

/** What a mention says, part by part, to be set right under the customer's own words, by keys alone if one likes. */
export function LabelEditor({ label, topics, topicTitles, onLight, onSave, onClose }: LabelEditorProps) {
  const { words } = useSpeech();
  const [choice, setChoice] = useState(() => choiceOf(label));
  const [open, setOpen] = useState<Row["part"]>("sentiment");
  const form = useRef<HTMLDivElement>(null);
  useFocusBack(form);
  const rows = rowsOf(choice, { words, topics, titles: topicTitles });
  const save = () => {
    const change = changeFrom(label, choice);
    onClose();
    if (change) onSave(change);
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === "Tab") return;
    event.stopPropagation(); // the page's own letters are not meant while a label is open
    const isVerb = (event.target as Element).closest("[data-verb]") !== null;
    const meaning = meaningOf(event, rows, open);
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && !isVerb) save();
    else if (meaning) follow(meaning);
    else return;
    event.preventDefault();
  };
  const follow = (meaning: NonNullable<Meaning<Row>>) => {
    if (meaning.does === "step") return stepWithin(meaning.by);
    setOpen(meaning.row.part);
    if (meaning.does === "choose") setChoice(meaning.row.choose(meaning.id));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend to be read before each button
    <div
      ref={form}
      role="group"
      aria-label={words.conversation.label.title}
      onKeyDown={press}
      className="appear -mx-3 mt-3 flex flex-col gap-0.5 rounded-lg border border-line bg-raised p-3 text-sm"
    >
      {rows.map((row) => (
        <ChoiceRow
          key={row.part}
          row={row}
          isOpen={row.part === open}
          onOpen={() => setOpen(row.part)}
          onChoose={(id) => setChoice(row.choose(id))}
          onLight={onLight}
        />
      ))}
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        <Button look="primary" hotkey="Enter" data-verb onClick={save}>
          {words.actions.save}
        </Button>
        <Button look="quiet" data-verb onClick={onClose}>
          {words.actions.cancel}
        </Button>
        <span className="text-ink-soft max-wide:hidden">{words.conversation.label.hint}</span>
      </div>
    </div>
  );
}

/** From the choice that has the focus to one beside it, round and round. */
function stepWithin(by: number): void {
  const choices = [...(document.activeElement?.parentElement?.querySelectorAll("button") ?? [])];
  const at = choices.findIndex((one) => one.matches(":focus"));
  if (at >= 0) choices[(at + by + choices.length) % choices.length]?.focus();
}

/** What was below the fold comes into sight; afterwards the focus goes back to where it was. */
function useFocusBack(form: { readonly current: HTMLElement | null }): void {
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" });
    return () => {
      const back = before?.isConnected ? before : document.getElementById("thread");
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    };
  }, [form, before]);
}
