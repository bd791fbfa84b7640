import { getWorkspace } from "@otklik/core/workspace/workspace-store";
import { readAnchor } from "../anchor.ts";
import { about, type Finding } from "./finding.ts";
import { ask, type LookAround } from "./look-around.ts";

/** Where the demo's networks listen; null where there is no demo. */
export async function sandboxOf({ table }: Pick<LookAround, "table">): Promise<string | null> {
  const { demo } = await readAnchor(table);
  return (demo && (await getWorkspace(table, demo))?.sandboxUrl) || null;
}

/** The demo's networks, while the service runs that brings them up. */
export async function examineSandbox(url: string | null, isRunning: boolean): Promise<Finding[]> {
  const { fine, note, act } = about("sandbox");
  if (!url) return [note("no demo here")];
  if (!isRunning) return [note("it starts with the service")];
  if (await ask(url)) return [fine(`the demo's networks answer at ${url}`)];
  return [
    act(
      `the demo's networks do not answer at ${url}`,
      "Restart the service; without the demo: otklik start --empty",
    ),
  ];
}
