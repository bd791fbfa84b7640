// The believable world of the demo: made anew from a seed, the same each time, around the moment of its opening.
import { type Chance, chance } from "../chance.ts";
import { productOf, products } from "./catalog.ts";
import { sellerAnswer } from "./prose/answer.ts";
import { askQuestion } from "./prose/ask.ts";
import { type Composed, compose, type Plot } from "./prose/compose.ts";
import { authors } from "./prose/people.ts";
import { isNew, type Said } from "./prose/said.ts";
import { type SetPiece, setPieces } from "./prose/set-pieces.ts";
import type { Question } from "./question.ts";
import type { Answer, Review } from "./review.ts";

export interface World {
  reviews: Review[];
  questions: Question[];
}

export interface Population {
  seed: string;
  /** How many reviews and questions there are at the opening; 0 leaves the shop empty. */
  reviews: number;
  questions: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OPENING_DAYS = 60;

/** How many days before the opening the bad batch of shampoo reached its buyers. */
const INCIDENT_DAYS_AGO = [9, 8] as const;
const INCIDENT_REVIEWS_A_DAY = 8;
const SHAMPOO = productOf(990_001_002);

const everydayPlots: readonly (readonly [Plot, number])[] = [
  ["praise", 46],
  ["mixed", 12],
  ["lukewarm", 6],
  ["brief", 4],
  ["curt", 2],
  ["stars-only", 11],
  ["leak", 3],
  ["expiry", 2],
  ["rash", 3],
  ["fake", 2],
  ["delivery", 4],
  ["smell", 3],
  ["useless", 4],
  ["wrong", 2],
  ["price", 2],
];

/** What a review is told apart by: its text, or its "pros" and "cons" where it has none. */
export const wordsOf = ({ text, pros, cons }: Pick<Composed, "text" | "pros" | "cons">) =>
  text || [pros, cons].filter(Boolean).join(" / ");

/** The shop as it stands at `now`, with the sixty days before it. */
export function openingWorld({ seed, reviews, questions }: Population, now: Date): World {
  const said: Said = new Set();
  const made: Review[] = [];
  for (const piece of setPieces) {
    made.push(...reviewsOf(piece, { now, said, luck: chance(`${seed}/piece/${piece.text}`) }));
  }
  for (const daysAgo of INCIDENT_DAYS_AGO) {
    for (let turn = 0; turn < INCIDENT_REVIEWS_A_DAY; turn++) {
      const luck = chance(`${seed}/incident/${daysAgo}/${turn}`);
      const at = daytime({ now, daysAgo, luck });
      const lead = made.length;
      made.push(tell({ plot: "incident", lead, nmId: SHAMPOO.nmId, at, now, said, luck }));
    }
  }
  for (let turn = 0; made.length < reviews; turn++) {
    const luck = chance(`${seed}/review/${turn}`);
    const at = daytime({ now, daysAgo: luck.int(0, OPENING_DAYS - 1), luck });
    made.push(tell({ ...happening(luck), at, now, said, luck }));
  }
  const kept = made.slice(0, reviews);
  misanswer(kept, now);
  return { reviews: kept, questions: askedBefore({ seed, questions, now, said }) };
}

function askedBefore(of: { seed: string; questions: number; now: Date; said: Said }): Question[] {
  const { seed, questions, now, said } = of;
  return Array.from({ length: questions }, (_, turn) => {
    const luck = chance(`${seed}/question/${turn}`);
    const at = daytime({ now, daysAgo: luck.int(0, OPENING_DAYS - 1), luck });
    return ask({ at, now, said, luck });
  });
}

/**
 * What reaches the shop as number `sequence` after its opening. Given the same things already said, the same
 * number always brings the same words.
 */
export function arrival(of: { seed: string; sequence: number; at: Date; said: Said }): World {
  const { seed, sequence, at, said } = of;
  const luck = chance(`${seed}/arrival/${sequence}`);
  if (luck.likely(0.1)) return { reviews: [], questions: [ask({ at, now: at, said, luck })] };
  return { reviews: [tell({ ...happening(luck), at, now: at, said, luck })], questions: [] };
}

/** What happened, and to which product: only what is liquid leaks. */
function happening(luck: Chance): Pick<Telling, "plot" | "nmId"> {
  const plot = luck.weighted(everydayPlots);
  const candidates = plot === "leak" ? products.filter(({ isLiquid }) => isLiquid) : products;
  return { plot, nmId: luck.pick(candidates).nmId };
}

interface Telling {
  plot: Plot;
  nmId: number;
  at: Date;
  now: Date;
  said: Said;
  luck: Chance;
  lead?: number;
}

/** One review of this plot that nobody has written before, with the seller's answer if there was time for one. */
function tell({ plot, nmId, at, now, said, luck, lead }: Telling): Review {
  const author = luck.pick(authors);
  const product = productOf(nmId);
  for (let attempt = 0; ; attempt++) {
    // Short words run out; then the buyer has more to say.
    const spoken =
      attempt < 4
        ? plot
        : (({ brief: "praise", curt: "useless" } as const)[plot as "brief" | "curt"] ?? plot);
    const longer = Math.floor(attempt / 4);
    const composed = compose({ plot: spoken, product, author: author.gender, chance: luck, longer, lead });
    if (!isNew(wordsOf(composed), said)) continue;
    const review = bare({ at, nmId, userName: author.name, luck, ...composed });
    const answer = answeredInTime({ at, now, luck, isWordy: composed.text !== "" })
      ? sellerAnswer({ plot: spoken, stars: composed.stars, name: author.name, product, chance: luck })
      : null;
    return { ...review, answer: answer === null ? null : sentAfter({ text: answer, at, now, luck }) };
  }
}

function ask({ at, now, said, luck }: Omit<Telling, "plot" | "nmId" | "lead">): Question {
  const { product, text, answer } = askQuestion(luck, said);
  const hours = (now.getTime() - at.getTime()) / HOUR_MS;
  const isAnswered = luck.likely(hours < 24 ? 0.1 : hours < 7 * 24 ? 0.4 : 0.78);
  const isDeclined = !isAnswered && luck.likely(0.12);
  const state = isAnswered ? "wbRu" : isDeclined ? "none" : "suppliersPortalSynch";
  return {
    id: networkId(luck),
    createdAt: at,
    nmId: product.nmId,
    text,
    state,
    wasViewed: state !== "suppliersPortalSynch",
    answer: isAnswered ? sentAfter({ text: answer, at, now, luck }) : null,
  };
}

/** A set piece, and the addition its buyer wrote later. */
function reviewsOf(piece: SetPiece, { now, said, luck }: { now: Date; said: Said; luck: Chance }): Review[] {
  const at = new Date(now.getTime() - piece.hoursAgo * HOUR_MS);
  const nmId = products.find(({ article }) => article === piece.article)?.nmId ?? SHAMPOO.nmId;
  const { author: userName, stars, text, pros = "", cons = "", photos = 0, addition } = piece;
  const first = bare({ at, nmId, userName, luck, stars, text, pros, cons, photos, tags: [] });
  isNew(text, said);
  const isAnswered = !piece.unanswered && answeredInTime({ at, now, luck, isWordy: true });
  const plot = stars >= 4 ? "praise" : "useless";
  const words = { plot, stars, name: userName, product: productOf(nmId), chance: luck } as const;
  const answer = isAnswered ? sentAfter({ text: sellerAnswer(words), at, now, luck }) : null;
  if (!addition) return [{ ...first, answer }];
  isNew(addition.text, said);
  const later = bare({
    ...{ at: new Date(now.getTime() - addition.hoursAgo * HOUR_MS), nmId, userName, luck },
    ...{ stars: addition.stars, text: addition.text, pros: "", cons: "", photos: 0, tags: [] },
  });
  return [
    { ...first, answer, childId: later.id },
    { ...later, parentId: first.id },
  ];
}

function bare(of: Composed & { at: Date; nmId: number; userName: string; luck: Chance }): Review {
  const { at, nmId, userName, luck, stars, text, pros, cons, tags, photos } = of;
  const id = networkId(luck);
  const isReturned = stars <= 2 && luck.likely(0.25);
  return {
    ...{ id, createdAt: at, nmId, userName, stars, text, pros, cons, tags, answer: null },
    boughtAt: new Date(at.getTime() - luck.int(3, 20) * DAY_MS),
    photos: Array.from({ length: photos }, (_, index) => photoOf(id, index)),
    orderStatus: isReturned ? "returned" : "buyout",
    ...{ parentId: null, childId: null },
  };
}

const photoOf = (id: string, index: number) => ({
  fullSize: `/photos/${id}/${index}/full.png`,
  miniSize: `/photos/${id}/${index}/mini.png`,
});

/** The older a review, the likelier that the seller has got round to it; silent stars seldom get an answer. */
function answeredInTime(of: { at: Date; now: Date; luck: Chance; isWordy: boolean }): boolean {
  const hours = (of.now.getTime() - of.at.getTime()) / HOUR_MS;
  if (hours < 6) return false;
  if (!of.isWordy) return of.luck.likely(0.15);
  if (hours < 24) return of.luck.likely(0.08);
  if (hours < 72) return of.luck.likely(0.2);
  return of.luck.likely(hours < 14 * 24 ? 0.38 : hours < 30 * 24 ? 0.52 : 0.8);
}

function sentAfter({ text, at, now, luck }: { text: string; at: Date; now: Date; luck: Chance }): Answer {
  const latest = now.getTime() - 10 * 60_000;
  const sentAt = new Date(Math.min(at.getTime() + luck.int(60, 3600) * 60_000, latest));
  return { text, sentAt, firstSentAt: sentAt, edits: 0 };
}

/** One earlier answer led buyers elsewhere and was turned down, as happens to every seller once. */
function misanswer(reviews: Review[], now: Date): void {
  const recent = reviews.find(
    ({ answer, stars, createdAt }) =>
      answer && stars === 5 && now.getTime() - createdAt.getTime() < 25 * DAY_MS,
  );
  if (recent?.answer) recent.answer.text += " Все новинки на сайте https://romashka.example";
}

/** A moment on the day so many days ago, in Moscow's waking hours, and never after `now`. */
function daytime({ now, daysAgo, luck }: { now: Date; daysAgo: number; luck: Chance }): Date {
  const moscowMidnight = Math.floor((now.getTime() + 3 * HOUR_MS) / DAY_MS) * DAY_MS - 3 * HOUR_MS;
  const minuteOfDay = luck.int(7 * 60, 24 * 60 - 1);
  const at = moscowMidnight - daysAgo * DAY_MS + minuteOfDay * 60_000 + luck.int(0, 59) * 1000;
  const latest = now.getTime() - luck.int(5, 300) * 60_000;
  return new Date(Math.min(at, latest));
}

const ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

/** Twenty characters, as the network's own ids. */
export function networkId(luck: Chance): string {
  return Array.from({ length: 20 }, () => ID_LETTERS.charAt(luck.int(0, ID_LETTERS.length - 1))).join("");
}
