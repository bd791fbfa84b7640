import { z } from "zod";
import { named } from "../kit/named.ts";

export const Settings = z
  .object({
    /** Wildberries' article numbers (nmId); none: the whole shop. */
    articles: named(
      z
        .array(z.string().regex(/^\d{1,20}$/))
        .max(1000)
        .optional(),
      { ru: "Артикулы WB, пусто: весь магазин", en: "WB articles, empty: the whole shop" },
    ),
    /** Takes a category of the token of its own. */
    chats: named(z.boolean().optional(), { ru: "Читать чаты с покупателями", en: "Read chats with buyers" }),
  })
  .default({});
export type Settings = z.infer<typeof Settings>;

/** The articles that a source keeps to, as one string. */
export const scopeOf = ({ articles = [] }: Settings): string => [...articles].sort().join();
