import { z } from "zod";
import { titled } from "../kit/titled.ts";
import { Stream } from "./walk.ts";

export const Settings = z
  .object({
    /** None: reviews and questions. Each takes its own plan of the shop. */
    reads: z
      .array(Stream)
      .min(1)
      .optional()
      .meta(titled({ ru: "Что читать", en: "What is read" })),
    /** Ozon's product numbers; none: the whole shop. */
    skus: z
      .array(z.string().regex(/^\d{1,20}$/))
      .max(1000)
      .optional()
      .meta(
        titled({
          ru: "Товары (SKU Ozon), пусто: весь магазин",
          en: "Products (Ozon's SKU), empty: the whole shop",
        }),
      ),
    shopName: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .meta(
        titled({
          ru: "Имя, под которым магазин отвечает на вопросы",
          en: "The name under which the shop answers questions",
        }),
      ),
  })
  .default({});
export type Settings = z.infer<typeof Settings>;

/** What is read, in a fixed order. */
export const streamsOf = ({ reads = ["reviews", "questions"] }: Settings): Stream[] =>
  Stream.options.filter((stream) => reads.includes(stream));

/** The products that a source keeps to, as one string. */
export const scopeOf = ({ skus = [] }: Settings): string => [...skus].sort().join();
