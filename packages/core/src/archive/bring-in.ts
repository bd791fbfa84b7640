import type { Archive, WaitingMessage } from "../archive.ts";
import { Refusal } from "../errors.ts";
import type { Ports, Row } from "../ports.ts";
import type { Line } from "./archive-line.ts";
import { type Reseal, resealed } from "./carry.ts";
import { type OpenFile, readLines } from "./read-archive.ts";

const page = 100; // rows or messages at once
const longestDelay = 900; // seconds that a queue holds a message back

/**
 * Puts all that a verified file holds into an empty home. `reseal` seals the file's credentials under this home's key;
 * null where it holds none. `begin` is called before the first write.
 * @throws Refusal when the home is not empty; nothing is written then
 */
export async function bringIn(
  open: OpenFile,
  into: { archive: Archive; reseal: Reseal | null; begin?: () => void } & Pick<
    Ports,
    "blob" | "queue" | "now"
  >,
): Promise<void> {
  const { archive, reseal, begin } = into;
  if (!(await archive.isEmpty()))
    throw new Refusal("conflict", {
      ru: "Здесь уже есть данные, а выгрузка ложится только в пустое место. Назовите новую папку: --data ПАПКА",
      en: "This home holds something already, and an export goes into an empty one. Name a new folder: --data FOLDER",
    });
  begin?.();
  let rows: Row[] = [];
  const messages: WaitingMessage[] = [];
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await archive.putRows(rows);
    rows = [];
  };
  const blobs = blobWriter(into.blob);
  for await (const line of readLines(open)) {
    if ("row" in line) {
      const row = line.row as Row;
      rows.push(reseal ? await resealed(row, reseal) : row);
      if (rows.length === page) await flush();
    } else if ("blob" in line) await blobs.take(line.blob);
    else messages.push({ ...line.message, visibleAt: new Date(line.message.visibleAt) });
  }
  await flush();
  await sendAgain(messages, into);
}

/** As they waited: rows come first, since a message speaks of them. */
async function sendAgain(
  messages: readonly WaitingMessage[],
  { queue: queues, now }: Pick<Ports, "queue" | "now">,
): Promise<void> {
  for (const [queue, all] of Map.groupBy(messages, ({ queue: name }) => name))
    for (let from = 0; from < all.length; from += page)
      await queues.send(
        queue,
        all.slice(from, from + page).map(({ body, group, visibleAt }) => {
          const wait = Math.ceil((visibleAt.getTime() - now().getTime()) / 1000);
          const delaySeconds = Math.min(Math.max(0, wait), longestDelay);
          return group === undefined ? { body, delaySeconds } : { body, group };
        }),
      );
}

type Piece = Extract<Line, { blob: unknown }>["blob"];

/** Pieces in, each blob a stream of its own. */
function blobWriter(blob: Ports["blob"]): { take(piece: Piece): Promise<void> } {
  let open: { writer: WritableStreamDefaultWriter<Uint8Array>; kept: Promise<void> } | null = null;
  return {
    async take({ key, at, bytes, last }) {
      if (at === 0) {
        const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
        open = { writer: writable.getWriter(), kept: blob.put(key, readable) };
      }
      if (!open) throw new Error("a blob's piece came without its beginning");
      const { writer, kept } = open;
      await Promise.race([writer.write(Buffer.from(bytes, "base64")), kept]); // a store that fails reads no more
      if (!last) return;
      await writer.close();
      await kept;
      open = null;
    },
  };
}
