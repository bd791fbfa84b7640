import { meaningsOf, certain as sureName, wordsOf } from "@otklik/connectors/file/header-words";
import { readRating } from "@otklik/connectors/file/rating";
import { Refusal } from "@otklik/core/errors";
import type { Labelled } from "@otklik/core/label/labeler";
import { MentionKind, type Rating } from "@otklik/core/mention/found";

/** What a line may state of a mention; all else in it is left alone. */
const words = ["text", "title", "pros", "cons", "language"] as const;
const known = new Set<string>([...words, "rating", "id"]);
export type Field = (typeof words)[number] | "rating" | "id" | "outOf" | "kind" | "verdict";

/** Names beside those that the columns of an export may have; as `wordsOf` leaves them. */
const ownNames: ReadonlyMap<string, Field> = new Map([
  ["out of", "outOf"],
  ["outof", "outOf"],
  ["max", "outOf"],
  ["best", "outOf"],
  ["best rating", "outOf"],
  ["max rating", "outOf"],
  ["scale", "outOf"],
  ["kind", "kind"],
  ["verdict", "verdict"],
  ["recommended", "verdict"],
  ["recommend", "verdict"],
]);

/** Which of these names holds which field: of two that may hold it, the surer one. */
export function fieldsNamed(names: readonly string[]): Map<Field, string> {
  const found = new Map<Field, string>();
  const candidates = names.flatMap((name) => {
    const own = ownNames.get(wordsOf(name));
    return [...meaningsOf(name), ...(own ? [{ field: own, score: sureName }] : [])]
      .filter(({ field, score }) => score >= sureName && (known.has(field) || field === own))
      .map(({ field, score }) => ({ name, field: field as Field, score }));
  });
  for (const { name, field } of candidates.sort((a, b) => b.score - a.score))
    if (!found.has(field)) found.set(field, name);
  return found;
}

/** What a line states, by our names; absent, null and "" state nothing. */
export type Stated = Partial<Record<Field, unknown>>;

export interface ReadMention {
  mention: Labelled;
  /** As the line states it, so that its label can be told from others. */
  id?: string | number;
}

/** @throws Refusal naming the field that cannot be read, and never the customer's words */
export function mentionFrom(stated: Stated, outOf?: number): ReadMention {
  const given = Object.fromEntries(
    words.flatMap((field) => {
      const value = textIn(stated[field], field);
      return value === undefined ? [] : [[field, value]];
    }),
  );
  const rating = ratingIn(stated, outOf);
  const verdict = verdictIn(stated.verdict);
  const isEmpty = [given.text, given.title, given.pros, given.cons, rating, verdict].every(
    (one) => one === undefined,
  );
  if (isEmpty) throw wrong("text", "is missing, and so are title, pros, cons and stars");
  return {
    mention: {
      ...given,
      kind: MentionKind.catch("review").parse(stated.kind),
      text: given.text ?? "",
      ...(rating && { rating }),
      ...(verdict && { verdict }),
    },
    ...(isId(stated.id) && { id: stated.id }),
  };
}

const isId = (value: unknown): value is string | number =>
  (typeof value === "string" && value !== "") || typeof value === "number";

const isNone = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && /^(|-|n\/?a|null|nan|none)$/i.test(value.trim()));

function textIn(value: unknown, field: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw wrong(field, `is no text but ${kindOf(value)}`);
  return value;
}

/** Stars as a number, in words such as "4 of 5" or "★★★★", or as an object with its best. */
function ratingIn({ rating, outOf }: Stated, fallback: number | undefined): Rating | undefined {
  if (typeof rating === "object" && rating !== null) return ratingIn(partsOf(rating), fallback);
  if (isNone(rating)) return undefined;
  const read = typeof rating === "number" || typeof rating === "string" ? readRating(String(rating)) : null;
  if (!read) throw wrong("stars", "are no rating");
  if (read.stars === 0) return undefined;
  const best = read.outOf ?? bestIn(outOf) ?? fallback ?? scaleOf(read.stars);
  if (read.stars > best) throw wrong("stars", `are more than ${best}`);
  return { stars: read.stars, outOf: best };
}

const partsOf = (rating: object): Stated => {
  const parts = new Map(Object.entries(rating));
  const found = fieldsNamed([...parts.keys()]);
  const stars = parts.get(found.get("rating") ?? "value");
  if (typeof stars === "object") throw wrong("stars", "are no rating");
  return { rating: stars, outOf: parts.get(found.get("outOf") ?? "outOf") };
};

function bestIn(outOf: unknown): number | undefined {
  if (isNone(outOf)) return undefined;
  const best = Number(outOf);
  if (!(best > 0)) throw wrong("outOf", "is no number above 0");
  return best;
}

/** The scale that these stars fit on, where nobody says it. */
const scaleOf = (stars: number): number => [5, 10, 100].find((best) => stars <= best) ?? 100;

function verdictIn(value: unknown): Labelled["verdict"] {
  if (isNone(value)) return undefined;
  const said = wordsOf(String(value));
  if (/^(recommended|recommend|true|yes|да|1)$/.test(said)) return "recommended";
  if (/^(not recommended|not recommend|false|no|нет|0)$/.test(said)) return "not-recommended";
  throw wrong("verdict", "is neither recommended nor not-recommended");
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? "a list" : `a ${typeof value}`);

const wrong = (field: string, why: string): Refusal => new Refusal("unreadable", `${field}: ${why}`);
