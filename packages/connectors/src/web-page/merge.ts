import type { MarkedReview } from "./review.ts";

/** A review together with what it is compared by. */
interface Known {
  review: MarkedReview;
  words: string;
  author: string;
  /** The last markup in which it was met: of that one's reviews, all others are others. */
  metIn: number;
}

const day = 24 * 3600_000;
const leastTeaser = 40; // letters; a shorter beginning may be chance
const lookedUpBy = 20; // letters

/**
 * The reviews of a page that tells of them in several markups, each once. `bySyntax` holds what each markup says, the
 * most trusted first; a later one only fills in what the earlier ones leave out.
 */
export function mergeReviews(bySyntax: readonly (readonly MarkedReview[])[]): MarkedReview[] {
  const merged = shelf();
  for (const [syntax, reviews] of bySyntax.entries()) {
    const others: Known[] = [];
    for (const come of withoutRepeats(reviews, syntax)) {
      const known = merged.find(come, (one) => one.metIn !== syntax && isTwin(one, come));
      if (known) {
        known.review = filledIn(known.review, come.review);
        known.metIn = syntax;
      } else {
        others.push(come);
      }
    }
    for (const other of others) merged.add(other);
  }
  return merged.all.map(({ review }) => review);
}

/**
 * One markup's reviews without those that it shows twice, as for a desk and for a phone. Silent or nameless raters who
 * agree may well be several, and are not taken for one.
 */
function withoutRepeats(reviews: readonly MarkedReview[], metIn: number): Known[] {
  const seen = new Set<string>();
  return reviews.flatMap((review) => {
    const words = folded(review.text || (review.title ?? ""));
    const author = folded(review.author.name ?? "");
    const key = [review.id, author, review.postedAt?.getTime(), words].join("\n");
    const isTelling = author !== "" || words.length >= leastTeaser;
    if (isTelling && seen.has(key)) return [];
    seen.add(key);
    return [{ review, words, author, metIn }];
  });
}

/** Reviews in the order they came, found again by how they begin. */
function shelf() {
  const all: Known[] = [];
  const byBeginning = new Map<string, Known[]>();
  return {
    all,
    find: ({ words }: Known, fits: (one: Known) => boolean) =>
      byBeginning.get(words.slice(0, lookedUpBy))?.find(fits),
    add(come: Known) {
      all.push(come);
      const beginning = come.words.slice(0, lookedUpBy);
      const alike = byBeginning.get(beginning);
      if (alike) alike.push(come);
      else byBeginning.set(beginning, [come]);
    },
  };
}

/** Markups differ in how much they say, so one is the other's twin when nothing that both say contradicts. */
function isTwin(known: Known, come: Known): boolean {
  const [one, two] = [known.review, come.review];
  if (one.id && one.id === two.id) return true;
  if (!isBeginning(known.words, come.words) && !isBeginning(come.words, known.words)) return false;
  const isSilent = known.words === "" && come.words === "";
  if (isSilent && (known.author === "" || come.author === "")) return false;
  return (
    agree(known.author || undefined, come.author || undefined, (a, b) => a === b) &&
    // One may state the day, the other the hour in another zone.
    agree(one.postedAt, two.postedAt, (a, b) => Math.abs(a.getTime() - b.getTime()) <= 1.5 * day) &&
    agree(one.rating, two.rating, (a, b) => a.stars / a.outOf === b.stars / b.outOf)
  );
}

/** The same words, or a teaser of them. */
const isBeginning = (shorter: string, longer: string): boolean =>
  shorter === longer || (shorter.length >= leastTeaser && longer.startsWith(shorter));

const agree = <Value>(a: Value | undefined, b: Value | undefined, same: (a: Value, b: Value) => boolean) =>
  a === undefined || b === undefined || same(a, b);

function filledIn(first: MarkedReview, second: MarkedReview): MarkedReview {
  return {
    ...second,
    ...stated(first),
    author: { ...second.author, ...stated(first.author) },
    media: first.media.length > 0 ? first.media : second.media,
    text: folded(second.text).length > folded(first.text).length ? second.text : first.text,
  };
}

/** What was said and not left empty. */
const stated = <Said extends object>(said: Said): Partial<Said> =>
  Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined && value !== ""),
  ) as Partial<Said>;

/** Letters and digits only, so that neither case nor quotes nor spaces tell two texts apart. */
const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
