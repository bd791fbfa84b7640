import { z } from "zod";
import { named } from "../kit/named.ts";
import { Stream } from "./walk.ts";

export const Settings = z
  .object({
    /** None: reviews and questions. Each takes its own plan of the shop. */
    reads: named(z.array(Stream).min(1).optional(), { ru: "Что читать", en: "What is read" }),
    /** Ozon's product numbers; none: the whole shop. */
    skus: named(
      z
        .array(z.string().regex(/^\d{1,20}$/))
        .max(1000)
        .optional(),
      { ru: "Товары (SKU Ozon), пусто: весь магазин", en: "Products (Ozon's SKU), empty: the whole shop" },
    ),
    shopName: named(z.string().trim().min(1).max(200).optional(), {
      ru: "Имя, под которым магазин отвечает на вопросы",
      en: "The name under which the shop answers questions",
    }),
  })
  .default({});
export type Settings = z.infer<typeof Settings>;

/** What is read, in a fixed order. */
export const streamsOf = ({ reads = ["reviews", "questions"] }: Settings): Stream[] =>
  Stream.options.filter((stream) => reads.includes(stream));

/** The products that a source keeps to, as one string. */
export const scopeOf = ({ skus = [] }: Settings): string => [...skus].sort().join();
