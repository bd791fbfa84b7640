import { z } from "zod";

/** A text that a person reads, in both of the product's languages. */
export const Said = z.object({ ru: z.string(), en: z.string() });
export type Said = z.infer<typeof Said>;

/** A sentence of ours in both languages; or, as one string, words that are not ours and stand as they came. */
export const Told = z.union([z.string(), Said]);
export type Told = z.infer<typeof Told>;

/** Both tongues; what came as one string stands for each. */
export const bothTongues = (told: Told): Said => (typeof told === "string" ? { ru: told, en: told } : told);

/** What is told, in one language. */
export const inTongue = (told: Told, language: keyof Said): string => bothTongues(told)[language];
