// Events without a public address. Only the place in the stream (`ts`) is kept between pulls; the server and its key,
// which is a secret for a short time, are asked for anew each time.
import { eventsOf } from "./events.ts";
import { VkFault } from "./faults.ts";
import type { Community } from "./parts.ts";
import { apiVersion, type Caller, call, checkLongPoll, read } from "./requests.ts";
import { canCall } from "./tokens.ts";
import { LongPollServer } from "./wire.ts";

/** Errors by which VK says that this sign-in, or this community, has no Long Poll. */
const without = [7, 15, 27, 28, 100, 104, 203];

/** Where the stream stands now, with our events switched on in it; null where there is none to follow. */
export async function startOfStream(caller: Caller, of: Community): Promise<string | null> {
  if (!canCall(caller.account, "groups.getLongPollServer")) return null;
  try {
    const { ts } = await serverOf(caller, of);
    const wanted = Object.fromEntries(eventsOf[of.part].map((name) => [name, 1]));
    const settings = { group_id: of.community, enabled: 1, api_version: apiVersion, ...wanted };
    await call(caller, "groups.setLongPollSettings", settings);
    return ts;
  } catch (error) {
    if (error instanceof VkFault && without.includes(error.code)) return null;
    throw error;
  }
}

export interface Stretch {
  ts: string;
  updates: readonly unknown[];
  /** Events between this and the last time are gone. */
  lost: boolean;
}

/** What has happened since `ts`; null where the stream can no longer be followed. */
export async function streamSince(caller: Caller, of: Community, ts: string): Promise<Stretch | null> {
  try {
    const server = await serverOf(caller, of);
    const answer = await checkLongPoll(caller, { ...server, ts });
    if ("updates" in answer) return { ts: answer.ts, updates: answer.updates, lost: false };
    // 1: the history is too short, with a new `ts`; 2: the key has ended, and a fresh one was just used; 3: all is lost.
    return { ts: answer.failed === 1 && answer.ts ? answer.ts : server.ts, updates: [], lost: true };
  } catch (error) {
    if (error instanceof VkFault && without.includes(error.code)) return null;
    throw error;
  }
}

const serverOf = async (caller: Caller, { community }: Community) =>
  read(
    LongPollServer,
    await call(caller, "groups.getLongPollServer", { group_id: community }),
    "groups.getLongPollServer",
  );
