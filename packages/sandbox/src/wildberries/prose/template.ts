import type { Noun } from "../catalog.ts";

export type Gender = "masculine" | "feminine";

/** Whom and what a sentence is about: Russian verbs and adjectives agree with both. */
export interface Subject {
  noun: Noun;
  author: Gender;
}

const productForm = { masculine: 0, feminine: 1, neuter: 2 } as const;
const authorForm = { masculine: 0, feminine: 1 } as const;

export const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase("ru") + text.slice(1);

export const uncapitalised = (text: string) => text.charAt(0).toLocaleLowerCase("ru") + text.slice(1);

/**
 * Fills a sentence's braces: `{ёк|екла|екло}` agrees with the product, `{ся/ась}` with the author, and
 * `{nom}`, `{gen}`, `{acc}` (or `{Nom}` at a sentence's start) name the product.
 */
export function fill(template: string, { noun, author }: Subject): string {
  return template.replaceAll(/\{([^}]*)\}/g, (_, slot: string) => {
    if (slot === "nom") return noun.nominative;
    if (slot === "Nom") return capitalised(noun.nominative);
    if (slot === "gen") return noun.genitive;
    if (slot === "acc") return noun.accusative;
    if (slot.includes("|")) return slot.split("|")[productForm[noun.gender]] ?? "";
    if (slot.includes("/")) return slot.split("/")[authorForm[author]] ?? "";
    throw new Error(`Unknown slot {${slot}} in a demo sentence.`);
  });
}
