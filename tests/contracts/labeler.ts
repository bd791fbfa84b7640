import { Label, moodOf } from "@otklik/core/label/label";
import type { Labeler, Labelled, LabelOutcome } from "@otklik/core/label/labeler";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { corpus } from "../language/hostile/corpus.ts";

const review = (text: string, more: Partial<Labelled> = {}): Labelled => ({ kind: "review", text, ...more });

const labelIn = (outcome: LabelOutcome | undefined): Label => {
  if (outcome === undefined || !("label" in outcome))
    throw new Error(`No label: ${outcome?.failed ?? "no outcome"}`);
  return outcome.label;
};

/** What every `Labeler` must do, whoever or whatever concludes. `open` gives one that is ready for use. */
export const describeLabeler = (name: string, open: () => Labeler | Promise<Labeler>): void => {
  describe(`${name} as a labeler`, () => {
    let labeler: Labeler;
    beforeAll(async () => {
      labeler = await open();
    });
    const labelAll = async (mentions: readonly Labelled[]) =>
      (await labeler.label(mentions, { workspaceId: "contract" })).map(labelIn);
    const labelOne = async (mention: Labelled) =>
      labelIn((await labeler.label([mention], { workspaceId: "contract" }))[0]);

    it("answers an empty list with an empty list", async () => {
      expect(await labeler.label([], { workspaceId: "contract" })).toEqual([]);
    });

    it("gives one outcome for each mention, in their order", async () => {
      const kinds = [
        review("Отличный магазин, спасибо!"),
        review("Terrible, it broke."),
        review("", fiveStars),
      ];
      const mentions = Array.from({ length: 50 }, (_, place) => kinds[place % kinds.length] as Labelled);
      const found = (await labelAll(mentions)).map(({ sentiment }) => sentiment.is);
      const once = ["positive", "negative", "positive"];
      expect(found).toEqual(mentions.map((_, place) => once[place % once.length]));
    });

    it("gives labels of the common form", async () => {
      const labels = await labelAll([
        review("Курьер опоздал, еда холодная.", { rating: { stars: 2, outOf: 5 } }),
        review("", { pros: "Лёгкий", cons: "нет" }),
        { kind: "question", text: "Есть ли размер 46?" },
        { kind: "message", text: "👍" },
      ]);
      for (const label of labels) expect(Label.parse(label)).toEqual(label);
    });

    it("names an author for every label", async () => {
      expect((await labelOne(review("Вкусный кофе"))).by).not.toBe("");
    });

    it.each([
      ["positive", 5],
      ["neutral", 3],
      ["negative", 1],
    ] as const)("takes the stars where nothing was written, and says so: %s", async (is, stars) => {
      const label = await labelOne(review("", { rating: { stars, outOf: 5 } }));
      expect(label).toMatchObject({ by: "stars", sentiment: { is } });
    });

    it.each([" \n ", "...", "-"])("takes %j for nothing written", async (text) => {
      expect((await labelOne(review(text, fiveStars))).by).toBe("stars");
    });

    it("is neutral and unsure where there are neither words nor stars", async () => {
      const { sentiment } = await labelOne(review(""));
      expect(sentiment.is).toBe("neutral");
      expect(sentiment.confidence).toBeLessThan(0.5);
    });

    it.each([
      ["Five stars, but the courier was rude.", fiveStars],
      ["Пять звёзд за еду, но курьер был грубый.", fiveStars],
      ["Еда вкусная, но обслуживание ужасное.", {}],
    ])("hears both sides: %s", async (text, more) => {
      expect((await labelOne(review(text, more))).sentiment.is).toBe("mixed");
    });

    it.each(["Совсем не плохо!", "Not bad at all.", "Никаких проблем, всё хорошо."])(
      "minds a negation: %s",
      async (text) => {
        expect((await labelOne(review(text))).sentiment.is).not.toBe("negative");
      },
    );

    it.each(["Не понравилось.", "Not good.", "This is not a good phone."])(
      "minds a negation of praise: %s",
      async (text) => {
        expect((await labelOne(review(text))).sentiment.is).toBe("negative");
      },
    );

    it.each(["нет", "Не обнаружено", "none", "-"])("takes cons of %j for no complaint", async (cons) => {
      const label = await labelOne(review("", { pros: "Отличное качество", cons }));
      expect(label.sentiment.is).toBe("positive");
    });

    it("quotes the customer's own words for what is urgent", async () => {
      const text = "После этого крема у ребёнка страшная аллергия, кошмар!";
      const { urgency } = await labelOne(review(text));
      expect(urgency.map(({ reason }) => reason)).toEqual(["health"]);
      for (const { words } of urgency) expect(text).toContain(words);
    });

    it.each(corpus)("lets no text change the label of another: $aim, $name", async ({ mention }) => {
      const others = [review("Ужасное качество, сломался."), review("Wonderful place, thank you!")];
      const [first, second] = others as [Labelled, Labelled];
      const alone = await labelAll(others);
      const [before, , after] = await labelAll([first, mention, second]);
      expect([before, after]).toEqual(alone);
    });

    it.each(talkedInto)("is not talked into praise: $aim, $name", async ({ mention }) => {
      expect(moodOf(await labelOne(mention))).not.toBe("positive");
    });

    it("gives hostile text a label of the common form", async () => {
      const labels = await labelAll(corpus.map(({ mention }) => mention));
      for (const label of labels) expect(Label.parse(label)).toEqual(label);
    });

    it("bears a text of a megabyte", { timeout: 10_000 }, async () => {
      const long = await labelAll([
        review("ужасно ".repeat(90_000)),
        review("a.".repeat(500_000)),
        review("ы".repeat(1_000_000)),
      ]);
      expect(long.map(({ sentiment }) => sentiment.is)[0]).toBe("negative");
    });

    it("labels whatever can be written", async () => {
      const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 });
      const anything = fc.oneof(
        units.map((codes) => String.fromCharCode(...codes)),
        fc.string({ unit: "grapheme" }),
      );
      const mention = fc.record({
        text: anything,
        title: anything,
        pros: anything,
        cons: anything,
        language: anything,
      });
      await fc.assert(
        fc.asyncProperty(fc.array(mention, { minLength: 1, maxLength: 5 }), async (written) => {
          const labels = await labelAll(written.map((one) => ({ kind: "comment", ...one })));
          expect(labels).toHaveLength(written.length);
          for (const label of labels) Label.parse(label);
        }),
        { numRuns: 40 },
      );
    });
  });
};

const fiveStars: Partial<Labelled> = { rating: { stars: 5, outOf: 5 } };

/** Those of the hostile texts that no careful reader takes for praise. */
const talkedInto = corpus.filter(({ honest }) => !honest.includes("positive"));
