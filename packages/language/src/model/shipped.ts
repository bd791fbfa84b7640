import { existsSync, readFileSync } from "node:fs";
import { openSentimentModel, type SentimentModel } from "./sentiment-model.ts";
import { openUrgencyModel, type UrgencyModel } from "./urgency-model.ts";

let sentiment: SentimentModel | undefined;
let urgency: UrgencyModel | undefined;

/** Beside this file; of a bundle in a folder of its package, at that package's root. */
const folders = ["./", "../"];

/**
 * The model of sentiment that is shipped, opened at the first call and kept; a bundle must bring the file along.
 * @throws Error when it is not there.
 */
export const shippedModel = (): SentimentModel => {
  sentiment ??= openSentimentModel(bytesOf("sentiment.bin"));
  return sentiment;
};

/** The model of urgency, as `shippedModel`. */
export const shippedUrgency = (): UrgencyModel => {
  urgency ??= openUrgencyModel(bytesOf("urgency.bin"));
  return urgency;
};

const bytesOf = (name: string): Uint8Array => {
  const urls = folders.map((folder) => new URL(folder + name, import.meta.url));
  const there = urls.find((url) => existsSync(url));
  if (!there) throw new Error(`The embedded model is missing: there is no file ${urls.join(" nor ")}.`);
  return readFileSync(there);
};
