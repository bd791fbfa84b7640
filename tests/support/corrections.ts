import type { Correction } from "@otklik/core/label/correct";
import {
  Emotion,
  Flag,
  type Label,
  Sentiment,
  Touchpoint,
  UrgencyReason,
  Wish,
} from "@otklik/core/label/label";
import fc from "fast-check";
import { label } from "./mentions.ts";

const topic = fc.constantFrom("price", "staff", "delivery", "quality", "other");
const evidenceOf = fc.constantFrom(
  ...["sentiment.negative", "sentiment.positive", "complaint", "emotion.joy", "topic.price"],
  ...["touchpoint.use", "urgency.health", "flag.spam", "wish.question", "other.thing"],
);
const span = fc.record({
  in: fc.constantFrom("title", "text", "pros", "cons"),
  from: fc.nat(40),
  to: fc.nat(90),
});
const sureness = fc.constantFrom(0, 0.3, 0.5, 0.8, 1);
const some = <T>(of: fc.Arbitrary<T>) => fc.uniqueArray(of, { maxLength: 3 });

/** Any label that a model may give. */
export const modelsLabel: fc.Arbitrary<Label> = fc
  .record(
    {
      sentiment: fc.record({ is: fc.constantFrom(...Sentiment.options), confidence: sureness }),
      complaint: fc.boolean(),
      emotion: fc.record({ is: fc.constantFrom(...Emotion.options), confidence: sureness }),
      topics: some(topic),
      touchpoint: fc.constantFrom(...Touchpoint.options),
      urgency: some(fc.constantFrom(...UrgencyReason.options)).map((reasons) =>
        reasons.map((reason) => ({ reason, words: `слова о ${reason}` })),
      ),
      flags: some(fc.constantFrom(...Flag.options)),
      wish: fc.constantFrom(...Wish.options),
      evidence: fc.array(
        fc.tuple(span, evidenceOf).map(([where, of]) => ({ ...where, of })),
        { maxLength: 6 },
      ),
    },
    { requiredKeys: [] },
  )
  .map((parts) => label("neutral", parts as Partial<Label>));

/** Anything that a person may say of one. */
export const correction: fc.Arbitrary<Correction> = fc
  .record(
    {
      sentiment: fc.constantFrom(...Sentiment.options),
      complaint: fc.boolean(),
      emotion: fc.constantFrom(...Emotion.options),
      topics: some(topic),
      touchpoint: fc.constantFrom(...Touchpoint.options, null),
      urgency: some(fc.constantFrom(...UrgencyReason.options)),
      flags: some(fc.constantFrom(...Flag.options)),
      wish: fc.constantFrom(...Wish.options, null),
    },
    { requiredKeys: [] },
  )
  .map((parts) => parts as Correction);
