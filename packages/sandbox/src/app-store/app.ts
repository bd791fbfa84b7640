// The app, its storefronts, and how a post of the stage is known in each of Apple's two services.
import { createHash } from "node:crypto";
import type { Answer, Post } from "../kit/post.ts";

export const app = {
  id: "990000001",
  name: "Basketful: shopping list (demo)",
  bundleId: "com.example.basketful",
  sku: "BASKETFUL-IOS",
};

/** Three letters in App Store Connect, two in the store; some feeds give no dates and begin with the app itself. */
export const storefronts = [
  { territory: "RUS", country: "ru", language: "ru", isOld: false },
  { territory: "KAZ", country: "kz", language: "ru", isOld: true },
  { territory: "USA", country: "us", language: "en", isOld: false },
  { territory: "GBR", country: "gb", language: "en", isOld: true },
] as const;
export type Storefront = (typeof storefronts)[number];

export const storefrontOf = ({ extra, language }: Post): Storefront =>
  storefronts.find(({ territory }) => territory === extra.territory) ??
  (language === "en" ? storefronts[2] : storefronts[0]);

/** The store's own number of a review, which App Store Connect does not know it by. */
export const feedIdOf = ({ id }: Post): string =>
  String(10_000_000_000 + createHash("sha256").update(id).digest().readUInt32BE(0));

export const changedAt = (post: Post): Date => post.editedAt ?? post.at;

/** The response that stands there: the last one, since each takes the place of the one before. */
export const responseOf = (post: Post): Answer | undefined => post.answers.at(-1);

/** As Apple writes times: of California, with the offset. */
export const appleTime = (at: Date): string =>
  `${new Date(at.getTime() - 7 * 3600_000).toISOString().slice(0, 19)}-07:00`;
