import { Flag, fields, type Label, unlabelled } from "@otklik/core/label/label";
import { packLabel, unpackLabel } from "@otklik/core/label/label-row";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const span = fc.record({ in: fc.constantFrom(...fields), from: fc.nat(5000), to: fc.nat(5000) });
const labels: fc.Arbitrary<Label> = fc
  .record({
    complaint: fc.boolean(),
    flags: fc.subarray([...Flag.options]),
    evidence: fc.array(
      fc
        .tuple(fc.constantFrom("urgency.health", "topic.own-vkus", "sentiment.negative"), span)
        .map(([of, at]) => ({ of, ...at })),
    ),
    contacts: fc.array(span.map((at) => ({ is: "phone" as const, ...at }))),
    names: fc.array(span.map((at) => ({ is: "product" as const, name: "Крем", ...at }))),
  })
  .map((parts) => ({ ...unlabelled, ...parts }));

describe("a label in its row", () => {
  it("is read as it was written", () => {
    fc.assert(fc.property(labels, (label) => void expect(unpackLabel(packLabel(label))).toEqual(label)));
  });

  it("is read where an earlier version wrote it whole", () => {
    fc.assert(
      fc.property(
        labels,
        (label) => void expect(unpackLabel(JSON.parse(JSON.stringify(label)))).toEqual(label),
      ),
    );
  });

  it("leaves out what is empty", () => {
    const empty = Object.values(packLabel(unlabelled)).filter((part) => part === false);
    expect([...empty, packLabel(unlabelled).evidence]).toEqual([undefined]);
  });

  it("refuses evidence that names no place", () => {
    expect(() => unpackLabel({ ...unlabelled, evidence: ["topic.price nowhere"] })).toThrow();
  });
});
