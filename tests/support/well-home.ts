import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { saveAccount } from "@otklik/core/account/credentials";
import { foundWorkspace } from "@otklik/core/api/handle/sessions";
import type { Ports } from "@otklik/core/ports";
import type { Health, Source } from "@otklik/core/source/source";
import { freshHealth } from "@otklik/core/source/source";
import { putHealth, saveSource } from "@otklik/core/source/source-store";
import { type ScopedTable, scopedTable } from "@otklik/core/table-scope";
import { installationOf, writeAddress } from "@otklik/local/anchor";
import { composePorts } from "@otklik/local/compose";
import { readConfig } from "@otklik/local/config";
import { examine } from "@otklik/local/doctor/examine";
import type { Finding } from "@otklik/local/doctor/finding";
import { type Home, openHome } from "@otklik/local/home";
import { homeKey } from "@otklik/local/home-key";
import { liveHub } from "@otklik/local/live";
import { canWrite, readiness } from "@otklik/local/readiness";
import { webServer } from "@otklik/local/server";
import { startSandbox } from "@otklik/sandbox/main";
import { onTestFinished } from "vitest";
import { homePlaces } from "./home-places.ts";
import { keptFolder } from "./temporary-folder.ts";

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A home in which all is well, its web server and a shop of the sandbox; nothing works in it by itself. */
export interface WellHome {
  environment: Record<string, string>;
  home: Home;
  ports: Ports;
  table: ScopedTable;
  pulse: { pollers: boolean; feedStuckMs: number };
  /** Told to the sandbox: what goes wrong there. */
  order(orders: object): Promise<unknown>;
  /** The one source, another than it is. */
  source(change: Partial<Source>, health?: Partial<Health>): Promise<void>;
  account(more: { expiresAt?: Date }): Promise<void>;
  url: string;
  stopService(): Promise<void>;
  /** What the doctor finds, with the clock so many milliseconds off. */
  examine(change?: {
    environment?: Record<string, string>;
    clockMs?: number;
    freeBytes?: number;
    offline?: boolean;
  }): Promise<Finding[]>;
}

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  );

export async function wellHome(): Promise<WellHome> {
  const { path, remove } = keptFolder();
  onTestFinished(remove);
  const sandbox = await startSandbox({ port: 0, file: ":memory:", world: { reviews: 0, questions: 0 } });
  onTestFinished(sandbox.close);
  const environment = {
    ...homePlaces(path),
    OTKLIK_PORT: "0",
    OTKLIK_SANDBOX_PORT: "0",
    OTKLIK_ALLOW_HOSTS: new URL(sandbox.url).host,
  };
  const config = readConfig(environment);
  const home = await openHome(config.dataFolder);
  const { key } = await homeKey(home.table, config);
  const ports = composePorts(home, config, { log: silent, key });
  const { workspace, brandId } = await foundWorkspace(ports, { name: "Тест", kind: "own" });
  const table = scopedTable(ports.table, workspace.id);
  const now = new Date();
  for (const name of ["schedule", "sweep"])
    home.db.prepare("INSERT INTO schedule (name, fired_at) VALUES (?, ?)").run(name, now.getTime());
  const pulse = { pollers: true, feedStuckMs: 0 };
  const { db, fired } = home;
  const isWritable = async (): Promise<boolean> => canWrite(db);
  const ready = readiness({ isWritable, fired, runtime: { pulse: () => pulse }, now: () => new Date() });
  const installation = await installationOf(home.table, () => "thisinstallation");
  const server = webServer({ ports, live: liveHub(), webFolder: path, health: { installation, ready } });
  const url = await listen(server);
  await writeAddress(home.table, { url, listens: url });
  const stopService = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(async () => {
    await stopService();
    home.close();
  });
  const account: WellHome["account"] = (more) =>
    saveAccount(
      { table, secret: ports.secret },
      { id: "account1", network: "wildberries", title: "WB", connectedAt: now, ...more },
      { token: "sandbox-token", address: `${sandbox.url}/wildberries` },
    );
  const source: WellHome["source"] = async (change, health = {}) => {
    const kept: Source = {
      ...{ id: "source1", brandId, network: "wildberries", title: "WB", accountId: "account1", settings: {} },
      ...{ every: 5, inboxFrom: now, state: { is: "active" }, connectedAt: now },
      ...change,
    };
    await saveSource({ scoped: table, all: ports.table }, kept);
    await table.commit([putHealth("source1", { ...freshHealth, lastGoodAt: now, ...health })]);
  };
  await account({});
  await source({});
  return {
    ...{ environment, home, ports, table, pulse, source, account, url, stopService },
    order: (orders) =>
      fetch(`${sandbox.url}/wildberries/__control`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(orders),
      }),
    examine: ({ environment: change, clockMs = 0, freeBytes = 50e9, offline = false } = {}) =>
      examine({
        environment: { ...environment, ...change },
        now: () => new Date(Date.now() + clockMs),
        offline,
        freeBytes: async () => freeBytes,
      }),
  };
}

/** Something else that answers at an address. */
export async function stranger(): Promise<string> {
  const server = createServer((_, response) => response.end("nginx"));
  onTestFinished(() => void server.close());
  return listen(server);
}
