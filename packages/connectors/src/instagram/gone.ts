// Comments that were taken away, of which Instagram tells nothing by itself.
import type { FoundMention } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import type { Missing } from "./remembered.ts";
import { get, isMissing } from "./requests.ts";
import type { Asking } from "./threads.ts";
import { Created } from "./wire.ts";

const mostAskedFor = 10; // comments that are asked for by themselves in one page

/** A comment that is not in its list may be hidden from it: only one that Instagram knows nothing of is gone. */
export async function goneFrom(
  { account, tools, own }: Asking,
  missing: readonly Missing[],
): Promise<FoundMention[]> {
  const gone: FoundMention[] = [];
  for (const { id, at, thread } of missing.slice(0, mostAskedFor)) {
    const isThere = await get(account, tools, {
      path: `/${id}`,
      query: { fields: "id" },
      shape: Created,
    }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof NetworkFault && isMissing(error.cause)) return false;
        throw error;
      },
    );
    const url = own.username ? `https://www.instagram.com/${own.username}/` : "https://www.instagram.com/";
    const nothing = { text: "", author: {}, canReply: false, removed: true as const };
    if (!isThere)
      gone.push({ ...nothing, kind: "comment", externalId: id, threadId: thread, url, postedAt: at });
  }
  return gone;
}
