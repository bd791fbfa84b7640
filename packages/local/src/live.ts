import { versionedBrand } from "@otklik/core/brand/brand-version";
import { brandOf } from "@otklik/core/id";
import { rowKind } from "@otklik/core/mention/mention-store";
import type { Change } from "@otklik/core/ports";
import { workspaceOfKey } from "@otklik/core/table-scope";

type Listener = (brands: readonly string[]) => void;

const gatherMs = 1000;

/** Who watches which workspace; tells each at most once a second which brands have changed. */
export function liveHub() {
  const listeners = new Map<string, Set<Listener>>();
  const gathered = new Map<string, Set<string>>();
  let isWaiting = false;

  const tell = (): void => {
    isWaiting = false;
    for (const [workspaceId, brands] of gathered)
      for (const listener of listeners.get(workspaceId) ?? []) listener([...brands]);
    gathered.clear();
  };

  return {
    listen(workspaceId: string, listener: Listener): () => void {
      const group = listeners.get(workspaceId) ?? new Set();
      listeners.set(workspaceId, group.add(listener));
      return () => {
        group.delete(listener);
        if (group.size === 0) listeners.delete(workspaceId);
      };
    },
    note(changes: readonly Change[]): void {
      for (const { key } of changes) {
        const workspaceId = workspaceOfKey(key.pk);
        if (!listeners.has(workspaceId)) continue;
        const brands = gathered.get(workspaceId) ?? new Set<string>();
        // The version grows once a day was summed anew, seconds after the mention that is counted in it.
        const brand = rowKind(key) === null ? versionedBrand(key) : brandOf(key.sk);
        gathered.set(workspaceId, brand === null ? brands : brands.add(brand));
      }
      if (gathered.size === 0 || isWaiting) return;
      isWaiting = true;
      setTimeout(tell, gatherMs).unref();
    },
  };
}
export type LiveHub = ReturnType<typeof liveHub>;
