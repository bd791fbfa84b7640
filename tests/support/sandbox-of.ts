import type { SandboxEnv, SimulatedNetwork } from "@otklik/sandbox/network";
import { openState } from "@otklik/sandbox/state";
import { Hono } from "hono";

export interface OpenedSandbox {
  /** What the account's `address` is. */
  address: string;
  http(request: Request): Promise<Response>;
  /** One of the back doors, such as "/__posts". Throws when it refuses. */
  post(path: string, body: unknown): Promise<unknown>;
  get(path: string): Promise<unknown>;
  close(): void;
}

/** One simulated network without a server, its clock in the test's hand. */
export function sandboxOf(
  network: SimulatedNetwork,
  clock: { now: Date },
  host = "sandbox.test",
): OpenedSandbox {
  const state = openState(":memory:");
  const app = new Hono<SandboxEnv>();
  app.route(network.path, network.open({ state: state.of(network.path), now: () => clock.now }));
  const address = `http://${host}${network.path}`;
  const http = async (request: Request): Promise<Response> => app.fetch(request);
  const ask = async (path: string, init?: RequestInit): Promise<unknown> => {
    const response = await http(new Request(address + path, init));
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.status === 204 ? null : response.json();
  };
  return {
    address,
    http,
    post: (path, body) => ask(path, { method: "POST", body: JSON.stringify(body) }),
    get: (path) => ask(path),
    close: () => state.close(),
  };
}
