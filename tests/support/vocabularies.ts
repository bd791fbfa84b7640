import { builtInTopics, type Topic, trades } from "@otklik/core/label/topic";
import { Vocabulary } from "@otklik/core/vocabulary/vocabulary";
import fc from "fast-check";

const topics: Topic[] = [
  ...builtInTopics.slice(0, 8),
  "other",
  "own-aaaa",
  "own-bbbb",
  "own-cccc",
  "own-dddd",
];
const topic = fc.constantFrom(...topics);

/** Topics merged and hidden in any way, circles and loose ends among them. */
export const vocabularies: fc.Arbitrary<Vocabulary> = fc
  .record({
    trade: fc.constantFrom(...trades),
    topics: fc.uniqueArray(
      fc.record({
        id: topic,
        standing: fc.oneof(
          fc.constant({ is: "shown" as const }),
          fc.constant({ is: "hidden" as const }),
          fc.record({ is: fc.constant("merged" as const), into: topic }),
        ),
      }),
      { selector: ({ id }) => id },
    ),
  })
  .map(({ trade, topics: rules }) =>
    Vocabulary.parse({ trade, topics: rules.map((rule) => ({ ...rule, title: `Тема ${rule.id}` })) }),
  );

export const anyTopics: fc.Arbitrary<Topic[]> = fc.array(topic, { maxLength: 6 });
