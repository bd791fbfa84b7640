import { existsSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newId } from "@otklik/core/id";
import type { Log, Ports, Table } from "@otklik/core/ports";
import { makeLink } from "@otklik/core/workspace/workspace-store";
import { signInLink as linkOf, reachable } from "./address.ts";
import { installationOf, operator, writeAddress } from "./anchor.ts";
import type { Config } from "./config.ts";
import { firstWorkspace } from "./first-workspace.ts";
import { liveHub } from "./live.ts";
import { type Readiness, readiness } from "./readiness.ts";
import { type Runtime, startRuntime, type Wakers } from "./runtime.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";
import { webServer } from "./server.ts";

export interface Service {
  /** Where people open it. */
  url: string;
  sandboxUrl: string | undefined;
  /** The workspace that the operator's link opens. */
  workspaceId: string;
  ports: Ports;
  runtime: Runtime;
  /** A new one-time link for the person at this machine. */
  signInLink(): Promise<string>;
  stop(): Promise<void>;
}

/** How a service is to be brought up. */
export interface Serving {
  /** Without the demo and its sandbox networks. */
  empty: boolean;
  log: Log;
}

/** A home that has been opened: what wakes its rooms, and its ports once it is known whom connectors may reach. */
export interface OpenedHome {
  table: Table;
  wakers: Wakers;
  compose(allowHosts: string[]): Ports;
  /** A write has reached the store just now. */
  isWritable(): Promise<boolean>;
  close(): void | Promise<void>;
}

const builtWeb = fileURLToPath(new URL("../../../web/dist", import.meta.url));

/** @throws Error that says what to do, before anything is begun */
export function checkBuilt(): void {
  if (!existsSync(join(builtWeb, "index.html")))
    throw new Error(
      "The web app is not built yet. Build it with: npm run build:web (npm start does that by itself).",
    );
}

/**
 * Brings up everything around an opened home in this process, and the sandbox networks beside it unless `empty`. The
 * home is closed when the service stops, and when it cannot be brought up.
 * @throws Error that says what to do: a port is taken
 */
export async function serve(
  home: OpenedHome,
  config: Pick<Config, "dataFolder" | "host" | "port" | "sandboxPort" | "publicUrl">,
  { empty, log }: Serving,
): Promise<Service> {
  const undo: (() => unknown)[] = [() => home.close()];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const sandbox = empty ? undefined : await startSandbox(config, log);
    if (sandbox) undo.push(sandbox.stop);
    const ports = home.compose(sandbox ? [...sandbox.hosts] : []);
    const live = liveHub();
    const installation = await installationOf(home.table, () => newId(ports.random));
    let ready = async (): Promise<Readiness> => notYet;
    const { publicUrl } = config;
    const health = { installation, ready: () => ready() };
    const server = webServer({
      ports,
      live,
      webFolder: builtWeb,
      health,
      ...(publicUrl ? { publicUrl } : {}),
    });
    const address = await listen(server, config);
    undo.push(() => close(server));
    const url = publicUrl ?? address;
    await writeAddress(home.table, { url, listens: address });
    const workspaceId = await firstWorkspace(ports, sandbox?.url);
    const runtime = startRuntime(home.wakers, ports, { onChanges: live.note });
    undo.push(runtime.stop);
    const { isWritable, wakers } = home;
    ready = readiness({ isWritable, fired: wakers.fired, runtime, now: ports.now });
    const signInLink = async (): Promise<string> => {
      const { table, random } = ports;
      const token = await makeLink({ table, random, now: ports.now() }, { email: operator, workspaceId });
      return linkOf(url, token);
    };
    return { url, sandboxUrl: sandbox?.url, workspaceId, ports, runtime, signInLink, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const notYet: Readiness = { ready: false, database: true, schedules: false, pollers: false, feed: false };

const startSandbox = (
  { sandboxPort, dataFolder }: Pick<Config, "sandboxPort" | "dataFolder">,
  log: Log,
): Promise<SandboxProcess> =>
  startSandboxProcess({
    port: sandboxPort,
    host: "127.0.0.1",
    file: join(dataFolder, "sandbox.sqlite"),
    onEnd: (code) => log.error("sandbox.ended", new Error("the sandbox ended by itself"), { code }),
  });

function listen(server: Server, { host, port }: Pick<Config, "host" | "port">): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} on ${host} is taken by another program. Choose another: npm start -- --port ${port + 10}`;
      const other = `Otklik cannot listen on ${host}, port ${port}: ${error.message}`;
      reject(new Error(error.code === "EADDRINUSE" ? taken : other, { cause: error }));
    });
    server.listen(port, host, () => {
      const { port: chosen } = server.address() as AddressInfo;
      resolve(`http://${reachable(host)}:${chosen}`);
    });
  });
}

/** Open streams are ended rather than waited for. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
