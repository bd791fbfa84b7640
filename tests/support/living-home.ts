import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { foundWorkspace } from "@otklik/core/api/handle/sessions";
import type { Ports } from "@otklik/core/ports";
import { type ScopedTable, scopedTable } from "@otklik/core/table-scope";
import { composePorts } from "@otklik/local/compose";
import { readConfig } from "@otklik/local/config";
import { type Home, openHome } from "@otklik/local/home";
import { intake, type Runtime, startRuntime } from "@otklik/local/runtime";

/** The embedded home with everything in it awake, as the service runs it, but for the web server. */
export interface LivingHome {
  home: Home;
  ports: Ports;
  runtime: Runtime;
  workspaceId: string;
  brandId: string;
  table: ScopedTable;
  /** Resolves when nothing is left to pull, label, place or sum. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

export async function livingHome(environment: Record<string, string> = {}): Promise<LivingHome> {
  const folder = mkdtempSync(join(tmpdir(), "otklik-living-"));
  const places = { OTKLIK_DATA: join(folder, "data"), OTKLIK_KEY_FILE: join(folder, "key") };
  const config = readConfig({ ...places, ...environment });
  const home = await openHome(config.dataFolder);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const ports = composePorts(home, config, { log });
  const { workspace, brandId } = await foundWorkspace(ports, { name: "Тест", kind: "own" });
  const runtime = startRuntime(home, ports, { schedules: false });
  return {
    home,
    ports,
    runtime,
    workspaceId: workspace.id,
    brandId,
    table: scopedTable(ports.table, workspace.id),
    async rest() {
      while (!(await runtime.isIdle(intake))) await sleep(50);
    },
    async close() {
      await runtime.stop();
      home.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
