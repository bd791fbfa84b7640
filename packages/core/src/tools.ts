import type { Connector, RateBucket, Tools } from "./connector.ts";
import { NetworkFault, Refusal } from "./errors.ts";
import type { Ports } from "./ports.ts";
import type { Said } from "./said.ts";

/** A call waits this long for its turn at most; beyond it the pull ends and goes on later. */
const longestWaitMs = 2000;

const limitUsedUp: Said = {
  ru: "Лимит запросов к площадке пока исчерпан.",
  en: "The network's limit is used up for now.",
};

/** Where a workspace's uploaded files lie; a connector is given no other. */
export const uploadFolder = (workspaceId: string): string => `upload/${workspaceId}/`;

/** Bytes of one uploaded file. */
export const mostUploaded = 500_000_000;

/** @throws Refusal bad-input for an empty file, too-large for one of more than `most` bytes */
export function refuseUpload(bytes: number, most = mostUploaded): void {
  if (bytes === 0) throw emptyFile();
  if (bytes > most) throw tooLarge(most);
}

export const emptyFile = (): Refusal =>
  new Refusal("bad-input", { ru: "Файл пуст.", en: "The file is empty." });

export const tooLarge = (most: number): Refusal =>
  new Refusal("too-large", {
    ru: `Файл больше ${most / 1e6}\u00a0МБ. Разделите его и перетащите по частям.`,
    en: `The file is larger than ${most / 1e6} MB. Split it and drop the parts.`,
  });

/** What a connector may touch during one call: the guarded fetch at the network's pace, the clock, uploaded files. */
export function toolsFor(
  connector: Pick<Connector, "network" | "limits">,
  ports: Pick<Ports, "http" | "now" | "blob" | "wait" | "mailbox">,
  { workspaceId, signal }: { workspaceId: string; signal: AbortSignal },
): Tools {
  const turn = pace(connector.limits.buckets, ports);
  return {
    async http(request) {
      await turn(signal);
      return ports.http(request);
    },
    now: ports.now,
    async file(blob) {
      const isOurs = blob.startsWith(uploadFolder(workspaceId));
      const bytes = isOurs ? await ports.blob.get(blob) : null;
      if (!bytes)
        throw new Refusal("not-found", {
          ru: "Загруженного файла больше нет: загрузите его ещё раз.",
          en: "The uploaded file is no longer there: upload it once more.",
        });
      return bytes;
    },
    async mailbox(login) {
      await turn(signal);
      return ports.mailbox(login);
    },
    signal,
  };
}

/**
 * Token buckets, full at the start of each call: calls of one account follow each other at a minute's distance, in which
 * every bucket that a network states in seconds has refilled. One request of the burst is kept back: on its way to the
 * network a request may be overtaken by the next, and at the very edge that alone would be one too many.
 */
function pace(
  buckets: readonly RateBucket[],
  { now, wait }: Pick<Ports, "now" | "wait">,
): (signal: AbortSignal) => Promise<void> {
  const states = buckets.map((bucket) => ({
    most: Math.max(1, bucket.burst - 1),
    tokens: Math.max(1, bucket.burst - 1),
    at: now().getTime(),
    perMs: bucket.requests / (bucket.seconds * 1000),
  }));
  return async (signal) => {
    for (const state of states) {
      const at = now().getTime();
      state.tokens = Math.min(state.most, state.tokens + (at - state.at) * state.perMs);
      state.at = at;
      state.tokens -= 1;
      if (state.tokens >= 0) continue;
      const ms = Math.ceil(-state.tokens / state.perMs);
      if (ms > longestWaitMs)
        throw new NetworkFault("throttled", limitUsedUp, {
          retryAt: new Date(at + ms),
        });
      await wait(ms, signal);
    }
  };
}
