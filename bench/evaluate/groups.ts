import type { Row } from "./rows.ts";

export const slices = ["ru reviews", "en reviews", "ru social", "en social", "other"] as const;
export type Slice = (typeof slices)[number];

/** The sources of the development texts that stand for social networks; every other Russian or English one is of reviews. */
export const socialSources: ReadonlySet<string> = new Set(["ru_rusentitweet", "en_tweeteval"]);

export const sliceOf = (
  { language, source }: Pick<Row, "language" | "source">,
  social: ReadonlySet<string> = socialSources,
): Slice => {
  if (language !== "ru" && language !== "en") return "other";
  return `${language} ${social.has(source) ? "social" : "reviews"}`;
};
