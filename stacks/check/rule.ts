import type { Graph } from "./graph.ts";

/** One thing that must hold in every stage, or in those that are named. */
export interface Rule {
  /** A sentence that is true of a sound service. */
  name: string;
  /** Absent: every stage. */
  only?: "production" | "other stages";
  /** Where it does not hold, each place in words; none when all is well. */
  complaints(graph: Graph): string[];
}

/** What is missing and what is too much, where two lists should be the same. */
export function differences(expected: readonly string[], found: readonly string[]): string[] {
  const left = [...found];
  const missing = expected.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...missing.map((one) => `missing: ${one}`), ...left.map((one) => `too much: ${one}`)];
}
