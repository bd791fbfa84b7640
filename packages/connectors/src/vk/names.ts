import { NetworkFault } from "@otklik/core/errors";
import { authorOf } from "./events.ts";
import { namesIn } from "./map.ts";
import { type Caller, call } from "./requests.ts";

/** VK takes up to a thousand at once; an address or a form is not to grow without end. */
const mostAsked = 200;

/** Names of those who wrote these events, which bring ids only. A name is not worth a fault: without it goes too. */
export async function namesOf(caller: Caller, events: readonly unknown[]): Promise<Map<string, string>> {
  const ids = [...new Set(events.flatMap((event) => authorOf(event) ?? []))].slice(0, mostAsked);
  if (ids.length === 0) return new Map();
  try {
    return namesIn({ profiles: await call(caller, "users.get", { user_ids: ids.join(",") }) });
  } catch (error) {
    if (error instanceof NetworkFault) return new Map();
    throw error;
  }
}
