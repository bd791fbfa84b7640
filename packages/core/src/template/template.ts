import { z } from "zod";

export const Template = z.object({
  id: z.string(),
  brandId: z.string(),
  title: z.string().trim().min(1).max(120),
  /** What a person types after "/" to find it. */
  shortcut: z.string().trim().max(32).default(""),
  /** BCP 47: chosen first for mentions in this language. */
  language: z.string().max(12).default("ru"),
  text: z.string().trim().min(1).max(10_000),
});
export type Template = z.infer<typeof Template>;
