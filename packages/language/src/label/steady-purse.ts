import type { Purse } from "@otklik/core/label/model-use-store";
import type { Log } from "@otklik/core/ports";

/**
 * The same purse, which does not throw: while nothing can be set aside, no money goes out; and that a call could not be
 * noted costs us no label, for its money is gone already. Its hold stays, and counts as spent.
 */
export const steadyPurse = (purse: Purse, log: Pick<Log, "warn"> | undefined): Purse => {
  const bear = async <T>(event: string, workspaceId: string, doing: () => Promise<T>): Promise<T | null> => {
    try {
      return await doing();
    } catch (error) {
      log?.warn(event, { workspaceId, error: error instanceof Error ? error.name : "unknown" });
      return null;
    }
  };
  return {
    async hold(workspaceId, amounts) {
      const hold = await bear("label.budget-unread", workspaceId, () => purse.hold(workspaceId, amounts));
      if (!hold) return null;
      return {
        async settle(call) {
          await bear("label.budget-unwritten", workspaceId, () => hold.settle(call));
        },
      };
    },
    async count(workspaceId, labels) {
      await bear("label.uncounted", workspaceId, () => purse.count(workspaceId, labels));
    },
  };
};
