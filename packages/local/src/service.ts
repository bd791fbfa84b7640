import { existsSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newId } from "@otklik/core/id";
import type { Log, Ports } from "@otklik/core/ports";
import { makeLink } from "@otklik/core/workspace/workspace-store";
import { signInLink as linkOf, reachable } from "./address.ts";
import { installationOf, operator, writeAddress } from "./anchor.ts";
import { composePorts } from "./compose.ts";
import type { Config } from "./config.ts";
import { firstWorkspace } from "./first-workspace.ts";
import { type Home, openHome } from "./home.ts";
import { homeKey } from "./home-key.ts";
import { liveHub } from "./live.ts";
import { type Readiness, readiness } from "./readiness.ts";
import { type Runtime, startRuntime } from "./runtime.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";
import { webServer } from "./server.ts";

export interface Service {
  /** Where people open it. */
  url: string;
  sandboxUrl: string | undefined;
  /** The workspace that the operator's link opens. */
  workspaceId: string;
  /** The key of the credentials was made just now: its owner should keep a copy apart from the data. */
  isKeyNew: boolean;
  ports: Ports;
  home: Home;
  runtime: Runtime;
  /** A new one-time link for the person at this machine. */
  signInLink(): Promise<string>;
  stop(): Promise<void>;
}

const builtWeb = fileURLToPath(new URL("../../../web/dist", import.meta.url));

/**
 * Brings up everything in one process, and the sandbox networks beside it unless `empty`.
 * @throws Error that says what to do: the folder is in use, a port is taken, the web app is not built
 */
export async function startService(
  config: Config,
  { empty, log }: { empty: boolean; log: Log },
): Promise<Service> {
  if (!existsSync(join(builtWeb, "index.html")))
    throw new Error(
      "The web app is not built yet. Build it with: npm run build:web (npm start does that by itself).",
    );
  const home = await openHome(config.dataFolder);
  const undo: (() => unknown)[] = [() => home.close()];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const { key, from } = await homeKey(home.table, config);
    const sandbox = empty ? undefined : await startSandbox(config, log);
    if (sandbox) undo.push(sandbox.stop);
    const allowHosts = sandbox ? [new URL(sandbox.url).host] : [];
    const ports = composePorts(home, config, { log, allowHosts, key });
    const live = liveHub();
    const installation = await installationOf(home.table, () => newId(ports.random));
    let ready = (): Readiness => notYet;
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
    const runtime = startRuntime(home, ports, { onChanges: live.note });
    undo.push(runtime.stop);
    ready = readiness({ db: home.db, runtime, now: ports.now });
    const signInLink = async (): Promise<string> => {
      const { table, random } = ports;
      const token = await makeLink({ table, random, now: ports.now() }, { email: operator, workspaceId });
      return linkOf(url, token);
    };
    const isKeyNew = from === "created";
    return { url, sandboxUrl: sandbox?.url, workspaceId, isKeyNew, ports, home, runtime, signInLink, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const notYet: Readiness = { ready: false, database: true, schedules: false, pollers: false, feed: false };

const startSandbox = ({ sandboxPort, dataFolder }: Config, log: Log): Promise<SandboxProcess> =>
  startSandboxProcess({
    port: sandboxPort,
    host: "127.0.0.1",
    file: join(dataFolder, "sandbox.sqlite"),
    onEnd: (code) => log.error("sandbox.ended", new Error("the sandbox ended by itself"), { code }),
  });

function listen(server: Server, { host, port }: Config): Promise<string> {
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
