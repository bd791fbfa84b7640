import { reaches } from "../alert/alert.ts";
import { getAlerting } from "../alert/alerting-store.ts";
import { breachesSince } from "../alert/breach.ts";
import { digestsDue } from "../alert/digest.ts";
import { raiseEnding } from "../alert/ending.ts";
import { lineOfKey } from "../alert/line-store.ts";
import { raise } from "../alert/raise.ts";
import { unreadAlerts } from "../alert/unread.ts";
import { allWatched, endWatch, type KeptWatch, moveWatch } from "../alert/watch-store.ts";
import { getBrand } from "../brand/brand-store.ts";
import { changeConversation } from "../conversation/conversation-store.ts";
import type { IndexCard, Ports } from "../ports.ts";
import { defaultRegulation } from "../regulation/regulation.ts";
import { getBackfill } from "../source/backfill-store.ts";
import { getSource, listAccountSources } from "../source/source-store.ts";
import { allCards } from "../table-paging.ts";
import { scopedTable, workspaceOfKey } from "../table-scope.ts";
import { wakePartition, wakeShards } from "../wake.ts";
import { pastPulls, send, wakeLines } from "./jobs.ts";

/**
 * Wakes all that has passed its time: snoozed conversations, replies and sources that wait, lines with something to tell,
 * orphaned claims, days left unsummed, sign-ins that end soon. Removes what has expired: sessions, links, reasons that no
 * dead letter asked for. Then raises what only time makes true: promises missed, digests due, sources gone unread.
 */
export async function sweep(at: Date, ports: Ports): Promise<void> {
  for (let shard = 0; shard < wakeShards; shard++)
    for await (const card of allCards(ports.table, "wake", {
      pk: wakePartition(shard),
      to: `${at.toISOString()}~~`,
    }))
      await wake(card, at, ports);
  for await (const watched of allWatched(ports.table))
    await lookAfter(watched, ports).catch((error: unknown) => {
      ports.log.error("sweep.failed", error, { workspace: watched.workspaceId, brand: watched.brandId });
    });
}

const heartbeat = 3600_000;

/** A brand that fails holds up no other. The alerts first and how far was looked last: a sweep that was missed or killed loses none. */
async function lookAfter(watched: KeptWatch, ports: Ports): Promise<void> {
  const { workspaceId, brandId, breachedTo, sourcesSeenAt } = watched;
  const now = ports.now();
  const table = scopedTable(ports.table, workspaceId);
  const alerting = await getAlerting(table, brandId);
  if (!alerting.rules.some((rule) => reaches(rule, alerting))) return endWatch(ports.table, watched);
  const regulation = (await getBrand(table, brandId))?.regulation ?? defaultRegulation;
  const breaches = await breachesSince(table, brandId, { alerting, regulation, after: breachedTo, now });
  const digests = digestsDue(alerting, watched.digestAt, now);
  const looksOver = !sourcesSeenAt || now.getTime() - sourcesSeenAt.getTime() >= heartbeat;
  const { connectors } = ports;
  const unread = looksOver ? await unreadAlerts(table, brandId, { alerting, connectors, now }) : [];
  const alerts = [...breaches.alerts, ...digests.alerts, ...unread];
  await wakeLines(ports, workspaceId, await raise(table, { brandId, alerting, alerts }, now));
  const isHourOver = now.getTime() - breachedTo.getTime() >= heartbeat;
  if (breaches.any || digests.alerts.length > 0 || isHourOver || looksOver)
    await moveWatch(ports.table, {
      ...watched,
      breachedTo: now,
      digestAt: digests.next,
      ...(looksOver && { sourcesSeenAt: now }),
    });
}

async function wake(card: IndexCard, at: Date, ports: Ports): Promise<void> {
  const workspaceId = workspaceOfKey(card.pk);
  // The same waiting thing is asked for once in five minutes, and again if it still waits then.
  const dedupe = `${card.pk}/${card.sk}.${card.version}.${Math.floor(at.getTime() / 300_000)}`;
  switch (card.card.is) {
    case "reply": {
      const [conversationId = "", , replyId = ""] = card.sk.split("~");
      return send(ports, "deliver", [{ job: { workspaceId, conversationId, replyId }, dedupe }]);
    }
    case "line": {
      const { brandId } = lineOfKey(card);
      return send(ports, "notify", [{ job: { workspaceId, brandId, line: card.sk }, dedupe }]);
    }
    case "bucket": {
      const brandId = card.pk.slice(card.pk.indexOf("/t.") + 3);
      return send(ports, "sum", [{ job: { workspaceId, brandId, day: card.sk }, dedupe }]);
    }
    case "source": {
      const source = await getSource(scopedTable(ports.table, workspaceId), card.sk);
      if (source?.state.is !== "active") return;
      const job = { workspaceId, sourceId: source.id };
      return send(ports, "pull", [{ job, group: source.accountId ?? source.id, dedupe }]);
    }
    case "stream": {
      const sources = await listAccountSources(scopedTable(ports.table, workspaceId), card.sk);
      const source = sources.find(({ state }) => state.is === "active");
      if (!source) return;
      return send(ports, "pull", [{ job: { workspaceId, sourceId: source.id }, group: card.sk, dedupe }]);
    }
    case "backfill": {
      const table = scopedTable(ports.table, workspaceId);
      const source = await getSource(table, card.sk);
      const past = await getBackfill(table, card.sk);
      if (!source || past?.state !== "running") return;
      return send(ports, "pull", [{ ...pastPulls(workspaceId, source, past.id), dedupe }]);
    }
    case "account":
      return wakeLines(
        ports,
        workspaceId,
        await raiseEnding(scopedTable(ports.table, workspaceId), card.sk, ports.now()),
      );
    case "expiring":
      await ports.table.commit([{ remove: { pk: card.pk, sk: card.sk }, if: { version: card.version } }]);
      return;
    default:
      await changeConversation(scopedTable(ports.table, workspaceId), card.sk, (conversation) =>
        conversation.status.is === "snoozed" && conversation.status.until <= at
          ? { ...conversation, status: { is: "open" } }
          : null,
      );
  }
}
