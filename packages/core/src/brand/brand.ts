import { z } from "zod";
import { Regulation } from "../regulation/regulation.ts";

/** The name being talked about: owner of sources, regulation and voice. */
export const Brand = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(120),
  regulation: Regulation,
});
export type Brand = z.infer<typeof Brand>;
