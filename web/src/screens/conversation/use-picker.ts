import type { ConversationView } from "@otklik/core/api/views";
import type { Template } from "@otklik/core/template/template";
import { fillTemplate } from "@otklik/lint";
import { useQuery } from "@tanstack/react-query";
import { type RefObject, useState } from "react";
import { templatesQuery } from "../../queries.ts";
import { rankTemplates } from "./rank-templates.ts";
import { inserted, type Trigger, templateTrigger } from "./template-trigger.ts";

export interface Picker {
  isOpen: boolean;
  found: readonly Template[];
  chosen: Template | undefined;
  /** The caret moved or the text changed: is a template being asked for? */
  look(text: string, caret: number): void;
  /** Opens it at the caret. */
  ask(): void;
  pick(template: Template): void;
  /** Whether the key was the picker's own. */
  press(key: string): boolean;
  close(): void;
}

/** Finds templates while one types "/" or ";" at the caret, and puts the chosen one there, its variables filled. */
export function usePicker({
  area,
  text,
  conversation,
  put,
}: {
  area: RefObject<HTMLTextAreaElement | null>;
  text: string;
  conversation: ConversationView;
  put(text: string, caret: number): void;
}): Picker {
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  const [at, setAt] = useState(0);
  /** Esc was pressed on this very sign: it stays a sign. */
  const [refusedAt, setRefusedAt] = useState<number | null>(null);
  const templates = useQuery(templatesQuery(conversation.brandId)).data;
  const language = conversation.mentions.at(-1)?.label.language ?? "und";
  const found = trigger && templates ? rankTemplates(templates, trigger.query, language) : [];
  const chosen = found[Math.min(at, found.length - 1)];
  const isOpen = trigger !== null && trigger.from !== refusedAt && (found.length > 0 || trigger.query === "");

  const look = (next: string, caret: number) => {
    const seen = templateTrigger(next, caret);
    if (seen?.query !== trigger?.query) setAt(0);
    if (seen === null) setRefusedAt(null);
    setTrigger(seen);
  };
  const pick = (template: Template) => {
    if (!trigger) return;
    const filled = fillTemplate(template.text, conversation.variables).text;
    const next = inserted(text, { from: trigger.from, to: trigger.from + 1 + trigger.query.length }, filled);
    setTrigger(null);
    put(next.text, next.caret);
    area.current?.focus();
  };
  return {
    isOpen,
    found,
    chosen,
    look,
    ask() {
      const caret = area.current?.selectionStart ?? text.length;
      const sign = caret === 0 || /\s/.test(text[caret - 1] ?? "") ? "/" : " /";
      const next = inserted(text, { from: caret, to: caret }, sign);
      put(next.text, next.caret);
      setRefusedAt(null);
      setTrigger(templateTrigger(next.text, next.caret));
      area.current?.focus();
    },
    pick,
    press(key) {
      if (!isOpen) return false;
      if (key === "ArrowDown") setAt(Math.min(at + 1, found.length - 1));
      else if (key === "ArrowUp") setAt(Math.max(at - 1, 0));
      else if ((key === "Enter" || key === "Tab") && chosen) pick(chosen);
      else if (key === "Escape") setRefusedAt(trigger?.from ?? null);
      else return false;
      return true;
    },
    close: () => setTrigger(null),
  };
}
