import type { Account, Cursor, Feed, Page, Tools } from "@otklik/core/connector";
import { NetworkFault } from "@otklik/core/errors";
import { z } from "zod";
import { excerptOf } from "../kit/lists.ts";
import { withoutUnfinished } from "./albums.ts";
import { call, changed } from "./requests.ts";
import type { Settings } from "./settings.ts";
import { readUpdates } from "./updates.ts";
import { afterEntries, offsetOf, pageSize, walkOf } from "./walk.ts";
import { Numbered, Update, WebhookInfo, wanted } from "./wire.ts";

/** One page is one getUpdates; with it all that came before is confirmed, which is why it asks from the saved cursor. */
export async function pull(feed: Feed<Settings>, from: Cursor | null, tools: Tools): Promise<Page> {
  const { account, sourceId, settings, sources = [{ sourceId, settings }] } = feed;
  const walk = walkOf(from);
  if (feed.listening && (await isPushed(account, tools)))
    return { found: [], unreadable: [], next: JSON.stringify(walk), more: false };
  const page = await call(account, tools, {
    method: "getUpdates",
    parameters: {
      ...{ offset: offsetOf(walk, tools.now()), limit: pageSize, timeout: 0, allowed_updates: wanted },
    },
    result: z.array(z.unknown()),
  });
  const isFull = page.length >= pageSize;
  const entries = withoutUnfinished(page, { isFull, now: tools.now() });
  mustBeUpdates(entries);
  const { moved } = walk;
  const { faults, ...read } = await readUpdates(entries, { account, sources, moved, tools });
  const next = afterEntries(walk, entries, tools.now());
  const lost = faults.length > 0 ? { faults } : {};
  return { ...read, ...lost, next: JSON.stringify(next), more: isFull && next !== walk };
}

/** Of one entry that cannot be read the reason may be its own; of all of them, that Telegram has changed. */
function mustBeUpdates(entries: readonly unknown[]): void {
  const isUpdate = (entry: unknown) => Numbered.safeParse(entry).success && Update.safeParse(entry).success;
  if (entries.length <= 1 || entries.some(isUpdate)) return;
  throw changed(
    "getUpdates",
    `none of ${entries.length} could be read: ${excerptOf(Object.keys(Object(entries[0])))}`,
  );
}

const recent = 600_000; // milliseconds

/**
 * Telegram pushes by itself, and would refuse to be asked.
 * @throws NetworkFault "unavailable" when its pushes do not arrive
 */
async function isPushed(account: Account | null, tools: Tools): Promise<boolean> {
  const hook = await call(account, tools, { method: "getWebhookInfo", result: WebhookInfo });
  if (hook.url === "") return false; // somebody has switched it off: then we ask again
  const { last_error_date: at, last_error_message: why, pending_update_count: waiting } = hook;
  if (at && waiting && tools.now().getTime() - at.getTime() < recent)
    throw new NetworkFault("unavailable", {
      ru: `Telegram не может передать нам сообщения (${why ?? "причина не названа"}): ждут отправки ${waiting}. Проверьте, открыт ли наш адрес из интернета.`,
      en: `Telegram cannot hand its messages to us (${why ?? "it does not say why"}): ${waiting} are waiting. Check that our address is open to the Internet.`,
    });
  return true;
}
