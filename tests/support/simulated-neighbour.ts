import type { Connector } from "@otklik/core/connector";
import type { SimulatedNetwork } from "@otklik/sandbox/network";
import { sandboxOf } from "./sandbox-of.ts";
import type { Neighbour, SignIn } from "./side-by-side.ts";

/** A simulator of ours as a neighbour of others: it counts by its network's own limits, and lives by the simulated clock. */
export function simulatedNeighbour(
  clock: { readonly now: Date },
  {
    connector,
    simulator,
    signIns,
  }: { connector: Connector; simulator: SimulatedNetwork; signIns: readonly SignIn[] },
): Neighbour {
  const sandbox = sandboxOf(simulator, clock as { now: Date });
  return {
    connector,
    signIns: signIns.map(({ credentials, sources }) => ({
      credentials: { ...credentials, address: sandbox.address },
      sources,
    })),
    owns: ({ url }) => url.startsWith(`${sandbox.address}/`),
    async answer(request, { wait }) {
      await wait(60);
      const response = await sandbox.http(request);
      await wait(60);
      return response;
    },
  };
}
