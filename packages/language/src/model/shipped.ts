import { existsSync, readFileSync } from "node:fs";
import { openSentimentModel, type SentimentModel } from "./sentiment-model.ts";

let opened: SentimentModel | undefined;

/** Beside this file; of a bundle in a folder of its package, at that package's root. */
const places = ["./sentiment.bin", "../sentiment.bin"];

/**
 * The model that is shipped, opened at the first call and kept; a bundle must bring the file along.
 * @throws Error when it is not there.
 */
export const shippedModel = (): SentimentModel => {
  opened ??= openSentimentModel(readFileSync(shippedAt()));
  return opened;
};

const shippedAt = (): URL => {
  const urls = places.map((place) => new URL(place, import.meta.url));
  const there = urls.find((url) => existsSync(url));
  if (!there) throw new Error(`The embedded model is missing: there is no file ${urls.join(" nor ")}.`);
  return there;
};
