// Makes a review out of clauses. The plot is what the buyer went through; the words follow from it.
import type { Chance } from "../../chance.ts";
import type { Product } from "../catalog.ts";
import { aboutProduct } from "./about-products.ts";
import { type Complaint, complaints, incident, lukewarm } from "./complaints.ts";
import * as praise from "./praise.ts";
import { brief, curt } from "./set-pieces.ts";
import { fill, type Gender } from "./template.ts";
import { type Mood, speak } from "./voice.ts";

export type Plot =
  | "praise"
  | "mixed"
  | "lukewarm"
  | "brief"
  | "curt"
  | "stars-only"
  | "incident"
  | keyof typeof complaints;

export interface Composed {
  stars: number;
  text: string;
  pros: string;
  cons: string;
  tags: string[];
  photos: number;
}

export interface Story {
  plot: Plot;
  product: Product;
  author: Gender;
  chance: Chance;
  /** How many clauses more than usual, to keep from repeating what was already said. */
  longer: number;
  /** Which of the plot's happenings comes first; drawn where it is not said. */
  lead?: number;
}

const sides = [praise.smell, praise.wrapping, praise.delivery, praise.price, praise.economy] as const;

const tagsOf: Partial<Record<Plot, readonly string[]>> = {
  praise: ["качество", "аромат", "цена", "упаковка", "эффект"],
  mixed: ["качество", "упаковка", "объём"],
  leak: ["упаковка"],
  incident: ["упаковка", "брак"],
  expiry: ["срок годности"],
  rash: ["состав"],
  smell: ["аромат"],
  price: ["цена"],
  delivery: ["доставка"],
  wrong: ["комплектация"],
};

const photoOdds: Partial<Record<Plot, number>> = {
  praise: 0.12,
  leak: 0.4,
  incident: 0.5,
  wrong: 0.4,
  expiry: 0.35,
  fake: 0.3,
  rash: 0.2,
  "stars-only": 0.08,
};

/** The words, stars and marks of one review. Follows from the story's chance alone. */
export function compose(story: Story): Composed {
  const { plot, chance } = story;
  const photos = chance.likely(photoOdds[plot] ?? 0.03) ? chance.int(1, 3) : 0;
  const tags = chance.likely(0.35) ? chance.several(tagsOf[plot] ?? [], chance.int(1, 2)) : [];
  return { pros: "", cons: "", tags, photos, ...told(story) };
}

function told(story: Story): Pick<Composed, "stars" | "text"> & Partial<Composed> {
  const { plot, chance } = story;
  switch (plot) {
    case "stars-only":
      return {
        text: "",
        stars: chance.weighted([
          [5, 75],
          [4, 13],
          [3, 5],
          [1, 7],
        ] as const),
      };
    case "brief":
      return { text: chance.pick(brief), stars: chance.likely(0.9) ? 5 : 4 };
    case "curt":
      return { text: chance.pick(curt), stars: chance.int(1, 2) };
    case "praise":
      return praised(story);
    case "mixed":
      return reserved(story);
    case "lukewarm":
      return shrugged(story);
    case "incident":
      return complained(story, incident);
    default:
      return complained(story, complaints[plot]);
  }
}

function praised(story: Story) {
  const { chance, longer } = story;
  const about = aboutFor(story);
  const text = say(story, "good", [
    ...(chance.likely(0.65) ? [chance.pick(praise.openings)] : []),
    ...chance.several(about.likes, chance.int(1, 2)),
    ...chance
      .several(
        sides,
        chance.weighted([
          [0, 4],
          [1, 4],
          [2, 2],
        ] as const) + longer,
      )
      .map((side) => chance.pick(side)),
    ...(chance.likely(0.55) ? [chance.pick(praise.closings)] : []),
  ]);
  const pros = chance.likely(0.4) ? chance.several(about.pros, chance.int(1, 3)).join(", ") : "";
  const none = inWordsOf(
    story,
    chance.pick(["нет", "не наш{ёл/ла}", "пока не заметил{/а}", "-", "не выявлено"]),
  );
  const cons = pros && chance.likely(0.5) ? none : "";
  // Some fill in the "pros" line only and leave the review itself empty.
  const text_ = pros && longer === 0 && chance.likely(0.12) ? "" : text;
  return { stars: chance.likely(0.88) ? 5 : 4, text: text_, pros, cons };
}

function reserved(story: Story) {
  const { chance, longer } = story;
  const about = aboutFor(story);
  const reservation = chance.pick(praise.reservations);
  const text = say(story, "good", [
    ...(chance.likely(0.4) ? [chance.pick(praise.openings)] : []),
    ...chance.several(about.likes, 1 + longer),
    reservation + chance.pick(praise.trifles),
    ...(chance.likely(0.25) ? [chance.pick(praise.closings)] : []),
  ]);
  const cons = chance.likely(0.3) ? chance.pick(about.cons) : "";
  const stars = reservation.startsWith("Звезду") || chance.likely(0.4) ? 4 : 5;
  return { stars: reservation.startsWith("Пять") ? 5 : stars, text, cons };
}

function shrugged(story: Story) {
  const { chance, longer } = story;
  const about = aboutFor(story);
  const text = say(story, "mild", [
    chance.pick(lukewarm.openings),
    chance.pick(about.likes),
    ...chance.several(about.gripes, 1 + longer),
    ...(chance.likely(0.6) ? [chance.pick(lukewarm.closings)] : []),
  ]);
  return { stars: chance.likely(0.8) ? 3 : 4, text, cons: chance.likely(0.4) ? chance.pick(about.cons) : "" };
}

function complained(story: Story, complaint: Complaint) {
  const { plot, chance } = story;
  const gripes = plot === "useless" ? chance.several(aboutFor(story).gripes, 1) : [];
  const text = say(story, "bad", [
    ...happenings(complaint, story),
    ...gripes,
    ...chance.several(complaint.verdict, chance.int(0, 2)),
  ]);
  const cons = chance.likely(0.35) ? chance.several(complaint.cons, chance.int(1, 2)).join(", ") : "";
  const pros = cons && chance.likely(0.3) ? chance.pick(["нет", "Нет.", "красивая этикетка", "-"]) : "";
  const [lowest, highest] = complaint.stars;
  return { stars: chance.int(lowest, highest), text, pros, cons };
}

function happenings({ happened }: Complaint, { chance, longer, lead }: Story): string[] {
  if (lead === undefined) return chance.several(happened, chance.int(1, 2) + longer);
  const first = happened[lead % happened.length] ?? chance.pick(happened);
  return [first, ...chance.several(happened, longer)];
}

const forWomen = "♀ ";

/** What this author could say of the product. */
function aboutFor({ product, author }: Story) {
  const about = aboutProduct(product.article);
  const fitting = (sentences: readonly string[]) =>
    sentences
      .filter((sentence) => author === "feminine" || !sentence.startsWith(forWomen))
      .map((sentence) => sentence.replace(forWomen, ""));
  return { ...about, likes: fitting(about.likes), gripes: fitting(about.gripes) };
}

const inWordsOf = ({ product, author }: Story, template: string) =>
  fill(template, { noun: product.noun, author });

const say = (story: Story, mood: Mood, clauses: string[]) =>
  speak(
    clauses.map((clause) => inWordsOf(story, clause)),
    { chance: story.chance, mood },
  );
