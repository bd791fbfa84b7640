// The invented community: what there is in it to comment on, and the numbers by which VK would know it all.
import type { Post } from "../kit/post.ts";
import type { Stage } from "../kit/stage.ts";
import type { Subject, Utterance } from "../worlds/utterance.ts";

export const communityId = 222333444;
export const communityName = "Кофейня «Ромашка и зерно» (демо)";
export const managerId = 100200300;
export const managerName = "Демо Руководитель";

/** Where a comment stands; messages have a stage of their own. */
export type Place = "wall" | "board" | "market";

export interface Topic {
  id: number;
  title: string;
}
export const topics: readonly Topic[] = [
  { id: 31, title: "Отзывы о наших кофейнях" },
  { id: 32, title: "Предложения и пожелания" },
  { id: 33, title: "Вопросы и ответы" },
];

export interface MarketItem {
  id: number;
  title: string;
  description: string;
  sku: string;
  /** Kopecks, as VK writes amounts. */
  amount: number;
}
export const marketItems: readonly MarketItem[] = [
  {
    id: 501,
    title: "Кофе в зёрнах «Ромашка», 250 г",
    description: "Свежая обжарка, демо.",
    sku: "ROM-250",
    amount: 69000,
  },
  { id: 502, title: "Кружка «Зерно», 350 мл", description: "Керамика, демо.", sku: "ZER-350", amount: 89000 },
  {
    id: 503,
    title: "Подарочная карта",
    description: "Номинал на выбор, демо.",
    sku: "CARD-1",
    amount: 100000,
  },
];

/** A small number out of any text, the same each time. */
export function numberOf(text: string): number {
  let value = 0x811c9dc5;
  for (const unit of text) value = Math.imul(value ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** A person's number; the demo's people have theirs far from those of the first millions. */
export const userIdOf = (authorKey: string): number => 600_000_000 + (numberOf(authorKey) % 90_000_000);

/** Where an utterance of the world is said: all replies where their first comment stands, which begins their key. */
export function placeFor({ key }: Pick<Utterance, "key">): { place: Place; container?: number } {
  const luck = numberOf(key.split("-").slice(0, 2).join("-")) % 10;
  if (luck < 6) return { place: "wall" };
  if (luck < 8) return { place: "board", container: topics[luck % topics.length]?.id ?? 31 };
  return { place: "market", container: marketItems[luck % marketItems.length]?.id ?? 501 };
}

/** Numbers of posts on the wall, by the subject's place in the world. */
export const postIdOf = (stage: Stage, about: string): number =>
  1001 +
  Math.max(
    0,
    stage.subjects.findIndex(({ key }) => key === about),
  );
export const subjectOf = (stage: Stage, postId: number): Subject | undefined => stage.subjects[postId - 1001];

/** Where a comment of the stage stands. */
export function standsAt(stage: Stage, post: Post): { place: Place; container: number } {
  const root = stage.post(post.threadId) ?? post;
  const { place = "wall", container } = root.extra as { place?: Place; container?: number };
  return { place, container: container ?? postIdOf(stage, root.about) };
}
