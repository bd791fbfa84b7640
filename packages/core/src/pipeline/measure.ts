import { conversationFromRow } from "../conversation/conversation-store.ts";
import type { JsonMap } from "../json.ts";
import { unpackLabel } from "../label/label-row.ts";
import { rowKind, unpackMention } from "../mention/mention-store.ts";
import type { Change, Ports, Row } from "../ports.ts";
import { type ScopedTable, scopedTable, workspaceOfKey } from "../table-scope.ts";
import { contributionOf, dayOf } from "../trend/trend.ts";
import { isSumComing, noteComingSum, type Told, tellContributions } from "../trend/trend-store.ts";
import { send } from "./jobs.ts";

/** A day that has changed is summed this many seconds later, so that a busy day is summed once and not per mention. */
const restSeconds = 3;

/** Turns changed mentions into contributions of their days, and asks for the sum of each day that became dirty. */
export async function measure(changes: readonly Change[], ports: Ports): Promise<void> {
  for (const [workspaceId, told] of toldByWorkspace(changes)) {
    const table = scopedTable(ports.table, workspaceId);
    const changed = await tellContributions(table, told);
    const days = new Map(changed.map(({ brandId, day }) => [`${brandId}.${day}`, { brandId, day }]));
    for (const of of days.values()) await askForSum(table, of, ports);
  }
}

async function askForSum(
  table: ScopedTable,
  of: { brandId: string; day: string },
  ports: Ports,
): Promise<void> {
  const now = ports.now();
  if (await isSumComing(table, of, { now, restSeconds })) return;
  await send(ports, "sum", [{ job: { workspaceId: table.workspaceId, ...of }, delaySeconds: restSeconds }]);
  // A second less than it rests, for two machines' clocks.
  await noteComingSum(table, of, new Date(now.getTime() + (restSeconds - 1) * 1000));
}

/** The last word on each mention, by workspace: one page of changes may hold a row twice. */
function toldByWorkspace(changes: readonly Change[]): Map<string, Told[]> {
  const groups = new Map<string, Map<string, Told>>();
  for (const { row } of changes) {
    const told = row && toldBy(row);
    if (!told) continue;
    const workspaceId = workspaceOfKey(row.pk);
    const group = groups.get(workspaceId) ?? new Map<string, Told>();
    const before = group.get(told.mentionId);
    if (!before || before.version < told.version) group.set(told.mentionId, told);
    groups.set(workspaceId, group);
  }
  return new Map([...groups].map(([workspaceId, group]) => [workspaceId, [...group.values()]]));
}

/** What a row says of a mention; null for rows that hold none. */
function toldBy(row: Row): Told | null {
  const kind = rowKind(row);
  if (kind === "conversation") {
    const conversation = conversationFromRow(row);
    const contribution = contributionOf(conversation);
    if (!contribution || !conversation.mention) return null;
    const { brandId, id: mentionId, version } = conversation;
    return { brandId, mentionId, version, contribution, day: dayOf(conversation.mention.postedAt) };
  }
  const [conversationId, , id] = row.sk.split("~");
  if (kind !== "mention" || !conversationId || !id) return null;
  const mention = unpackMention(row.body.m as JsonMap, { id, conversationId });
  const contribution = contributionOf({
    status: { is: "closed", reason: "read" },
    place: { priority: "normal", dueAt: mention.postedAt, rankAt: mention.postedAt, why: [] },
    mention,
    label: unpackLabel(row.body.l),
  });
  if (!contribution) return null;
  return {
    brandId: mention.brandId,
    mentionId: id,
    version: row.version,
    contribution,
    day: dayOf(mention.postedAt),
  };
}
