import { toJson } from "../json.ts";
import type { Key } from "../ports.ts";
import { unchanged } from "../ports.ts";
import { allRows } from "../table-paging.ts";
import type { ScopedTable } from "../table-scope.ts";
import { addDays } from "../trend/calendar.ts";
import { mentionsOfDay } from "../trend/trend-store.ts";
import { drawSample, type Silence, SilenceAudit, silenceOf } from "./silence.ts";

const key = (brandId: string, week: string): Key => ({ pk: `silence.${brandId}`, sk: week });

/** The audit of a week that is over, drawn when it is first asked for: the draw is the same whoever makes it. */
export async function auditOf(table: ScopedTable, brandId: string, week: string): Promise<SilenceAudit> {
  const row = await table.get(key(brandId, week));
  if (row) return SilenceAudit.parse(row.body);
  const drawn = drawSample(week, await silentIn(table, brandId, week));
  const [outcome] = await table.commit([
    { put: { ...key(brandId, week), body: toJson(drawn) }, if: "absent" },
  ]);
  return outcome?.done ? drawn : auditOf(table, brandId, week);
}

async function silentIn(
  table: ScopedTable,
  brandId: string,
  week: string,
): Promise<{ id: string; silence: Silence }[]> {
  const silent: { id: string; silence: Silence }[] = [];
  for (let day = 0; day < 7; day++)
    for await (const { mentionId: id, contribution } of mentionsOfDay(table, brandId, addDays(week, day))) {
      const silence = silenceOf(id, contribution);
      if (silence) silent.push({ id, silence });
    }
  return silent;
}

/** Changes an audit that was drawn; two persons at a time lose neither's verdict. */
export async function changeAudit(
  table: ScopedTable,
  brandId: string,
  { week, change }: { week: string; change: (audit: SilenceAudit) => SilenceAudit },
): Promise<SilenceAudit | null> {
  for (;;) {
    const row = await table.get(key(brandId, week));
    if (!row) return null;
    const next = change(SilenceAudit.parse(row.body));
    const [outcome] = await table.commit([
      { put: { ...key(brandId, week), body: toJson(next) }, if: unchanged(row) },
    ]);
    if (outcome?.done) return next;
  }
}

/** A brand's audits, the oldest first. */
export async function listAudits(table: ScopedTable, brandId: string): Promise<SilenceAudit[]> {
  const audits: SilenceAudit[] = [];
  for await (const { body } of allRows(table, { pk: `silence.${brandId}` }))
    audits.push(SilenceAudit.parse(body));
  return audits;
}
