import { z } from "zod";
import { titled } from "../kit/titled.ts";

export const Settings = z
  .object({
    /** Wildberries' article numbers (nmId); none: the whole shop. */
    articles: z
      .array(z.string().regex(/^\d{1,20}$/))
      .max(1000)
      .optional()
      .meta(titled({ ru: "Артикулы WB, пусто: весь магазин", en: "WB articles, empty: the whole shop" })),
    /** Takes a category of the token of its own. */
    chats: z
      .boolean()
      .optional()
      .meta(titled({ ru: "Читать чаты с покупателями", en: "Read chats with buyers" })),
  })
  .default({});
export type Settings = z.infer<typeof Settings>;

/** The articles that a source keeps to, as one string. */
export const scopeOf = ({ articles = [] }: Settings): string => [...articles].sort().join();
