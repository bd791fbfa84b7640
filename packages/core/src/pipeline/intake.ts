// What pulls, pushes and the reading of the past share: how what was found gets onto the queues.
import type { PlacedMention, ReplyReceipt, Unreadable } from "../connector.ts";
import { digest, mentionId } from "../id.ts";
import type { FoundMention } from "../mention/found.ts";
import { contentHash } from "../mention/mention.ts";
import type { Ports } from "../ports.ts";
import type { Source } from "../source/source.ts";
import { dealOut, hearersAt, type Stream } from "../source/stream.ts";
import { putUnreadable } from "../source/unreadable-store.ts";
import type { ScopedTable } from "../table-scope.ts";
import { isPast, type Posting, send } from "./jobs.ts";
import { cutLongText, type Packed, packs } from "./pack.ts";

type Hearers = Pick<Stream, "isShared" | "lead" | "hearers">;
type Of = Pick<Source, "id" | "brandId" | "network" | "inboxFrom" | "connectedAt">;

/** Sends what was found for a source to be labelled: what was said before it was connected in a lane of its own. */
export async function sendToLabel(
  ports: Pick<Ports, "queue" | "blob" | "now">,
  { workspaceId, source }: { workspaceId: string; source: Of },
  found: readonly FoundMention[],
): Promise<void> {
  const { id: sourceId, brandId, network, inboxFrom, connectedAt: clockFrom } = source;
  const packed = await Promise.all(
    found.map((mention) =>
      cutLongText(ports, {
        mention,
        blob: `text/${workspaceId}/${digest([brandId, network, mention.externalId, contentHash(mention)])}`,
      }),
    ),
  );
  const observedAt = ports.now();
  const origin = { workspaceId, brandId, sourceId, network, inboxFrom, clockFrom, observedAt };
  const jobsOf = (lane: Packed[]) => packs(lane).map((found) => ({ job: { ...origin, found, attempt: 0 } }));
  await send(ports, "label", jobsOf(packed.filter(({ mention }) => !isPast(mention, origin))));
  await send(ports, "pastLabel", jobsOf(packed.filter(({ mention }) => isPast(mention, origin))));
}

/** Sends what a network says of replies to the room that knows them; of places that nobody connected it says nothing. */
export async function sendReceipts(
  ports: Pick<Ports, "queue">,
  { workspaceId, stream }: { workspaceId: string; stream: Hearers },
  receipts: readonly ReplyReceipt[],
): Promise<void> {
  const postings = receipts.flatMap(({ place, threadId, reply, receipt }) => {
    const brands = new Set<string>();
    const hearers = place === undefined ? stream.hearers : hearersAt(stream, { place });
    return hearers.flatMap(({ source: { brandId, network } }): Posting<"deliver">[] => {
      if (brands.has(brandId)) return [];
      brands.add(brandId);
      const conversationId = mentionId(brandId, network, threadId);
      return [{ job: { workspaceId, conversationId, said: { reply, receipt, asked: 0 } } }];
    });
  });
  await send(ports, "deliver", postings);
}

/** What a push brought: to each that hears it, what was found; nothing is remembered, since a repeat changes nothing. */
export async function takeIn(
  ports: Pick<Ports, "queue" | "blob" | "now">,
  { table, stream }: { table: ScopedTable; stream: Hearers },
  come: { found: readonly PlacedMention[]; unreadable: readonly Unreadable[] },
): Promise<void> {
  const { workspaceId } = table;
  for (const [{ source }, found] of dealOut(stream, come.found))
    await sendToLabel(ports, { workspaceId, source }, found);
  const of = { at: ports.now(), seenAgain: false };
  const kept = putUnreadable(stream.lead.source.id, come.unreadable, of);
  if (kept.length > 0) await table.commit(kept);
}
