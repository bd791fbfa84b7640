import type { Said } from "@otklik/core/connector";

/** A setting's title in both languages, for its `meta`: zod's own type of a title knows one language only. */
export const titled = (title: Said): { title: string } => ({ title: title as unknown as string });
