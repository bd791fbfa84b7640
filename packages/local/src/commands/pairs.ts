import { Refusal } from "@otklik/core/errors";

/** Collects an option that may be given several times. One value each, so that an argument after it stays an argument. */
export const manyPairs = (value: string, before: string[] = []): string[] => [...before, value];

/** `name=value` as the two; the value may hold more "=". @throws Refusal that shows how it should look */
export function pairsIn(pairs: readonly string[], example: string): [name: string, value: string][] {
  return pairs.map((pair) => {
    const at = pair.indexOf("=");
    if (at < 1) throw new Refusal("bad-input", `"${pair}" should look like ${example}`);
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
}
