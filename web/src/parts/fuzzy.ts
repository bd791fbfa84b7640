/** Letters as a hurried person types them: case and ё do not matter. */
const folded = (text: string): string => text.toLowerCase().replaceAll("ё", "е");

/**
 * How well a query fits a text: null when its letters are not all there in order, more for letters in a row, at a
 * word's start and near the text's start. An empty query fits all alike.
 */
export function fuzzyScore(query: string, text: string): number | null {
  const wanted = folded(query.trim());
  const given = folded(text);
  if (wanted === "") return 0;
  const whole = given.indexOf(wanted);
  if (whole >= 0) return 100 * wanted.length + (startsWord(given, whole) ? 50 : 0) - Math.min(whole, 40);
  let score = 0;
  let at = -1;
  for (const letter of wanted) {
    const found = given.indexOf(letter, at + 1);
    if (found < 0) return null;
    if (found === at + 1) score += 8;
    if (startsWord(given, found)) score += 10;
    score -= Math.min(found - at, 10);
    at = found;
  }
  return score;
}

const startsWord = (text: string, at: number): boolean =>
  at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? "");

/** What a thing is found by: its names, letter by letter; its body, only where it holds the query as it is. */
export interface Findable {
  names: readonly string[];
  body?: string;
}

/** Those that fit, best first, found by a name before found by the body; equals keep their order. */
export function fuzzyFind<T>(things: readonly T[], query: string, of: (thing: T) => Findable): T[] {
  return things
    .map((thing) => ({ thing, score: scoreOf(query, of(thing)) }))
    .filter(({ score }) => score > Number.NEGATIVE_INFINITY)
    .sort((one, other) => other.score - one.score)
    .map(({ thing }) => thing);
}

function scoreOf(query: string, { names, body = "" }: Findable): number {
  const named = names.map((name) => fuzzyScore(query, name)).filter((score) => score !== null);
  if (named.length > 0) return Math.max(...named);
  return folded(body).includes(folded(query.trim())) ? -1000 : Number.NEGATIVE_INFINITY;
}
