import type { Ports } from "@otklik/core/ports";

/** The ports of a deployed function, over what the stack names in its environment. */
export async function loadPorts(): Promise<Ports> {
  throw new Error("OTKLIK_TABLE is not set: this function was not started by the stack that names its table");
}
