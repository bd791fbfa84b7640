import type { JsonMap } from "../json.ts";
import { toJson } from "../json.ts";
import type { Key, NewRow, Table, Write } from "../ports.ts";
import { unchanged } from "../ports.ts";
import { allRows } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import { wakeKey } from "../wake.ts";
import { freshHealth, Health, Source, slotOf } from "./source.ts";

const sourceKey = (id: string): Key => ({ pk: "sources", sk: id });
const healthKey = (id: string): Key => ({ pk: "health", sk: id });

/** Slots lie outside any workspace: schedule reads one slot and finds the sources of all. */
const slotPartition = (every: number, slot: number): string => `#slot.${every}.${slot}`;

export interface Slotted {
  workspaceId: string;
  sourceId: string;
  /** Pulls of one group run one at a time: the account, or the source where there is none. */
  group: string;
  network: string;
}

export async function getSource(
  table: ScopedTable,
  id: string,
): Promise<(Source & { version: number }) | null> {
  const row = await table.get(sourceKey(id));
  return row && { ...Source.parse({ ...row.body, id }), version: row.version };
}

export async function listSources(table: ScopedTable): Promise<{ source: Source; health: Health }[]> {
  const sources: Source[] = [];
  for await (const row of allRows(table, { pk: "sources" }))
    sources.push(Source.parse({ ...row.body, id: row.sk }));
  const health = new Map<string, Health>();
  for await (const row of allRows(table, { pk: "health" })) health.set(row.sk, Health.parse(row.body));
  return sources.map((source) => ({ source, health: health.get(source.id) ?? freshHealth }));
}

/** The sources of one account, in the order of their ids. */
export async function listAccountSources(table: ScopedTable, accountId: string): Promise<Source[]> {
  const sources: Source[] = [];
  for await (const { sk, body } of allRows(table, { pk: "sources" }))
    if (body.accountId === accountId) sources.push(Source.parse({ ...body, id: sk }));
  return sources;
}

interface Tables {
  scoped: ScopedTable;
  all: Table;
}

/** Keeps a source, and puts it into its slot while it is active. */
export async function saveSource(tables: Tables, source: Source): Promise<void> {
  await tables.scoped.commit([{ put: sourceRow(source) }]);
  await putIntoSlot(tables, source);
}

/** Keeps a new source; false, and nothing kept, where one stands under its id. */
export async function createSource(tables: Tables, source: Source): Promise<boolean> {
  const [outcome] = await tables.scoped.commit([{ put: sourceRow(source), if: "absent" }]);
  if (outcome?.done) await putIntoSlot(tables, source);
  return outcome?.done === true;
}

const sourceRow = ({ id, ...body }: Source): NewRow => ({ ...sourceKey(id), body: toJson(body) });

async function putIntoSlot(tables: Tables, source: Source): Promise<void> {
  const { id } = source;
  if (source.every === 0) return;
  const workspaceId = tables.scoped.workspaceId;
  const slot: Key = {
    pk: slotPartition(source.every, slotOf(id, source.every)),
    sk: `${workspaceId}/${id}`,
  };
  const slotted: JsonMap = { w: workspaceId, s: id, g: source.accountId ?? id, n: source.network };
  await tables.all.commit([
    source.state.is === "active" ? { put: { ...slot, body: slotted } } : { remove: slot },
  ]);
}

/** The sources of one slot, in all workspaces. */
export async function* sourcesOfSlot(
  table: Table,
  { every, slot }: { every: number; slot: number },
): AsyncGenerator<Slotted> {
  for await (const { body } of allRows(table, { pk: slotPartition(every, slot) }))
    yield {
      workspaceId: String(body.w),
      sourceId: String(body.s),
      group: String(body.g),
      network: String(body.n ?? ""),
    };
}

export async function getHealth(table: ScopedTable, id: string): Promise<Health & { version: number }> {
  const row = await table.get(healthKey(id));
  return row ? { ...Health.parse(row.body), version: row.version } : { ...freshHealth, version: 0 };
}

/**
 * Of a source, or of the stream that an account's sources share, which is named by the account. One that a fault put
 * off stands in the wake index, so that sweep takes it up again in time.
 */
export function putHealth(id: string, health: Health, of: "source" | "stream" = "source"): Write {
  const put: NewRow = { ...healthKey(id), body: toJson(Health.parse(health)) };
  const { notBefore } = health;
  if (!notBefore) return { put };
  return { put: { ...put, index: { wake: wakeKey(id, notBefore) }, card: { is: of } } };
}

/** What put a source off is forgotten, also for the stream that it shares: it is tried again at once. */
export async function forgetFault(
  table: ScopedTable,
  { id, accountId }: Pick<Source, "id" | "accountId">,
): Promise<void> {
  for (const one of accountId ? [id, accountId] : [id]) {
    const { version: _, notBefore, fault, ...health } = await getHealth(table, one);
    if (notBefore ?? fault) await table.commit([putHealth(one, health)]);
  }
}

const watermarkKey = (sourceId: string, list: string): Key => ({ pk: `water.${sourceId}`, sk: `l.${list}` });

export async function getWatermark(
  table: ScopedTable,
  sourceId: string,
  list: string,
): Promise<{ marks: string; version: number } | null> {
  const row = await table.get(watermarkKey(sourceId, list));
  return row && { marks: String(row.body.m), version: row.version };
}

/** Only over the version read: a worker that was overtaken must not bring old marks back. */
export const putWatermark = (
  of: { sourceId: string; list: string },
  marks: string,
  read: { version: number } | null,
): Write => ({ put: { ...watermarkKey(of.sourceId, of.list), body: { m: marks } }, if: unchanged(read) });
