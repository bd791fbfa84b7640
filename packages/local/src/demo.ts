import { saveAccount } from "@otklik/core/account/credentials";
import { foundWorkspace } from "@otklik/core/api/handle/sessions";
import { newId } from "@otklik/core/id";
import type { Ports } from "@otklik/core/ports";
import { inboxFromChoice, type Source } from "@otklik/core/source/source";
import { listSources, putHealth, saveSource } from "@otklik/core/source/source-store";
import { type ScopedTable, scopedTable } from "@otklik/core/table-scope";
import { defaultVocabulary } from "@otklik/core/vocabulary/vocabulary";
import { saveVocabulary } from "@otklik/core/vocabulary/vocabulary-store";
import type { Workspace } from "@otklik/core/workspace/workspace";
import { saveWorkspace } from "@otklik/core/workspace/workspace-store";

/** The account under which every demo source signs in at the sandbox. */
const demoAccount = "demoaccount";

/** A workspace of its own with one brand, whose sources point at the sandbox networks; the schedule pulls them at once. */
export async function createDemo(ports: Ports, sandboxUrl: string): Promise<Workspace> {
  const name = "Ромашка (демо)";
  const { workspace, brandId } = await foundWorkspace(ports, { name, kind: "demo", sandboxUrl });
  const table = scopedTable(ports.table, workspace.id);
  const vocabulary = { ...defaultVocabulary, trade: "cosmetics" as const };
  await saveVocabulary(table, brandId, { vocabulary, version: 0 });
  await pointAtSandbox(ports, table, sandboxUrl);
  const source: Source = {
    id: newId(ports.random, 12),
    brandId,
    network: "wildberries",
    title: "Wildberries (sandbox)",
    accountId: demoAccount,
    settings: {},
    every: 1,
    inboxFrom: inboxFromChoice("30d", ports.now()),
    state: { is: "active" },
    connectedAt: ports.now(),
  };
  await saveSource({ scoped: table, all: ports.table }, source);
  return workspace;
}

/** The sandbox may listen elsewhere after a restart, or may have been missing for a while; the demo follows it. */
export async function followSandbox(ports: Ports, workspace: Workspace, sandboxUrl: string): Promise<void> {
  const table = scopedTable(ports.table, workspace.id);
  if (workspace.sandboxUrl !== sandboxUrl) {
    await saveWorkspace(ports.table, { ...workspace, sandboxUrl });
    await pointAtSandbox(ports, table, sandboxUrl);
  }
  for (const { source, health } of await listSources(table)) {
    const { state, accountId } = source;
    if (accountId !== demoAccount || state.is !== "paused" || state.by !== "otklik") continue;
    const { fault: _, notBefore: __, ...well } = health;
    await table.commit([putHealth(source.id, well)]);
    await saveSource({ scoped: table, all: ports.table }, { ...source, state: { is: "active" } });
  }
}

async function pointAtSandbox(ports: Ports, table: ScopedTable, sandboxUrl: string): Promise<void> {
  const address = `${sandboxUrl}/wildberries`;
  await saveAccount(
    { table, secret: ports.secret },
    { id: demoAccount, network: "wildberries", title: "Sandbox", connectedAt: ports.now() },
    { token: "sandbox-token", address },
  );
}
