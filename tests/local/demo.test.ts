import { openAccount } from "@otklik/core/account/credentials";
import { getHealth, listSources, putHealth, saveSource } from "@otklik/core/source/source-store";
import { scopedTable } from "@otklik/core/table-scope";
import { getWorkspace } from "@otklik/core/workspace/workspace-store";
import { createDemo, followSandbox } from "@otklik/local/demo";
import { describe, expect, it, onTestFinished } from "vitest";
import { testHome } from "../support/home.ts";

const sandbox = "http://127.0.0.1:4411";

async function demo() {
  const here = await testHome({ connectors: [] });
  onTestFinished(() => here.close());
  const workspace = await createDemo(here.ports, sandbox);
  const table = scopedTable(here.ports.table, workspace.id);
  const read = async () => (await listSources(table))[0] as Awaited<ReturnType<typeof listSources>>[0];
  return { ...here, workspace, table, read };
}
type Demo = Awaited<ReturnType<typeof demo>>;

/** What a pull does when the sandbox is missing. */
async function pauseBy({ table, ports, read }: Demo, by: string): Promise<void> {
  const { source, health } = await read();
  const fault = { kind: "refused", message: "not allowed", at: ports.now(), count: 1 };
  await table.commit([putHealth(source.id, { ...health, fault })]);
  await saveSource({ scoped: table, all: ports.table }, { ...source, state: { is: "paused", by } });
}

describe("the demo", () => {
  it("follows its sandbox to another address", async () => {
    const { ports, workspace, table, read } = await demo();
    await followSandbox(ports, workspace, "http://127.0.0.1:5000");
    expect((await getWorkspace(ports.table, workspace.id))?.sandboxUrl).toBe("http://127.0.0.1:5000");
    const { source } = await read();
    const account = await openAccount({ table, secret: ports.secret }, source.accountId ?? "");
    expect(account?.credentials.address).toBe("http://127.0.0.1:5000/wildberries");
  });

  it("takes its sources up again that were paused while the sandbox was missing", async () => {
    const here = await demo();
    await pauseBy(here, "otklik");
    await followSandbox(here.ports, here.workspace, sandbox);
    const { source } = await here.read();
    expect(source.state).toEqual({ is: "active" });
    expect((await getHealth(here.table, source.id)).fault).toBeUndefined();
  });

  it("leaves a source paused that a person has paused", async () => {
    const here = await demo();
    await pauseBy(here, "anna@example.com");
    await followSandbox(here.ports, here.workspace, sandbox);
    expect((await here.read()).source.state).toMatchObject({ is: "paused", by: "anna@example.com" });
  });
});
