import { getThread } from "@otklik/core/conversation/conversation-store";
import { NetworkFault, Refusal } from "@otklik/core/errors";
import type { Ports } from "@otklik/core/ports";
import type { ScopedTable } from "@otklik/core/table-scope";

const shown = /^image\/(png|jpeg|gif|webp|avif)\b/;

/**
 * A customer's picture, fetched for the person who looks: their browser never asks a stranger's server, which would
 * learn who reads what. Only pictures, only those of a mention in this workspace.
 * @throws Refusal not-found; forbidden, where it lies at a private address; unavailable
 */
export async function mediaOf(
  { table, http }: { table: ScopedTable; http: Ports["http"] },
  { conversation, mention: id, index }: { conversation: string; mention: string; index: string },
): Promise<Response> {
  const thread = await getThread(table, conversation);
  const mention = thread?.mentions.find(({ mention }) => mention.id === id)?.mention;
  const media = mention?.media?.[Number(index)];
  const url = media?.previewUrl ?? (media?.kind === "image" ? media.url : undefined);
  if (!url || !isOnTheWeb(url))
    throw new Refusal("not-found", { ru: "Такой картинки нет.", en: "There is no such picture." });
  const response = await http(new Request(url, { headers: { accept: "image/*" } })).catch(explain);
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok || !shown.test(type))
    throw new Refusal("not-found", {
      ru: "Площадка больше не отдаёт эту картинку.",
      en: "The network no longer gives this picture.",
    });
  const headers = { "content-type": type, "cache-control": "private, max-age=86400" };
  return new Response(response.body, { headers });
}

/** An address that a request can be made for: the web's, and without a name and password in it. */
function isOnTheWeb(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username + url.password === "";
}

function explain(error: unknown): never {
  if (error instanceof NetworkFault)
    throw new Refusal("unavailable", {
      ru: "Площадка сейчас не отдаёт эту картинку.",
      en: "The network does not give this picture now.",
    });
  throw error;
}
