import { z } from "zod";
import { Instant, toJson } from "../json.ts";
import type { Key, Row, Table } from "../ports.ts";
import { unchanged } from "../ports.ts";
import { allRows } from "../table-paging.ts";
import { reaches } from "./alert.ts";
import type { Alerting } from "./alerting.ts";
import { nextLocalTime } from "./wall-clock.ts";

/** A brand that sweep looks at: how far its due times have been seen, and when its digests are next due. */
const Watch = z.object({
  workspaceId: z.string(),
  brandId: z.string(),
  breachedTo: Instant,
  /** When its sources were last looked over; absent: not yet. */
  sourcesSeenAt: Instant.optional(),
  /** By rule. */
  digestAt: z.record(z.string(), Instant),
});
export type Watch = z.infer<typeof Watch>;
export type KeptWatch = Watch & { version: number };

// The watched lie outside any workspace, so that sweep finds those of all in one query.
const partition = "#watch";
const watchKey = ({ workspaceId, brandId }: Pick<Watch, "workspaceId" | "brandId">): Key => ({
  pk: partition,
  sk: `${workspaceId}/${brandId}`,
});
const watchFrom = (row: Row): KeptWatch => ({ ...Watch.parse(row.body), version: row.version });

export async function* allWatched(table: Table): AsyncGenerator<KeptWatch> {
  for await (const row of allRows(table, { pk: partition })) yield watchFrom(row);
}

/** Has sweep look at a brand if any of its rules reaches somebody. A digest whose time has changed is due at the new one. */
export async function watch(
  table: Table,
  { alerting, now, ...of }: { workspaceId: string; brandId: string; alerting: Alerting; now: Date },
): Promise<void> {
  const key = watchKey(of);
  for (;;) {
    const row = await table.get(key);
    const reaching = alerting.rules.filter((rule) => reaches(rule, alerting));
    if (reaching.length === 0) return;
    const before = row && watchFrom(row);
    const digestAt: Watch["digestAt"] = {};
    for (const rule of reaching) {
      if (rule.kind !== "digest") continue;
      const due = before?.digestAt[rule.id];
      digestAt[rule.id] = due && due <= now ? due : nextLocalTime(now, rule.at, alerting.timeZone);
    }
    const next: Watch = {
      ...of,
      breachedTo: before?.breachedTo ?? now,
      ...(before?.sourcesSeenAt && { sourcesSeenAt: before.sourcesSeenAt }),
      digestAt,
    };
    const [outcome] = await table.commit([{ put: { ...key, body: toJson(next) }, if: unchanged(row) }]);
    if (outcome?.done) return;
  }
}

// Both only over the version read: what a person saved meanwhile stands, and sweep looks again in a minute.
export async function endWatch(table: Table, { version, ...watched }: KeptWatch): Promise<void> {
  await table.commit([{ remove: watchKey(watched), if: { version } }]);
}
export async function moveWatch(table: Table, { version, ...watched }: KeptWatch): Promise<void> {
  await table.commit([{ put: { ...watchKey(watched), body: toJson(watched) }, if: { version } }]);
}
