import { foundWorkspace } from "@otklik/core/api/handle/sessions";
import type { Ports } from "@otklik/core/ports";
import { admitUser, getWorkspace } from "@otklik/core/workspace/workspace-store";
import { operator, readAnchor, writeAnchor } from "./anchor.ts";
import { createDemo, followSandbox } from "./demo.ts";

/**
 * The workspace that the operator's link opens: the demo where a sandbox runs, else one of their own. Made on the first
 * start, found again on every later one.
 */
export async function firstWorkspace(ports: Ports, sandboxUrl: string | undefined): Promise<string> {
  const anchor = await readAnchor(ports.table);
  if (sandboxUrl === undefined) {
    const own = anchor.own ?? (await foundWorkspace(ports, { name: "Мой бренд", kind: "own" })).workspace.id;
    await admitUser(ports, operator, own);
    await writeAnchor(ports.table, { ...anchor, own });
    return own;
  }
  const known = anchor.demo ? await getWorkspace(ports.table, anchor.demo) : null;
  const demo = known ?? (await createDemo(ports, sandboxUrl));
  await followSandbox(ports, demo, sandboxUrl);
  await admitUser(ports, operator, demo.id);
  await writeAnchor(ports.table, { ...anchor, demo: demo.id });
  return demo.id;
}
