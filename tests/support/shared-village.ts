import type { PlacedMention, ReplyReceipt, SourceRef } from "@otklik/core/connector";
import type { NetworkFault } from "@otklik/core/errors";
import { z } from "zod";
import { type Village, village } from "./village.ts";

export interface SharedVillage extends Omit<Village, "said"> {
  /** What the one stream tells, in its order; the cursor counts how much of it was read. */
  stream: (PlacedMention & { place: string })[];
  receipts: ReplyReceipt[];
  faults: { place: string; fault: NetworkFault }[];
  /** The sources that the last pull was told of. */
  toldOf: readonly SourceRef<unknown>[];
}

/** A village whose chats all speak through one stream, as those of a bot do. */
export function sharedVillage({ perPage = 100 } = {}): SharedVillage {
  const Settings = z.object({ chat: z.string() });
  const more = { stream: [], receipts: [], faults: [], toldOf: [] };
  const shared: SharedVillage = Object.assign(village(), more);
  shared.connector = {
    ...shared.connector,
    feed: "account",
    settings: Settings,
    every: 1,
    place: (settings) => Settings.parse(settings).chat,
    async pull(feed, from) {
      shared.pulls++;
      shared.toldOf = feed.sources ?? [];
      const failure = shared.failNext.shift();
      if (failure) throw failure.with;
      const start = Number(from ?? 0);
      const found = shared.stream.slice(start, start + perPage);
      const next = start + found.length;
      return {
        found,
        unreadable: shared.unreadable.splice(0),
        receipts: shared.receipts.splice(0),
        faults: shared.faults.splice(0),
        next: String(next),
        more: next < shared.stream.length,
      };
    },
  };
  return shared;
}
