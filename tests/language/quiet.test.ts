import type { Label } from "@otklik/core/label/label";
import type { Utterance } from "@otklik/sandbox/worlds/utterance";
import { type WorldKind, world } from "@otklik/sandbox/worlds/world";
import { beforeAll, describe, expect, it } from "vitest";
import { embedded, labelsOf } from "./asked.ts";

const kinds: readonly WorldKind[] = ["cafe", "cosmetics", "app"];
const now = new Date("2026-07-24T12:00:00Z");

/** The reviews of the demo's worlds, each once; nothing was trained on them. */
const reviews: Utterance[] = kinds.flatMap((kind) =>
  world(kind, { seed: "quiet", count: 400, now, tone: "review" }).filter(({ text, stars }) => text && stars),
);

/** What an inbox looks like that somebody opens for the first time: alarms in plain praise are what they would see first. */
describe("the demo's reviews", () => {
  let labels: Label[];
  beforeAll(async () => {
    labels = await labelsOf(
      embedded,
      reviews.map(({ text, title, pros, cons, stars = 0 }) => ({
        kind: "review" as const,
        text,
        ...(title && { title }),
        ...(pros && { pros }),
        ...(cons && { cons }),
        rating: { stars, outOf: 5 },
      })),
    );
  });

  const shareOf = (plots: readonly string[], is: (label: Label) => boolean): number => {
    const some = reviews.flatMap(({ plot }, at) => (plots.includes(plot) ? [labels[at] as Label] : []));
    return some.filter(is).length / some.length;
  };
  const isUrgent = ({ urgency }: Label) => urgency.length > 0;

  it("raise an alarm in 3 of 100 that praise at most", () => {
    expect(shareOf(["praise", "brief"], isUrgent)).toBeLessThanOrEqual(0.03);
  });

  it("abuse nobody where they praise, and are suspected in 5 of 100 at most", () => {
    expect(shareOf(["praise", "brief"], ({ flags }) => flags.includes("insult"))).toBeLessThanOrEqual(0.01);
    expect(shareOf(["praise", "brief"], ({ flags }) => flags.length > 0)).toBeLessThanOrEqual(0.05);
  });

  it("are heard where they cannot wait", () => {
    expect(shareOf(["urgent"], isUrgent)).toBe(1);
  });
});
