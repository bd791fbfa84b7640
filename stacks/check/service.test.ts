import { beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "./graph.ts";
import { rules } from "./rules.ts";
import { deployed, ruleIsOf, stages } from "./stages.ts";

describe.each(stages)("the stage %s", (stage) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await deployed(stage);
  });

  it.each(rules.filter(ruleIsOf(stage)))("$name", ({ complaints }) => {
    expect(complaints(graph)).toEqual([]);
  });
});

describe("what whoever deploys says", () => {
  it("is refused by its variable's name when it cannot be used", async () => {
    const wrong = { OTKLIK_MAIL_FROM: "Otklik <reviews@example.com>" };
    await expect(deployed("production", { environment: wrong })).rejects.toThrow(
      "The environment variable OTKLIK_MAIL_FROM cannot be used: it should look like reviews@example.com.",
    );
  });
});
