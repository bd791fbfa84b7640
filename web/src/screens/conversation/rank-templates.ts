import type { Template } from "@otklik/core/template/template";
import { fuzzyFind } from "../../parts/fuzzy.ts";

/** Templates that fit what was typed, those in the customer's language first. */
export function rankTemplates(templates: readonly Template[], query: string, language: string): Template[] {
  const found = fuzzyFind(templates, query, ({ title, shortcut, text }) => ({
    names: [shortcut, title],
    body: text,
  }));
  const spoken = (template: Template) => primary(template.language) === primary(language);
  return [...found.filter(spoken), ...found.filter((template) => !spoken(template))];
}

const primary = (tag: string): string => tag.toLowerCase().split("-")[0] ?? tag;
