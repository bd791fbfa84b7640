import type { Row } from "../../packages/language/train/rows.ts";

const sides = [
  ["хряплый", "квёлый"],
  ["гладный", "ровный"],
  ["зюмкий", "лепый"],
] as const;

/** Made-up texts of three made-up sources, with words that no list knows. */
export const syntheticRows = (): Row[] =>
  ["north", "south", "east"].flatMap((source) =>
    sides.flatMap((words, side) =>
      Array.from({ length: 20 }, (_, at) => ({
        id: `${source}-${side}-${at}`,
        language: "ru",
        source,
        side: side as Row["side"],
        text: `заказ ${at} ${words[at % 2]} ${words[(at + side) % 2]}`,
      })),
    ),
  );
