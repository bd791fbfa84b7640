import { toJson } from "../json.ts";
import type { Key, Write } from "../ports.ts";
import { allRows } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import { Outage, shortestOutage } from "./outage.ts";
import type { Health, Source } from "./source.ts";

type Failing = Pick<Source, "id" | "brandId">;

// Its beginning and its source name an outage: told twice it is one row.
const outageKey = ({ id, brandId }: Failing, from: Date): Key => ({
  pk: `out.${brandId}`,
  sk: `${from.toISOString()}~${id}`,
});

const putOutage = (source: Failing, { from, until }: { from: Date; until?: Date }): Write => ({
  put: { ...outageKey(source, from), body: toJson({ until }) },
});

/** What a fault adds: the row of an outage once it has lasted, at once when nothing will be tried until a person comes. */
export function noteOutage(
  source: Failing,
  { outSince }: Pick<Health, "outSince">,
  { now, isPaused }: { now: Date; isPaused: boolean },
): Write[] {
  const hasLasted = outSince && (isPaused || now.getTime() - outSince.getTime() >= shortestOutage);
  return hasLasted ? [putOutage(source, { from: outSince })] : [];
}

/** What a pull that went well adds after faults: the end of the outage, or nothing of it where it was short. */
export function endOutage(source: Failing, { outSince: from }: Pick<Health, "outSince">, now: Date): Write[] {
  if (!from) return [];
  const wasShort = now.getTime() - from.getTime() < shortestOutage;
  return [wasShort ? { remove: outageKey(source, from) } : putOutage(source, { from, until: now })];
}

/** The outages of a brand's sources that touch the time from `from` to `until`, in the order of their beginnings. */
export async function listOutages(
  table: ScopedTable,
  brandId: string,
  { from, until }: { from: Date; until: Date },
): Promise<Outage[]> {
  const outages: Outage[] = [];
  for await (const { sk, body } of allRows(table, { pk: `out.${brandId}`, to: until.toISOString() })) {
    const [begins, sourceId] = sk.split("~");
    const outage = Outage.parse({ sourceId, from: begins, until: body.until });
    if (!outage.until || outage.until > from) outages.push(outage);
  }
  return outages;
}
