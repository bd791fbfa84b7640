import { beforeAll, describe, expect, it } from "vitest";
import { triggers } from "../../functions/triggers.ts";
import { needs } from "../needs.ts";
import { evaluate } from "./evaluate.ts";
import type { Graph } from "./graph.ts";
import { rules } from "./rules.ts";
import { deployed, stages } from "./stages.ts";
import { usesOf } from "./uses.ts";

describe.each(stages)("the stage %s", (stage) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await deployed(stage);
  });
  const ofStage = rules.filter(({ only }) => !only || (only === "production") === (stage === "production"));

  it.each(ofStage)("$name", ({ complaints }) => {
    expect(complaints(graph)).toEqual([]);
  });
});
