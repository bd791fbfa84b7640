import { readFileSync } from "node:fs";
import { openSentimentModel, type SentimentModel } from "./sentiment-model.ts";

let opened: SentimentModel | undefined;

/**
 * The model that is shipped beside this file, opened at the first call and kept; a bundle must bring the file along.
 * @throws Error when it is not there.
 */
export const shippedModel = (): SentimentModel => {
  opened ??= openSentimentModel(readFileSync(new URL("./sentiment.bin", import.meta.url)));
  return opened;
};
