import { fingerprint } from "@otklik/sandbox/worlds/said";
import type { Tone, Utterance } from "@otklik/sandbox/worlds/utterance";
import { arrival, subjects, type WorldKind, world } from "@otklik/sandbox/worlds/world";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const kinds: readonly WorldKind[] = ["cafe", "cosmetics", "app"];
const tones: readonly Tone[] = ["review", "social", "message", "mail"];
const now = new Date("2026-07-24T12:00:00Z");
const DAY = 86_400_000;

const textsOf = (said: readonly Utterance[]) =>
  said
    .flatMap(({ text, edit, answer }) => [text, edit?.text ?? "", answer?.text ?? ""])
    .filter((text) => text !== "")
    .map(fingerprint);

describe.each(kinds)("the world of the %s", (kind) => {
  it("says no text twice, in any tone, from any seed, however many are asked for", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 0, max: 700 }),
        fc.constantFrom(...tones),
        (seed, count, tone) => {
          const said = world(kind, { seed, count, now, tone });
          expect(said).toHaveLength(count);
          const texts = textsOf(said);
          expect(new Set(texts).size).toBe(texts.length);
        },
      ),
      { numRuns: 12 },
    );
  });

  it("is made the same from the same seed", () => {
    const made = () => world(kind, { seed: "same", count: 80, now, tone: "review" });
    expect(made()).toEqual(made());
    expect(made()).not.toEqual(world(kind, { seed: "other", count: 80, now, tone: "review" }));
  });

  it("repeats nothing in the stream after the opening", () => {
    const opening = world(kind, { seed: "stream", count: 300, now, tone: "review" });
    const said = new Set(textsOf(opening));
    const stream = Array.from({ length: 300 }, (_, n) =>
      arrival(kind, { seed: "stream", n, at: new Date(now.getTime() + n * 60_000), tone: "review", said }),
    );
    const texts = textsOf([...opening, ...stream]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each(tones)(
    "holds sixty days of %s: replies after what they reply to, nobody from the future",
    (tone) => {
      const said = world(kind, { seed: "days", count: 400, now, tone });
      const known = new Set(subjects(kind, tone).map(({ key }) => key));
      const at = new Map(said.map((one) => [one.key, one.at.getTime()]));
      expect(said.filter((one) => one.at > now)).toEqual([]);
      expect(said.filter((one) => now.getTime() - one.at.getTime() > 61 * DAY)).toEqual([]);
      expect(said.filter(({ about }) => !known.has(about))).toEqual([]);
      const replies = said.filter(({ replyTo }) => replyTo);
      expect(replies.filter((one) => one.at.getTime() < (at.get(one.replyTo ?? "") ?? 0))).toEqual([]);
      expect(replies.length).toBeGreaterThan(5);
    },
  );

  it("has something of everything among three hundred reviews", () => {
    const said = world(kind, { seed: "shares", count: 300, now, tone: "review" });
    const share = (is: (one: Utterance) => unknown) => said.filter(is).length / said.length;
    const within = (value: number, [from, to]: [number, number]) => value >= from && value <= to;
    const authors = Map.groupBy(said, ({ author }) => author.key);
    expect({
      silent: within(
        share(({ plot }) => plot === "stars-only"),
        [0.06, 0.16],
      ),
      spam: within(
        share(({ plot }) => plot === "spam"),
        [0.015, 0.06],
      ),
      hidden: within(
        share(({ plot }) => plot === "hidden"),
        [0.04, 0.12],
      ),
      sarcasm: within(
        share(({ plot }) => plot === "sarcasm"),
        [0.02, 0.1],
      ),
      questions: within(
        share(({ kind: is }) => is === "question"),
        [0.05, 0.2],
      ),
      incident: within(
        share(({ plot }) => plot === "incident"),
        [0.04, 0.12],
      ),
      edited: within(
        share(({ edit }) => edit),
        [0.04, 0.16],
      ),
      removed: within(
        share(({ removedAt }) => removedAt),
        [0.01, 0.06],
      ),
      answered: within(
        share(({ answer }) => answer),
        [0.25, 0.75],
      ),
      threads: within(
        share(({ replyTo }) => replyTo),
        [0.04, 0.3],
      ),
      repeatAuthors: [...authors.values()].filter((all) => all.length > 1).length > 20,
    }).toEqual({
      ...{ silent: true, spam: true, hidden: true, sarcasm: true, questions: true, incident: true },
      ...{ edited: true, removed: true, answered: true, threads: true, repeatAuthors: true },
    });
  });

  it("has its incident within two days, about one thing", () => {
    const said = world(kind, { seed: "incident", count: 300, now, tone: "review" });
    const burst = said.filter(({ plot }) => plot === "incident");
    expect(
      new Set(burst.map(({ at }) => new Date(at.getTime() + 3 * 3_600_000).toISOString().slice(0, 10))).size,
    ).toBe(2);
    expect(new Set(burst.map(({ about }) => about)).size).toBe(1);
    expect(burst.filter(({ stars = 5 }) => stars > 2)).toEqual([]);
  });

  it("never changes a letter that was sent", () => {
    const said = world(kind, { seed: "letters", count: 150, now, tone: "mail" });
    expect(said.filter(({ edit, removedAt }) => edit || removedAt)).toEqual([]);
  });

  it("keeps to what the network has: no silent stars, no other kinds", () => {
    const said = world(kind, {
      seed: "only",
      count: 200,
      now,
      tone: "review",
      kinds: ["review"],
      silent: false,
    });
    expect(said.filter(({ kind: is }) => is !== "review")).toEqual([]);
    expect(said.filter(({ text }) => text === "")).toEqual([]);
  });
});
