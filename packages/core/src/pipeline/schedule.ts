import type { Ports } from "../ports.ts";
import { slotsAt } from "../source/source.ts";
import { sourcesOfSlot } from "../source/source-store.ts";
import { send } from "./jobs.ts";

/**
 * Finds the sources whose minute it is and asks for a pull of each; the same minute twice asks once, and so do those that
 * share a stream. A minute that is made up for late is passed over by the sources that have had another since.
 */
export async function schedule(at: Date, ports: Ports): Promise<void> {
  const minute = at.toISOString().slice(0, 16);
  const late = ports.now().getTime() - at.getTime();
  const shared = new Set(
    ports.connectors.flatMap(({ feed, network }) => (feed === "account" ? [network] : [])),
  );
  const asked = new Set<string>();
  for (const slot of slotsAt(at).filter(({ every }) => late < every * 60_000))
    for await (const { workspaceId, sourceId, group, network } of sourcesOfSlot(ports.table, slot)) {
      const one = shared.has(network) ? group : sourceId;
      if (asked.has(one)) continue;
      asked.add(one);
      await send(ports, "pull", [{ job: { workspaceId, sourceId }, group, dedupe: `${one}.${minute}` }]);
    }
}
