import { newId } from "../id.ts";
import { toJson } from "../json.ts";
import type { Ports, Table } from "../ports.ts";
import { unchanged } from "../ports.ts";
import { type ScopedTable, scopedTable } from "../table-scope.ts";
import { type ModelCall, ModelUse, noUse, withCall, withHold } from "./model-use.ts";

/** The purse that calls to a model are paid from. Every amount is in US dollars. */
export interface Purse {
  /** Sets aside the most that a call may cost; null where the month's `monthly` dollars do not allow it. */
  hold(workspaceId: string, amounts: { wanted: number; monthly: number }): Promise<Hold | null>;
  /** Counts labels given, by whomever. */
  count(workspaceId: string, labels: number): Promise<void>;
}
export interface Hold {
  /** Pays what the call did cost; the rest of what was set aside is free again. */
  settle(call: ModelCall): Promise<void>;
}

const keyOf = (month: string) => ({ pk: "spent", sk: month });

/** The month of an instant, in UTC: "2026-03". */
export const monthOf = (at: Date): string => at.toISOString().slice(0, 7);

export const monthBefore = (month: string): string => {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return monthOf(new Date(Date.UTC(year, number - 2)));
};

export async function getModelUse(table: ScopedTable, month: string): Promise<ModelUse> {
  const row = await table.get(keyOf(month));
  return row ? ModelUse.parse(row.body) : noUse;
}

/** Changes a month's use over the version read; `change` may be called again for what another wrote in between. */
async function changeUse(
  table: ScopedTable,
  month: string,
  change: (use: ModelUse) => ModelUse,
): Promise<void> {
  for (;;) {
    const row = await table.get(keyOf(month));
    const use = row ? ModelUse.parse(row.body) : noUse;
    const next = change(use);
    if (next === use) return;
    const [outcome] = await table.commit([
      { put: { ...keyOf(month), body: toJson(next) }, if: unchanged(row) },
    ]);
    if (outcome?.done) return;
  }
}

/**
 * What each workspace's models cost in a month, in its own rows. Money is set aside before a call and settled after it
 * in the month in which the call began, so that calls side by side never spend more than the month allows.
 */
export function openPurse({ table, now, random }: { table: Table } & Pick<Ports, "now" | "random">): Purse {
  return {
    async hold(workspaceId, { wanted, monthly }) {
      const rows = scopedTable(table, workspaceId);
      const month = monthOf(now());
      const id = newId(random);
      let isHeld = false;
      await changeUse(rows, month, (use) => {
        const held = withHold(use, { id, wanted, monthly, now: now() });
        isHeld = held.isHeld;
        return held.use;
      });
      if (!isHeld) return null;
      return { settle: (call) => changeUse(rows, month, (use) => withCall(use, id, call, now())) };
    },
    async count(workspaceId, labels) {
      const rows = scopedTable(table, workspaceId);
      await changeUse(rows, monthOf(now()), (use) => ({ ...use, labels: use.labels + labels }));
    },
  };
}
