import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { openSentimentModel, type SentimentModel } from "./sentiment-model.ts";
import { openSignalModel, type SignalModel } from "./signal-model.ts";

let sentiment: SentimentModel | undefined;
let signals: SignalModel | undefined;

/** Beside this file; of a bundle in a folder of its package, at that package's root. */
const folders = ["./", "../"];

/**
 * The model of sentiment that is shipped, opened at the first call and kept; a bundle must bring the file along.
 * @throws Error when it is not there or was cut short.
 */
export const shippedModel = (): SentimentModel => {
  sentiment ??= opened("sentiment.bin.gz", openSentimentModel);
  return sentiment;
};

/** The model of signals, as `shippedModel`. */
export const shippedSignals = (): SignalModel => {
  signals ??= opened("signals.bin.gz", openSignalModel);
  return signals;
};

const opened = <M>(name: string, open: (bytes: Uint8Array) => M): M => {
  const urls = folders.map((folder) => new URL(folder + name, import.meta.url));
  const there = urls.find((url) => existsSync(url));
  if (!there) throw new Error(`The embedded model is missing: there is no file ${urls.join(" nor ")}.`);
  try {
    return open(gunzipSync(readFileSync(there)));
  } catch (error) {
    throw new Error(`The embedded model cannot be opened: ${there} was cut short or damaged.`, {
      cause: error,
    });
  }
};
