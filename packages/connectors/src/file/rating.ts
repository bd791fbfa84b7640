/** A rating as a cell states it; no `outOf`: the cell does not say what would be the best. */
export interface StatedRating {
  /** 0: not rated. */
  stars: number;
  outOf?: number;
}

const number = String.raw`\d{1,4}(?:[.,]\d+)?`;
const unit = String.raw`(?:%|\*|★|⭐\uFE0F?|зв[её]зд\p{L}*|зв\.?|балл\p{L}*|-?\s?stars?|points?)`;
const label = String.raw`(?:оценка|рейтинг|rated|rating|score)?:?\s*`;
const shape = new RegExp(
  `^${label}(?<stars>${number})\\s*(?:(?:/|из|out of|of)\\s*(?<outOf>${number}))?\\s*(?<unit>${unit})?$`,
  "u",
);
const glyphs = /^(?<full>[★⭐✭✮🌟]*)(?<empty>[☆✩✰]*)$/u;
const words = ["zero", "one", "two", "three", "four", "five"]; // as Google writes them

/**
 * `4`, `4,5`, `4/5`, `4 из 5`, `4 out of 5 stars`, `5 звёзд`, `80%`, `★★★★☆`, `FIVE`. null: not a rating at all.
 */
export function readRating(cell: string): StatedRating | null {
  const text = cell.normalize("NFC").trim().toLowerCase();
  const word = words.indexOf(text);
  if (word >= 0) return { stars: word };
  const drawn = text === "" ? undefined : glyphs.exec(text.replace(/\s|\uFE0F/g, ""))?.groups;
  if (drawn) return fromGlyphs([...(drawn.full ?? "")].length, [...(drawn.empty ?? "")].length);
  const stated = shape.exec(text)?.groups;
  if (!stated) return null;
  const stars = toNumber(stated.stars);
  if (stated.outOf) return toNumber(stated.outOf) > 0 ? { stars, outOf: toNumber(stated.outOf) } : null;
  return stated.unit === "%" ? { stars, outOf: 100 } : { stars };
}

// Of all ratings, so many may be slips of the pen: an 8 among fives, or a 55. More than 100 is never a rating.
const strays = 0.01;
const slips = 0.1;

/** The best rating there can be, told by those that were given: 5, 10 or 100. */
export function guessOutOf(cells: readonly string[]): number {
  const bare = cells.map(readRating).filter((rating) => rating !== null && !rating.outOf);
  const between = (low: number, high: number) =>
    bare.filter((rating) => rating && rating.stars > low && rating.stars <= high).length;
  if (between(10, 100) > bare.length * slips) return 100;
  return between(5, 10) > bare.length * strays ? 10 : 5;
}

const fromGlyphs = (full: number, empty: number): StatedRating =>
  empty === 0 ? { stars: full } : { stars: full, outOf: full + empty };

const toNumber = (text = ""): number => Number(text.replace(",", "."));
