import { signIn } from "../../account/sign-in.ts";
import type { Media } from "../../connector.ts";
import { getThread, type Thread } from "../../conversation/conversation-store.ts";
import { NetworkFault, Refusal } from "../../errors.ts";
import { getSource } from "../../source/source-store.ts";
import { toolsFor } from "../../tools.ts";
import type { Context, Handlers } from "../context.ts";

const shown = /^image\/(png|jpeg|gif|webp|avif)\b/;
/** What one answer of a function on AWS can carry. */
const mostBytes = 4_000_000;

/**
 * A customer's picture or file, fetched for the person who looks: their browser never asks a stranger's server, which would
 * learn who reads what. Only those of a mention in this workspace; what is no picture is for keeping, not for showing.
 */
export const media: Handlers<"GET /api/media/:conversation/:mention/:index"> = {
  async "GET /api/media/:conversation/:mention/:index"({ conversation, mention: id, index }, context) {
    const { table, header } = context;
    const thread = await getThread(table, conversation);
    const mention = thread?.mentions.find(({ mention }) => mention.id === id)?.mention;
    const media = mention?.media?.[Number(index)];
    // A file of the web is opened there; one that only its connector can bring comes through us.
    const isFile = media?.kind === "file" && !isOnTheWeb(media.url);
    const url = media?.previewUrl ?? (media?.kind === "image" || isFile ? media.url : undefined);
    const way = thread && media && url ? await wayTo({ url, media, thread }, context) : null;
    if (!way) throw new Refusal("not-found", { ru: "Такой картинки нет.", en: "There is no such picture." });
    const response = await way().catch(explain);
    const type = response.headers.get("content-type") ?? "";
    if (isFile && response.ok) return download(response, header);
    if (!response.ok || !shown.test(type))
      throw new Refusal("not-found", {
        ru: "Площадка больше не отдаёт эту картинку.",
        en: "The network no longer gives this picture.",
      });
    const picture = new Blob(await chunksOf(response), { type });
    header("cache-control", "private, max-age=86400");
    return picture;
  },
};

/** A stranger's file: to be kept, and never to be run or shown within our own pages. */
async function download(response: Response, header: Context["header"]): Promise<Blob> {
  const named = /filename\*=UTF-8''[\w%.~-]+/.exec(response.headers.get("content-disposition") ?? "")?.[0];
  header("content-disposition", named ? `attachment; ${named}` : "attachment");
  header("cache-control", "private, max-age=86400");
  return new Blob(await chunksOf(response), { type: "application/octet-stream" });
}

/** How a picture is brought: by its network's connector where that knows a way of its own, else from the web. */
async function wayTo(
  { url, media, thread }: { url: string; media: Media; thread: Thread },
  { table, ports, signal }: Context,
): Promise<(() => Promise<Response>) | null> {
  const { network, sourceId } = thread.conversation;
  const connector = ports.connectors.find((one) => one.network === network);
  if (!connector?.media) {
    const request = () => new Request(url, { headers: { accept: "image/*" }, signal });
    return isOnTheWeb(url) ? () => ports.http(request()) : null;
  }
  const { media: bring } = connector;
  const source = await getSource(table, sourceId);
  const signedIn = signIn({ connector, accountId: source?.accountId }, { table, ports, signal });
  const { workspaceId } = table;
  return () =>
    signedIn.use((account) => {
      const tools = toolsFor(connector, ports, { workspaceId, signal, account, sourceId });
      return bring.call(connector, media, account, tools);
    });
}

/** @throws Refusal too-large, without reading the rest */
async function chunksOf({ body }: Response): Promise<Uint8Array<ArrayBuffer>[]> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes)
      throw new Refusal("too-large", {
        ru: "Картинка слишком велика, чтобы показать её здесь. Откройте отзыв на площадке.",
        en: "The picture is too large to be shown here. Open the mention at its network.",
      });
    chunks.push(chunk);
  }
  return chunks;
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
