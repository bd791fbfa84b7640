import { setTimeout as sleep } from "node:timers/promises";
import { startEmulators } from "@otklik/aws-local/emulators";
import { openAwsHome } from "@otklik/aws-local/home";
import { foundWorkspace } from "@otklik/core/api/handle/sessions";
import type { Log, Ports, Row } from "@otklik/core/ports";
import { type ScopedTable, scopedTable } from "@otklik/core/table-scope";
import { composePorts } from "@otklik/local/compose";
import { type Config, readConfig } from "@otklik/local/config";
import { openHome } from "@otklik/local/home";
import { intake, type Runtime, startRuntime, type Wakers } from "@otklik/local/runtime";
import { rowsOfDynamo, rowsOfFile } from "./all-rows.ts";
import { homePlaces } from "./home-places.ts";
import { keptFolder } from "./temporary-folder.ts";

/** A home with everything in it awake, as the service runs it, but for the web server. */
export interface LivingHome {
  ports: Ports;
  runtime: Runtime;
  workspaceId: string;
  brandId: string;
  table: ScopedTable;
  /** Every row that lies in the table. */
  rows(): Promise<Row[]>;
  /** Resolves when nothing is left to pull, label, place or sum. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** The homes that a journey runs in: the embedded one, and the composition for AWS over emulators. */
export type HomeName = "embedded" | "aws";

interface Opened {
  ports: Ports;
  wakers: Wakers;
  rows(): Promise<Row[]>;
  close(): void | Promise<void>;
}

const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function openEmbedded(config: Config): Promise<Opened> {
  const home = await openHome(config.dataFolder);
  const rows = async () => rowsOfFile(home.db);
  return { ports: composePorts(home, config, { log }), wakers: home, rows, close: home.close };
}

async function openAws({ allowHosts }: Config): Promise<Opened> {
  const { emulated, close } = await startEmulators({});
  const openai = { key: undefined, monthlyBudget: 0 };
  const home = openAwsHome(emulated, { openai, allowHosts, log });
  return {
    ports: home.compose([]),
    wakers: home.wakers,
    rows: () => rowsOfDynamo(emulated),
    close: async () => {
      await home.close();
      await close();
    },
  };
}

export async function livingHome(
  environment: Record<string, string> = {},
  name: HomeName = "embedded",
): Promise<LivingHome> {
  const { path, remove } = keptFolder();
  const config = readConfig({ ...homePlaces(path), ...environment });
  const { ports, wakers, rows, close } = await (name === "aws" ? openAws : openEmbedded)(config);
  const { workspace, brandId } = await foundWorkspace(ports, { name: "Тест", kind: "own" });
  const runtime = startRuntime(wakers, ports, { schedules: false });
  const isAtRest = () => runtime.isIdle(intake);
  return {
    ports,
    runtime,
    workspaceId: workspace.id,
    brandId,
    table: scopedTable(ports.table, workspace.id),
    rows,
    async rest() {
      // Twice: on AWS the queues are asked one by one, and a job may pass between two questions.
      while (!((await isAtRest()) && (await isAtRest()))) await sleep(50);
    },
    async close() {
      await runtime.stop();
      await close();
      remove();
    },
  };
}
