// The simulated VK without a server: its routes and few words to speak to them.
import { vk } from "@otklik/sandbox/vk/vk";
import { sandboxOf } from "../../support/sandbox-of.ts";

export const community = 222333444;
export const tokens = {
  community: "demo-community-token",
  service: "demo-service-key",
  manager: "demo-manager-token",
};

type Answer = { response?: unknown; error?: { error_code: number; error_msg: string } };

export interface Opened {
  /** Calls a method as a client does. */
  call(method: string, parameters?: Record<string, string | number>, token?: string): Promise<Answer>;
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
  /** Any request below the simulator's own address. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Adds a comment and tells its number. */
  add(entry: Record<string, unknown>): Promise<number>;
  clock: { now: Date };
}

export async function opened(world: { posts?: number } = {}): Promise<Opened> {
  const clock = { now: new Date("2026-11-20T09:00:00Z") };
  const sandbox = sandboxOf(vk({ posts: 30, arrivalEveryMs: 0, ...world }), clock);
  await sandbox.post("/__control", { unlimited: true });
  const request = (path: string, init?: RequestInit) =>
    sandbox.http(new Request(sandbox.address + path, init));
  return {
    ...{ clock, request, get: sandbox.get, post: sandbox.post },
    async call(method, parameters = {}, token = tokens.manager) {
      const given = Object.entries(parameters).map(([name, value]) => [name, String(value)]);
      const body = new URLSearchParams({ ...Object.fromEntries(given), v: "5.199", access_token: token });
      return (
        await request(`/api.vk.com/method/${method}`, { method: "POST", body })
      ).json() as Promise<Answer>;
    },
    async add(entry) {
      const { ids } = (await sandbox.post("/__posts", [{ text: "Демо", ...entry }])) as { ids: string[] };
      return Number(ids[0]);
    },
  };
}
