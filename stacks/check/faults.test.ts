import { afterAll, describe, expect, it } from "vitest";
import { faults } from "./faults.ts";
import { rules } from "./rules.ts";
import { deployed, ruleIsOf } from "./stages.ts";

describe("a fault that was put into the stacks on purpose", () => {
  const broken = new Map<string, string[]>();
  afterAll(() => {
    const lines = faults.flatMap(({ name }) => [
      name,
      ...(broken.get(name) ?? []).map((rule) => `    breaks: ${rule}`),
    ]);
    process.stdout.write(`${lines.join("\n")}\n`);
  });

  it.concurrent.each(faults)("is noticed: $name", async ({ name, edit, breaks, stage }) => {
    const where = stage ?? "production";
    const graph = await deployed(where, { edit });
    const names = rules
      .filter(ruleIsOf(where))
      .filter(({ complaints }) => complaints(graph).length > 0)
      .map((rule) => rule.name);
    broken.set(name, names);
    expect(names).toContain(breaks);
  });

  it("must fit the source that it changes, exactly once", async () => {
    const edit = { file: "stacks/queues.ts", from: "no such words", to: "" };
    await expect(deployed("production", { edit })).rejects.toThrow("stands 0 times in stacks/queues.ts");
  });
});
