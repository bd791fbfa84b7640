import { startRuntime } from "@otklik/local/runtime";
import { describe, expect, it, onTestFinished } from "vitest";
import { eventually } from "../support/eventually.ts";
import { testHome } from "../support/home.ts";

/** A home whose rooms are awake, and at rest. */
async function awake() {
  const here = await testHome({ connectors: [] });
  const runtime = startRuntime(here.home, here.ports, { schedules: false });
  onTestFinished(async () => {
    await runtime.stop();
    here.close();
  });
  await eventually(async () => expect(await runtime.isIdle()).toBe(true));
  return { ...here, runtime };
}

describe("a runtime that says it is idle", () => {
  it("has no change left that a room has not seen", async () => {
    const { table, runtime } = await awake();
    await table.commit([{ put: { pk: "p", sk: "s", body: {} } }]);
    expect(await runtime.isIdle()).toBe(false);
    await eventually(async () => expect(await runtime.isIdle()).toBe(true));
  });

  it("has no message left in the queues asked about, though it be delayed", async () => {
    const { home, runtime } = await awake();
    await home.queue.send("deliver", [{ body: "{}", delaySeconds: 900 }]);
    expect(await runtime.isIdle()).toBe(false);
    expect(await runtime.isIdle(["deliver"])).toBe(false);
    expect(await runtime.isIdle(["pull", "label"])).toBe(true);
  });
});
