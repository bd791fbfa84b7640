// The four parts of a community where people speak, and how VK names what stands in them.
import type { Said } from "@otklik/core/connector";

export const parts = ["wall", "board", "market", "messages"] as const;
export type Part = (typeof parts)[number];

export interface Community {
  /** Its number, without the minus by which VK tells communities from people. */
  community: string;
  part: Part;
}

export const partNames: Record<Part, Said> = {
  wall: { ru: "комментарии на стене", en: "comments on the wall" },
  board: { ru: "обсуждения", en: "board topics" },
  market: { ru: "комментарии к товарам", en: "comments on market items" },
  messages: { ru: "сообщения сообщества", en: "messages to the community" },
};

/** Where a comment or message stands. */
export interface Spot extends Community {
  /** The post, topic or market item; in messages the one who writes. */
  container: string;
  /** The comment, or the number of a message within its conversation. */
  id: string;
}

// VK counts comments of each post, topic and item for itself, and messages for each who writes, so that only all the
// numbers together name one; the word in front keeps a post and a market item of one number apart.
const words: Record<Part, string> = { wall: "wall", board: "topic", market: "product", messages: "im" };

export const externalIdOf = ({ community, part, container, id }: Spot): string =>
  `${words[part]}-${community}_${container}_${id}`;

/** The spot that an external id of ours names; null for any other text. */
export function spotOf(externalId: string): Spot | null {
  const found = /^(wall|topic|product|im)-(\d+)_(-?\d+)_(\d+)$/.exec(externalId);
  const part = parts.find((one) => words[one] === found?.[1]);
  if (!found || !part) return null;
  return { part, community: found[2] as string, container: found[3] as string, id: found[4] as string };
}

/** All messages with one person are one thread. */
export const chatOf = ({ community }: Community, peer: string): string => `im-${community}_${peer}`;

export const placeOf = ({ community, part }: Community): string => `${community}/${part}`;

const site = "https://vk.com";

/** Where a part of a community is looked at by people. */
export function partUrl({ community, part }: Community): string {
  if (part === "messages") return `${site}/gim${community}`;
  return `${site}/${{ wall: "wall-", board: "board", market: "market-" }[part]}${community}`;
}

/** The page on which this stands; `root` is the comment that began its thread. From memory of VK's own links. */
export function urlOf({ community, part, container, id }: Spot, root?: string): string {
  if (part === "messages") return `${site}/gim${community}?sel=${container}`;
  if (part === "board") return `${site}/topic-${community}_${container}?post=${id}`;
  if (part === "market") return `${site}/market-${community}?w=product-${community}_${container}`;
  return `${site}/wall-${community}_${container}?reply=${id}${root ? `&thread=${root}` : ""}`;
}
