import { foundWorkspace } from "@otklik/core/api/handle/sessions";
import { listBrands } from "@otklik/core/brand/brand-store";
import { Refusal } from "@otklik/core/errors";
import type { Ports } from "@otklik/core/ports";
import { type ScopedTable, scopedTable } from "@otklik/core/table-scope";
import { admitUser, getUser, getWorkspace } from "@otklik/core/workspace/workspace-store";
import type { Command } from "commander";
import { operator, readAnchor, writeAnchor } from "../anchor.ts";
import { composePorts } from "../compose.ts";
import { type Config, readConfig } from "../config.ts";
import { type Home, openHome } from "../home.ts";
import { homeKey } from "../home-key.ts";
import { type FolderLock, lockFolder } from "../lock.ts";
import { jsonLog } from "../log.ts";
import { tell } from "./say.ts";

/** The configuration, with what the command line says above it. */
export const configOf = (command: Command): Config => readConfig(environmentOf(command));

/** The environment, with what the command line says above it. */
export function environmentOf(command: Command): Record<string, string | undefined> {
  const { data } = command.optsWithGlobals<{ data?: string }>();
  return { ...process.env, ...(data ? { OTKLIK_DATA: data } : {}) };
}

export interface CommandSession {
  home: Home;
  ports: Ports;
  /**
   * No service works on this folder, so this command may do the work itself. Asked anew each time, since the service
   * may end meanwhile; once true, the folder is this command's until its end.
   */
  isAlone(): boolean;
}

/** Opens the folder for one command, beside the running service or instead of it, and closes it afterwards. */
export async function withHome<T>(
  command: Command,
  work: (session: CommandSession) => Promise<T>,
): Promise<T> {
  const config = configOf(command);
  const { home, alone } = await openWherever(config.dataFolder);
  let lock: FolderLock | null = null;
  try {
    const log = jsonLog((line) => process.stderr.write(line), { least: "error" });
    const { key, from } = await homeKey(home.table, config);
    if (from === "created")
      tell(`A key for credentials was made: ${config.key.file}. Keep a copy of it apart from the data.`);
    const isAlone = (): boolean => {
      lock ??= alone ? null : tryLock(config.dataFolder, home);
      return alone || lock !== null;
    };
    return await work({ home, ports: composePorts(home, config, { log, key }), isAlone });
  } finally {
    home.close();
    (lock as FolderLock | null)?.release();
  }
}

/** The folder for this command alone, or beside the service that holds it. */
export async function openWherever(folder: string): Promise<{ home: Home; alone: boolean }> {
  const alone = await openHome(folder).catch(() => null);
  return alone
    ? { home: alone, alone: true }
    : { home: await openHome(folder, { beside: true }), alone: false };
}

/** The folder of a service that has ended; what it had in hand is taken up again. */
function tryLock(folder: string, { queue }: Home): FolderLock | null {
  try {
    const lock = lockFolder(folder);
    void queue.returnInFlight();
    return lock;
  } catch {
    return null; // the service still has it
  }
}

export interface WorkPlace {
  table: ScopedTable;
  workspaceId: string;
  brandId: string;
  /** The workspace's name. */
  name: string;
}

/** The own workspace and its brand; made when there is none yet. `wanted` names another workspace by its id. */
export async function workPlace(ports: Ports, wanted?: string): Promise<WorkPlace> {
  const workspaceId = wanted ?? (await ownWorkspace(ports));
  const workspace = await findWorkspace(ports, workspaceId);
  const table = scopedTable(ports.table, workspaceId);
  const [brand] = await listBrands(table);
  if (!brand) throw new Refusal("not-found", "This workspace has no brand yet.");
  return { table, workspaceId, brandId: brand.id, name: workspace.name };
}

/** @throws Refusal not-found */
export async function findWorkspace({ table }: Pick<Ports, "table">, id: string) {
  const workspace = /^[0-9a-z]+$/.test(id) ? await getWorkspace(table, id) : null;
  if (workspace) return workspace;
  throw new Refusal("not-found", `There is no workspace "${id}" in this folder.`);
}

/** The one that this installation began with, else the first that its operator has founded in the browser. */
async function ownWorkspace(ports: Ports): Promise<string> {
  const anchor = await readAnchor(ports.table);
  if (anchor.own) return anchor.own;
  const own =
    (await foundByOperator(ports)) ??
    (await foundWorkspace(ports, { name: "Мой бренд", kind: "own" })).workspace.id;
  await admitUser(ports, operator, own);
  await writeAnchor(ports.table, { ...anchor, own });
  return own;
}

async function foundByOperator({ table }: Ports): Promise<string | undefined> {
  for (const id of (await getUser(table, operator))?.workspaces ?? [])
    if ((await getWorkspace(table, id))?.kind === "own") return id;
  return undefined;
}
