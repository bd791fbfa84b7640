import type { Connector } from "@otklik/core/connector";
import type { SimulatedNetwork } from "@otklik/sandbox/network";
import { type OpenedSandbox, sandboxOf } from "./sandbox-of.ts";
import type { Neighbour, SignIn } from "./side-by-side.ts";

/** A network of ours among others: so many shops, each a simulator of its own that counts by the network's limits. */
export interface Simulated {
  network: string;
  simulator(): SimulatedNetwork;
  shops: number;
  /** Credentials for a shop, its address apart. */
  credentials(sandbox: OpenedSandbox): Record<string, string> | Promise<Record<string, string>>;
  /** Of the sources of a shop. */
  settings: readonly unknown[];
}

/** The simulators live by the simulated clock. */
export async function simulatedNeighbour(
  clock: { readonly now: Date },
  connector: Connector,
  { network, simulator, shops, credentials, settings }: Simulated,
): Promise<Neighbour> {
  const sandboxes = new Map<string, OpenedSandbox>();
  const signIns: SignIn[] = [];
  for (let shop = 1; shop <= shops; shop++) {
    const sandbox = sandboxOf(simulator(), clock as { now: Date });
    const host = `${network}-${shop}.sandbox.test`;
    sandboxes.set(host, sandbox);
    const address = `http://${host}${new URL(sandbox.address).pathname}`;
    signIns.push({
      credentials: { ...(await credentials(sandbox)), address },
      sources: settings.map((one, n) => ({ title: `${network} ${shop}.${n + 1}`, settings: one })),
    });
  }
  return {
    connector,
    signIns,
    owns: ({ url }) => sandboxes.has(new URL(url).host),
    async answer(request, { wait }) {
      await wait(60);
      const response = await sandboxes.get(new URL(request.url).host)?.http(request);
      await wait(60);
      if (!response) throw new Error(`nobody answers at ${request.url}`);
      return response;
    },
  };
}
